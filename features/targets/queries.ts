import 'server-only'
import { z } from 'zod'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import type { TargetInfo } from './schema'

/** All targets, by indicator, those for every region first. */
export const listTargets = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: async (): Promise<TargetInfo[]> => {
    const rows = await db().target.findMany({
      orderBy: [
        { indicator: { code: 'asc' } },
        { regionId: { sort: 'asc', nulls: 'first' } },
        { targetYear: 'asc' },
      ],
      select: {
        id: true,
        indicator: { select: { code: true } },
        region: { select: { code: true } },
        baselineYear: true,
        baselineValue: true,
        targetYear: true,
        kind: true,
        target: true,
        source: true,
        isSample: true,
        version: true,
      },
    })
    return rows.map((row) => ({ ...row, indicator: row.indicator.code, region: row.region?.code ?? null }))
  },
})
