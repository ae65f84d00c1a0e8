import 'server-only'
import type { NewIndicator } from '@/features/imports/schema'
import { type FieldIssue, type Invalid, invalid } from '@/lib/result'
import type { Tx } from '@/server/db'
import { type Audited, defineMutation } from '@/server/define'
import {
  createIndicatorSchema,
  deleteIndicatorSchema,
  type FrameworkRefusal,
  type IndicatorInput,
  updateIndicatorSchema,
} from './schema'

type Saved = { code: string }
type Outcome = Audited<Saved> | FrameworkRefusal | Invalid

async function place(tx: Tx, input: IndicatorInput): Promise<{ areaId: number } | FieldIssue> {
  const area = await tx.area.findUnique({
    where: { code: input.area },
    select: { id: true, themes: { select: { id: true } } },
  })
  if (!area) return { path: 'area', code: 'invalid' }
  if (input.themeId !== null && !area.themes.some((t) => t.id === input.themeId)) {
    return { path: 'themeId', code: 'themeOfOtherArea' }
  }
  return { areaId: area.id }
}

function columns(input: IndicatorInput, areaId: number) {
  const { area: _area, levels: _levels, ...rest } = input
  return { ...rest, areaId }
}

async function writeLevels(tx: Tx, indicatorId: number, input: IndicatorInput): Promise<void> {
  await tx.milestoneLevel.deleteMany({ where: { indicatorId } })
  if (input.kind !== 'milestone') return
  await tx.milestoneLevel.createMany({ data: input.levels.map((level) => ({ ...level, indicatorId })) })
}

/** Adds an indicator to an area. The code must be free. */
export const createIndicator = defineMutation<
  typeof createIndicatorSchema,
  Saved,
  FrameworkRefusal | Invalid
>({
  name: 'indicator.create',
  permission: 'manage',
  input: createIndicatorSchema,
  collisions: { P2002: { ok: false, reason: 'codeTaken' } },
  scope: () => true,
  run: async (tx, input): Promise<Outcome> => {
    const where = await place(tx, input)
    if ('path' in where) return invalid(where)
    if (await tx.indicator.findUnique({ where: { code: input.code }, select: { id: true } })) {
      return { ok: false, reason: 'codeTaken' }
    }
    const last = await tx.indicator.aggregate({ where: { areaId: where.areaId }, _max: { position: true } })
    const created = await tx.indicator.create({
      data: { ...columns(input, where.areaId), position: (last._max.position ?? 0) + 1 },
      select: { id: true },
    })
    await writeLevels(tx, created.id, input)
    return {
      ok: true,
      value: { code: input.code },
      audit: { entity: 'indicator', entityKey: input.code, detail: { after: input } },
    }
  },
})

/**
 * Adds the indicators of an import in the caller's transaction.
 *
 * @returns the codes that cannot be added: they are taken, or their area is not there
 */
export async function addIndicators(tx: Tx, indicators: readonly NewIndicator[]): Promise<string[]> {
  if (indicators.length === 0) return []
  const codes = indicators.map(({ code }) => code)
  const taken = await tx.indicator.findMany({ where: { code: { in: codes } }, select: { code: true } })
  const areas = await tx.area.findMany({ select: { id: true, code: true } })
  const areaIds = new Map(areas.map((area) => [area.code, area.id]))
  const placeless = indicators.filter(({ area }) => !areaIds.has(area ?? ''))
  const refused = [...taken, ...placeless].map(({ code }) => code)
  if (refused.length > 0) return refused
  const last = await tx.indicator.aggregate({ _max: { position: true } })
  await tx.indicator.createMany({
    data: indicators.map(({ code, area, name, unit }, i) => ({
      code,
      areaId: areaIds.get(area ?? '') ?? 0,
      nameEn: name.en,
      nameZh: name.zh,
      unitEn: unit.en,
      unitZh: unit.zh,
      position: (last._max.position ?? 0) + 1 + i,
    })),
  })
  return []
}

/** Changes an indicator, its code included. Refused when somebody else changed it since it was opened. */
export const updateIndicator = defineMutation<
  typeof updateIndicatorSchema,
  Saved,
  FrameworkRefusal | Invalid
>({
  name: 'indicator.update',
  permission: 'manage',
  input: updateIndicatorSchema,
  collisions: { P2002: { ok: false, reason: 'codeTaken' } },
  scope: () => true,
  run: async (tx, { previousCode, version, ...input }): Promise<Outcome> => {
    const where = await place(tx, input)
    if ('path' in where) return invalid(where)
    const before = await tx.indicator.findUnique({ where: { code: previousCode }, include: { levels: true } })
    if (!before) return { ok: false, reason: 'notFound' }
    const isRenamed = input.code !== previousCode
    if (isRenamed && (await tx.indicator.findUnique({ where: { code: input.code }, select: { id: true } }))) {
      return { ok: false, reason: 'codeTaken' }
    }
    if (
      input.kind !== before.kind &&
      (await tx.observation.count({ where: { indicatorId: before.id } })) > 0
    ) {
      return { ok: false, reason: 'hasObservations' }
    }
    const highest = input.levels.length - 1
    const isAbove = { indicatorId: before.id, value: { gt: highest } }
    if (input.kind === 'milestone' && (await tx.observation.count({ where: isAbove })) > 0) {
      return invalid({ path: 'levels', code: 'levelInUse' })
    }
    const { count } = await tx.indicator.updateMany({
      where: { id: before.id, version },
      data: { ...columns(input, where.areaId), version: version + 1 },
    })
    if (count === 0) return { ok: false, reason: 'changedMeanwhile' }
    await writeLevels(tx, before.id, input)
    return {
      ok: true,
      value: { code: input.code },
      audit: { entity: 'indicator', entityKey: input.code, detail: { before: { ...before }, after: input } },
    }
  },
})

/** Removes an indicator that has no observations; its targets go with it. */
export const deleteIndicator = defineMutation<typeof deleteIndicatorSchema, Saved, FrameworkRefusal>({
  name: 'indicator.delete',
  permission: 'manage',
  input: deleteIndicatorSchema,
  collisions: { P2003: { ok: false, reason: 'hasObservations' } },
  scope: () => true,
  run: async (tx, { code }) => {
    const before = await tx.indicator.findUnique({
      where: { code },
      include: { levels: true, targets: true },
    })
    if (!before) return { ok: false, reason: 'notFound' }
    const used = await tx.revision.count({ where: { indicatorId: before.id } })
    if (used > 0) return { ok: false, reason: 'hasObservations' }
    await tx.target.deleteMany({ where: { indicatorId: before.id } })
    await tx.indicator.delete({ where: { id: before.id } })
    return {
      ok: true,
      value: { code },
      audit: { entity: 'indicator', entityKey: code, detail: { before: { ...before } } },
    }
  },
})
