'use server'

import type { z } from 'zod'
import { currentActor } from '@/server/session'
import { saveObservations } from './mutations'
import type { saveObservationsSchema } from './schema'

/** Answers with the cells only: who saves one value after the other renews the page when there is time. */
export async function saveObservationsAction(input: z.input<typeof saveObservationsSchema>) {
  return saveObservations(await currentActor(), input)
}
