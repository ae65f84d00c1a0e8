import 'server-only'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import { type SampleState, sampleCommandSchema } from './schema'

/** How much of what is shown is sample data. */
export const getSampleState = defineQuery({
  permission: 'read',
  input: sampleCommandSchema,
  run: async (): Promise<SampleState> => {
    const [row] = await db().$queryRaw<SampleState[]>`
      SELECT count(*) FILTER (WHERE b.kind = 'sample')::int AS "sampleObservations",
             count(*) FILTER (WHERE b.kind <> 'sample')::int AS "ownObservations"
      FROM observation o JOIN batch b ON b.id = o.batch_id`
    return row ?? { sampleObservations: 0, ownObservations: 0 }
  },
})
