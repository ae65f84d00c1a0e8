import { beforeAll, describe, expect, it } from 'vitest'
import { saveObservations } from '@/features/observations/mutations'
import { createRegion, deleteRegion, updateRegion } from '@/features/regions/mutations'
import { createTarget, deleteTarget, updateTarget } from '@/features/targets/mutations'
import { listTargets } from '@/features/targets/queries'
import { AppError } from '@/lib/errors'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { createIndicator, deleteIndicator, updateIndicator } from './mutations'
import { listIndicators } from './queries'
import type { IndicatorInput } from './schema'

const actor = systemActor('test')
const editor: Actor = { kind: 'user', id: 'ed', name: 'Ed', role: 'editor' }

const indicator: IndicatorInput = {
  code: 'X1',
  area: 'ST',
  themeId: null,
  kind: 'numeric',
  nameEn: 'Own indicator',
  nameZh: '自建指标',
  definitionEn: 'a / b',
  definitionZh: '甲/乙',
  unitEn: '%',
  unitZh: '%',
  decimals: 1,
  direction: -1,
  weight: 1,
  pace: 'linear',
  factor: 'subject',
  origin: null,
  sourceEn: '',
  sourceZh: '',
  hardMin: 0,
  hardMax: 100,
  plausibleMin: null,
  plausibleMax: null,
  levels: [],
}
const region = {
  code: 'R1',
  gbCode: '990000',
  nutsCode: null,
  nameEn: 'Region one',
  nameZh: '一区',
  level: 'province' as const,
  parent: null,
  group: { nameEn: 'North', nameZh: '北部' },
  validFrom: null,
  validTo: null,
}

beforeAll(async () => {
  await db().area.createMany({
    data: [
      { code: 'ST', slug: 'st', nameEn: 'Science', nameZh: '科技', position: 1 },
      { code: 'IN', slug: 'in', nameEn: 'Industries', nameZh: '产业', position: 2 },
    ],
  })
  await db().theme.create({
    data: { area: { connect: { code: 'IN' } }, nameEn: 'T', nameZh: '题', position: 1 },
  })
  expect(await createIndicator(actor, indicator)).toMatchObject({ ok: true })
  expect(await createRegion(actor, region)).toMatchObject({ ok: true })
})

