import { expect } from 'vitest'
import { importObservations } from '@/features/bulk/mutations'
import type { ImportFates } from '@/features/bulk/schema'
import { createIndicator } from '@/features/indicators/mutations'
import { saveObservations } from '@/features/observations/mutations'
import { type ObservationChange, rowFates } from '@/features/observations/schema'
import { createRegion } from '@/features/regions/mutations'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { candidatesOf, type FileValue } from './candidates'

const admin = systemActor('test')
/** An editor. */
export const ann: Actor = { kind: 'user', id: 'ann', name: 'Ann', role: 'editor' }

export const one = (more: Partial<FileValue> = {}): FileValue => ({
  region: 'CN-GD',
  indicator: 'T1',
  year: 2020,
  value: 1.5,
  ...more,
})
export type Settings = Omit<Parameters<typeof importObservations>[1], 'candidates'>
export const importing = (values: readonly FileValue[], settings: Settings = {}, actor = ann) =>
  importObservations(actor, { candidates: candidatesOf(values), ...settings })
export const edit = (more: Partial<ObservationChange> = {}, actor = ann) =>
  saveObservations(actor, {
    kind: 'entry',
    changes: [{ ...one(), expectedVersion: 0, ...more } as ObservationChange],
  })

/** A tried or refused import, opened. */
export function fatesOf(outcome: Awaited<ReturnType<typeof importing>>): ImportFates {
  if (outcome.ok) return outcome.value.fates
  if (outcome.reason === 'notAddable' || outcome.reason === 'invalid') throw new Error(outcome.reason)
  return outcome.fates
}
export const namesOf = (fates: ImportFates) => Array.from(fates.fates, (place) => rowFates[place])

type Stored = {
  key: string
  value: number | null
  status: string
  source: string | null
  note: string | null
  version: number
}
export const cells = () => db().$queryRaw<Stored[]>`
  SELECT r.code || ' ' || i.code || ' ' || o.year AS key, o.value, o.status, s.citation_en AS source, o.note, o.version
  FROM observation o JOIN region r ON r.id = o.region_id JOIN indicator i ON i.id = o.indicator_id
  LEFT JOIN source s ON s.id = o.source_id ORDER BY r.code, i.code, o.year`
/** Every present state is also the last revision, and no revision is of nothing. */
export async function expectWholeHistory() {
  const [count] = await db().$queryRaw<
    { cells: number; states: number; revisions: number; versions: number }[]
  >`
    SELECT count(*)::int AS cells, sum(o.version)::int AS versions, (SELECT count(*)::int FROM revision) AS revisions,
           count(v.version)::int AS states
    FROM observation o
    LEFT JOIN revision v ON v.region_id = o.region_id AND v.indicator_id = o.indicator_id AND v.year = o.year
      AND v.version = o.version AND v.batch_id = o.batch_id AND v.value IS NOT DISTINCT FROM o.value
      AND v.status = o.status AND v.source_id IS NOT DISTINCT FROM o.source_id AND v.note IS NOT DISTINCT FROM o.note`
  expect(count?.states).toBe(count?.cells)
  expect(count?.revisions).toBe(count?.versions ?? 0)
}
export const emptyCells = () => db().$executeRaw`TRUNCATE observation, revision, batch, source CASCADE`

/** An area, three indicators (T1 from 0 to 100, T2, the milestone M1) and three regions (CN-JS since 1950). */
export async function makeCatalogue(): Promise<void> {
  await db().area.create({ data: { code: 'ST', slug: 'st', nameEn: 'Science', nameZh: '科技', position: 1 } })
  const plain = {
    area: 'ST',
    themeId: null,
    nameEn: 'T',
    nameZh: '测',
    definitionEn: '',
    definitionZh: '',
    unitEn: '',
  }
  const rest = {
    unitZh: '',
    decimals: 2,
    direction: 1,
    weight: 1,
    pace: 'linear',
    factor: null,
    origin: null,
  } as const
  const open = {
    sourceEn: '',
    sourceZh: '',
    hardMin: null,
    hardMax: null,
    plausibleMin: null,
    plausibleMax: null,
  }
  const numeric = { ...plain, ...rest, ...open, kind: 'numeric' as const, levels: [] }
  await createIndicator(admin, { ...numeric, code: 'T1', hardMin: 0, hardMax: 100 })
  await createIndicator(admin, { ...numeric, code: 'T2' })
  const levels = [0, 1, 2].map((level) => ({ level, wordingEn: `l${level}`, wordingZh: `等级${level}` }))
  await createIndicator(admin, { ...numeric, code: 'M1', kind: 'milestone', levels })
  for (const code of ['CN-GD', 'CN-JS', 'CN-BJ']) {
    const codes = {
      code,
      gbCode: null,
      nutsCode: null,
      nameEn: code,
      nameZh: code,
      level: 'province' as const,
    }
    const validFrom = code === 'CN-JS' ? 1950 : null
    await createRegion(admin, { ...codes, parent: null, group: null, validFrom, validTo: null })
  }
}
