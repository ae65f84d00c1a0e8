import 'server-only'
import { z } from 'zod'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import type { RegionInfo } from './schema'

/** All regions in display order. */
export const listRegions = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: async (): Promise<RegionInfo[]> => {
    const rows = await db().region.findMany({
      orderBy: [{ position: 'asc' }, { code: 'asc' }],
      select: {
        code: true,
        gbCode: true,
        nutsCode: true,
        nameEn: true,
        nameZh: true,
        level: true,
        parent: { select: { code: true } },
        group: { select: { nameEn: true, nameZh: true } },
        validFrom: true,
        validTo: true,
        isSample: true,
        version: true,
      },
    })
    return rows.map(({ nameEn, nameZh, parent, group, ...row }) => ({
      ...row,
      name: { en: nameEn, zh: nameZh },
      parent: parent?.code ?? null,
      group: group && { en: group.nameEn, zh: group.nameZh },
    }))
  },
})