describe('indicators', () => {
  it('are created with an audit row that holds what was written', async () => {
    const audit = await db().audit.findFirstOrThrow({
      where: { action: 'indicator.create', entityKey: 'X1' },
    })
    expect(audit.detail).toMatchObject({ after: { nameZh: '自建指标', direction: -1 } })
    const [stored] = await listIndicators(actor, {})
    expect(stored).toMatchObject({ code: 'X1', direction: -1, hardMax: 100, version: 1 })
  })

  it('need a free code, an existing area and a theme of that area', async () => {
    expect(await createIndicator(actor, indicator)).toEqual({ ok: false, reason: 'codeTaken' })
    expect(await createIndicator(actor, { ...indicator, code: 'X2', area: 'ZZ' })).toMatchObject({
      issues: [{ path: 'area' }],
    })
    const theme = await db().theme.findFirstOrThrow()
    expect(await createIndicator(actor, { ...indicator, code: 'X2', themeId: theme.id })).toMatchObject({
      issues: [{ path: 'themeId', code: 'themeOfOtherArea' }],
    })
  })

  it('name every field that is wrong at once', async () => {
    const outcome = await createIndicator(actor, {
      ...indicator,
      code: 'with space',
      nameEn: '',
      nameZh: '',
      hardMin: 5,
      hardMax: 1,
      decimals: 99,
    })
    if (outcome.ok || outcome.reason !== 'invalid') throw new Error('expected field issues')
    expect(outcome.issues.map((i) => i.path).toSorted()).toEqual(['code', 'decimals', 'hardMax', 'nameEn'])
  })

  it('as milestones need at least two worded levels counted from 0', async () => {
    const milestone = { ...indicator, code: 'M1', kind: 'milestone' as const }
    expect(await createIndicator(actor, milestone)).toMatchObject({
      issues: [{ path: 'levels', code: 'twoLevels' }],
    })
    const levels = [0, 1].map((level) => ({ level, wordingEn: `is ${level}`, wordingZh: '' }))
    expect(await createIndicator(actor, { ...milestone, levels })).toMatchObject({ ok: true })
    expect((await listIndicators(actor, {})).find((i) => i.code === 'M1')?.levels).toHaveLength(2)
  })

  it('as milestones keep the levels that values stand at', async () => {
    const levels = [0, 1, 2].map((level) => ({ level, wordingEn: `is ${level}`, wordingZh: '' }))
    const milestone = { ...indicator, code: 'M2', kind: 'milestone' as const, levels }
    await createIndicator(actor, milestone)
    const cell = { region: 'R1', indicator: 'M2', year: 2020, value: 2, expectedVersion: 0 }
    await saveObservations(actor, { kind: 'entry', changes: [cell] })
    const shorter = { ...milestone, previousCode: 'M2', version: 1, levels: levels.slice(0, 2) }
    expect(await updateIndicator(actor, shorter)).toMatchObject({
      issues: [{ path: 'levels', code: 'levelInUse' }],
    })
    expect((await listIndicators(actor, {})).find((i) => i.code === 'M2')?.levels).toHaveLength(3)
  })

  it('are not overwritten by somebody who opened an older state', async () => {
    const mine = { ...indicator, previousCode: 'X1', version: 1 }
    expect(await updateIndicator(actor, { ...mine, nameEn: 'Renamed' })).toMatchObject({ ok: true })
    expect(await updateIndicator(actor, { ...mine, nameEn: 'Late' })).toEqual({
      ok: false,
      reason: 'changedMeanwhile',
    })
    expect((await listIndicators(actor, {})).find((i) => i.code === 'X1')?.name.en).toBe('Renamed')
  })

  it('keep their values when the code changes', async () => {
    await saveObservations(actor, {
      kind: 'entry',
      changes: [{ region: 'R1', indicator: 'X1', year: 2020, value: 5, expectedVersion: 0 }],
    })
    const renamed = await updateIndicator(actor, { ...indicator, code: 'X9', previousCode: 'X1', version: 2 })
    expect(renamed).toEqual({ ok: true, value: { code: 'X9' } })
    expect(await db().observation.count({ where: { indicator: { code: 'X9' } } })).toBe(1)
  })

  it('with values cannot be removed nor turned into milestones', async () => {
    expect(await deleteIndicator(actor, { code: 'X9' })).toEqual({ ok: false, reason: 'hasObservations' })
    const levels = [0, 1].map((level) => ({ level, wordingEn: `is ${level}`, wordingZh: '' }))
    const turned = {
      ...indicator,
      code: 'X9',
      previousCode: 'X9',
      version: 3,
      kind: 'milestone' as const,
      levels,
    }
    expect(await updateIndicator(actor, turned)).toEqual({ ok: false, reason: 'hasObservations' })
    expect(await deleteIndicator(actor, { code: 'M1' })).toMatchObject({ ok: true })
    expect(await deleteIndicator(actor, { code: 'M1' })).toEqual({ ok: false, reason: 'notFound' })
  })

  it('are managed by administrators only', async () => {
    await expect(createIndicator(editor, { ...indicator, code: 'X3' })).rejects.toThrow(AppError)
    await expect(
      updateIndicator(editor, { ...indicator, code: 'X9', previousCode: 'X9', version: 3 }),
    ).rejects.toThrow(AppError)
    await expect(deleteIndicator(editor, { code: 'X9' })).rejects.toThrow(AppError)
    expect(await db().indicator.count({ where: { code: 'X3' } })).toBe(0)
  })

  it('of one code are created once, also when several people try at the same moment', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => createIndicator(actor, { ...indicator, code: 'X5' })),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'codeTaken')).toHaveLength(3)
  })

  it('are not removed while somebody enters the first value', async () => {
    const [{ id: indicatorId }, { id: regionId }] = await Promise.all([
      db().indicator.findUniqueOrThrow({ where: { code: 'X5' } }),
      db().region.findUniqueOrThrow({ where: { code: 'R1' } }),
    ])
    const cell = { regionId, indicatorId, year: 2021, value: 1, status: 'A', version: 1 }
    let removal: ReturnType<typeof deleteIndicator> | undefined
    await db().$transaction(async (tx) => {
      const by = { kind: 'entry' as const, actorKind: 'user', actorId: 'x', actorName: 'x' }
      const batch = await tx.batch.create({ data: by, select: { id: true } })
      await tx.observation.create({ data: { ...cell, batchId: batch.id } })
      removal = deleteIndicator(actor, { code: 'X5' })
      // Long enough for the removal to have looked and to wait at the row.
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    expect(await removal).toEqual({ ok: false, reason: 'hasObservations' })
  })
})

