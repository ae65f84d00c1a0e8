import 'server-only'
import { z } from 'zod'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import type { AreaInfo, IndicatorInfo } from './schema'

const nothing = z.object({})

/** The five areas in order and the hallmark, each with its themes. */
export const listAreas = defineQuery({
  permission: 'read',
  input: nothing,
  run: async (): Promise<AreaInfo[]> => {
    const areas = await db().area.findMany({
      orderBy: { position: 'asc' },
      select: {
        code: true,
        slug: true,
        nameEn: true,
        nameZh: true,
        isHallmark: true,
        position: true,
        themes: { orderBy: { position: 'asc' }, select: { id: true, nameEn: true, nameZh: true } },
      },
    })
    return areas.map(({ nameEn, nameZh, themes, ...area }) => ({
      ...area,
      name: { en: nameEn, zh: nameZh },
      themes: themes.map((t) => ({ id: t.id, name: { en: t.nameEn, zh: t.nameZh } })),
    }))
  },
})

/** All indicators of the framework, by area and position. */
export const listIndicators = defineQuery({
  permission: 'read',
  input: nothing,
  run: async (): Promise<IndicatorInfo[]> => {
    const rows = await db().indicator.findMany({
      orderBy: [{ area: { position: 'asc' } }, { position: 'asc' }, { code: 'asc' }],
      select: {
        code: true,
        area: { select: { code: true } },
        theme: { select: { id: true, nameEn: true, nameZh: true } },
        kind: true,
        nameEn: true,
        nameZh: true,
        definitionEn: true,
        definitionZh: true,
        unitEn: true,
        unitZh: true,
        decimals: true,
        direction: true,
        weight: true,
        pace: true,
        factor: true,
        origin: true,
        sourceEn: true,
        sourceZh: true,
        hardMin: true,
        hardMax: true,
        plausibleMin: true,
        plausibleMax: true,
        version: true,
        levels: { orderBy: { level: 'asc' }, select: { level: true, wordingEn: true, wordingZh: true } },
      },
    })
    return rows.map((row) => ({
      code: row.code,
      area: row.area.code,
      theme: row.theme && { id: row.theme.id, name: { en: row.theme.nameEn, zh: row.theme.nameZh } },
      kind: row.kind,
      name: { en: row.nameEn, zh: row.nameZh },
      definition: { en: row.definitionEn, zh: row.definitionZh },
      unit: { en: row.unitEn, zh: row.unitZh },
      decimals: row.decimals,
      direction: row.direction === -1 ? -1 : 1,
      weight: row.weight,
      pace: row.pace,
      factor: row.factor,
      origin: row.origin,
      source: { en: row.sourceEn, zh: row.sourceZh },
      hardMin: row.hardMin,
      hardMax: row.hardMax,
      plausibleMin: row.plausibleMin,
      plausibleMax: row.plausibleMax,
      version: row.version,
      levels: row.levels.map((l) => ({ level: l.level, wording: { en: l.wordingEn, zh: l.wordingZh } })),
    }))
  },
})