describe('regions', () => {
  it('need free codes', async () => {
    expect(await createRegion(actor, region)).toMatchObject({ issues: [{ path: 'code', code: 'codeTaken' }] })
    expect(await createRegion(actor, { ...region, code: 'R2' })).toMatchObject({
      issues: [{ path: 'gbCode' }],
    })
  })

  it('cannot stand below themselves', async () => {
    await createRegion(actor, { ...region, code: 'R2', gbCode: null, parent: 'R1' })
    const loop = { ...region, parent: 'R2', previousCode: 'R1', version: 1 }
    expect(await updateRegion(actor, loop)).toEqual({ ok: false, reason: 'parentLoop' })
  })

  it('cannot be removed while they hold values or other regions', async () => {
    expect(await deleteRegion(actor, { code: 'R1' })).toEqual({ ok: false, reason: 'hasObservations' })
    expect(await deleteRegion(actor, { code: 'R2' })).toMatchObject({ ok: true })
  })

  it('are changed with an audit row, and not over somebody else’s change', async () => {
    const mine = { ...region, previousCode: 'R1', version: 1 }
    expect(await updateRegion(actor, { ...mine, nameEn: 'Renamed' })).toMatchObject({ ok: true })
    expect(await updateRegion(actor, { ...mine, nameEn: 'Late' })).toEqual({
      ok: false,
      reason: 'changedMeanwhile',
    })
    const audit = await db().audit.findFirstOrThrow({ where: { action: 'region.update', entityKey: 'R1' } })
    expect(audit.detail).toMatchObject({ before: { nameEn: 'Region one' }, after: { nameEn: 'Renamed' } })
  })

  it('need a name and years in order', async () => {
    const outcome = await createRegion(actor, {
      ...region,
      code: 'R7',
      nameEn: '',
      nameZh: '',
      validFrom: 2020,
      validTo: 2010,
    })
    expect(outcome).toMatchObject({
      issues: [{ path: 'nameEn' }, { path: 'validTo', code: 'rangeReversed' }],
    })
  })

  it('are managed by administrators only', async () => {
    await expect(createRegion(editor, { ...region, code: 'R8', gbCode: null })).rejects.toThrow(AppError)
    await expect(updateRegion(editor, { ...region, previousCode: 'R1', version: 2 })).rejects.toThrow(
      AppError,
    )
    await expect(deleteRegion(editor, { code: 'R1' })).rejects.toThrow(AppError)
    expect(await db().region.count({ where: { code: 'R8' } })).toBe(0)
  })

  it('of one code and group are created once, also at the same moment', async () => {
    const twin = { ...region, code: 'R6', gbCode: null, group: { nameEn: 'South', nameZh: '南部' } }
    const outcomes = await Promise.all([1, 2, 3].map(() => createRegion(actor, twin)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'invalid')).toHaveLength(2)
    expect(await db().regionGroup.count({ where: { nameEn: 'South' } })).toBe(1)
    expect(await deleteRegion(actor, { code: 'R6' })).toMatchObject({ ok: true })
    await db().regionGroup.deleteMany({ where: { nameEn: 'South' } })
  })

  it('share a group of the same name', async () => {
    await createRegion(actor, { ...region, code: 'R3', gbCode: null })
    expect(await db().regionGroup.count()).toBe(1)
  })
})

describe('targets', () => {
  const target = {
    indicator: 'X9',
    region: null,
    baselineYear: 2015,
    baselineValue: null,
    targetYear: 2025,
    kind: 'value' as const,
    target: 3,
    source: 'Plan',
  }

  it('are one per indicator, region and target year', async () => {
    expect(await createTarget(actor, target)).toMatchObject({ ok: true })
    expect(await createTarget(actor, target)).toMatchObject({
      issues: [{ path: 'targetYear', code: 'targetExists' }],
    })
    expect(await createTarget(actor, { ...target, region: 'R1' })).toMatchObject({ ok: true })
  })

  it('lie after their baseline', async () => {
    expect(await createTarget(actor, { ...target, targetYear: 2015 })).toMatchObject({
      issues: [{ path: 'targetYear', code: 'targetBeforeBaseline' }],
    })
  })

  it('are changed and removed with their history in the audit', async () => {
    const [first] = await listTargets(actor, {})
    if (!first) throw new Error('no target')
    const { id } = first
    expect(await updateTarget(actor, { ...target, id, version: 1, target: 4 })).toMatchObject({ ok: true })
    expect(await updateTarget(actor, { ...target, id, version: 1, target: 5 })).toMatchObject({
      reason: 'changedMeanwhile',
    })
    expect(await deleteTarget(actor, { id })).toMatchObject({ ok: true })
    const audit = await db().audit.findFirstOrThrow({ where: { action: 'target.delete' } })
    expect(audit.detail).toMatchObject({ before: { target: 4 } })
  })

  it('are managed by administrators only', async () => {
    await expect(createTarget(editor, { ...target, targetYear: 2030 })).rejects.toThrow(AppError)
    expect(await db().target.count({ where: { targetYear: 2030 } })).toBe(0)
  })

  it('of one indicator, region and year are created once, also at the same moment', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => createTarget(actor, { ...target, targetYear: 2035 })),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'invalid')).toHaveLength(2)
  })

  it('need an indicator and a region that exist', async () => {
    expect(await createTarget(actor, { ...target, indicator: 'nope' })).toMatchObject({
      issues: [{ path: 'indicator' }],
    })
    expect(await createTarget(actor, { ...target, region: 'nope' })).toMatchObject({
      issues: [{ path: 'region' }],
    })
  })
})
