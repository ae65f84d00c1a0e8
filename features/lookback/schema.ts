import { z } from 'zod'
import type { IndicatorInfo } from '@/features/indicators/schema'
import { codeSchema, yearSchema } from '@/features/observations/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { Workspace } from '@/features/scores/schema'
import type { SearchParams } from '@/lib/selection'

/**
 * A moment to look back to. A time holds up to its end; `before` and `after` stand right beside a batch, however close
 * two batches lie in time.
 */
export type Moment =
  | { readonly kind: 'now' }
  | { readonly kind: 'time'; readonly at: string }
  | { readonly kind: 'before' | 'after'; readonly batch: string }

const batchIdSchema = z.string().regex(/^[1-9]\d{0,17}$/)

export const momentSchema = z.union([
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('time'), at: z.iso.datetime() }),
  z.object({ kind: z.enum(['before', 'after']), batch: batchIdSchema }),
])

/** A parameter of an address; of several the first, empty without any. */
export const text = (params: SearchParams, key: string): string => {
  const value = params[key]
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
}

/** Which cells are meant; null = all. */
export const cellFilterSchema = z.object({
  region: codeSchema.nullable(),
  indicator: codeSchema.nullable(),
  year: yearSchema.nullable(),
})

export type CellFilter = z.output<typeof cellFilterSchema>

/** Zones that the forms offer besides that of this installation; any other may stand in the address. */
const offeredZones = ['UTC', 'Asia/Shanghai', 'Europe/Brussels', 'America/New_York']

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The time zone in which days begin and times are written: of the address, else of the machine that Pentad runs on. */
export function zoneOf(params: SearchParams): string {
  const asked = typeof params.tz === 'string' ? params.tz : ''
  return asked && isZone(asked) ? asked : homeZone()
}

/** The time zone of this installation. */
export const homeZone = () => new Intl.DateTimeFormat('en').resolvedOptions().timeZone

export function zonesToOffer(current: string): string[] {
  return [...new Set([homeZone(), ...offeredZones, current])]
}

/** Minutes by which the clocks of a zone are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return Math.round((wall - Math.floor(instant / 1000) * 1000) / 60_000)
}

/** The instant at which the clocks of a zone show a time; where they are put forward over it, the instant of that. */
function instantOf(wall: number, timeZone: string): number {
  const near = wall - offsetAt(wall, timeZone) * 60_000
  return wall - offsetAt(near, timeZone) * 60_000
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const clockPattern = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/

/** The last millisecond of a day, or of a minute or second of it, in a time zone; null = no such day or time. */
export function endOf(day: string, clock: string, timeZone: string): Date | null {
  const date = dayPattern.exec(day)
  const time = clock === '' ? null : clockPattern.exec(clock)
  if (!date || (clock !== '' && !time)) return null
  const [year, month, dayOfMonth] = date.slice(1).map(Number) as [number, number, number]
  const midnight = Date.UTC(year, month - 1, dayOfMonth)
  if (year < 1900 || new Date(midnight).toISOString().slice(0, 10) !== day) return null
  if (!time) return new Date(instantOf(midnight + 24 * 3_600_000, timeZone) - 1)
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), time[3] ? Number(time[3]) : null]
  const wall = midnight + (hours * 60 + minutes) * 60_000 + (seconds ?? 0) * 1000
  return new Date(instantOf(wall, timeZone) + (seconds === null ? 60_000 : 1000) - 1)
}

/** The first millisecond of a day in a time zone. */
export function startOf(day: string, timeZone: string): Date | null {
  const end = endOf(day, '', timeZone)
  if (!end) return null
  return new Date(instantOf(Date.parse(`${day}T00:00:00Z`), timeZone))
}

/**
 * Reads a moment: a day, a day with a time, `before-12` or `after-12` for a batch, `now`. An empty text counts as not
 * chosen.
 *
 * @returns null when it is not chosen, 'unclear' when it cannot be read
 */
export function parseMoment(day: string, clock: string, timeZone: string): Moment | 'unclear' | null {
  if (day === '') return null
  if (day === 'now') return { kind: 'now' }
  const beside = /^(before|after)-([1-9]\d{0,17})$/.exec(day)
  if (beside) return { kind: beside[1] as 'before' | 'after', batch: beside[2] as string }
  const end = endOf(day, clock, timeZone)
  return end ? { kind: 'time', at: end.toISOString() } : 'unclear'
}

/** A moment as an address gives it, in parts: what a form shows again and links carry on. */
export type AskedMoment = {
  readonly day: string
  readonly clock: string
  /** null = not chosen, or not to be read */
  readonly moment: Moment | null
  readonly isUnclear: boolean
}

/**
 * The moment of an address: `name` holds the day, `nameClock` the time of it. A form that shows a moment beside a batch has
 * no day to show; it carries the moment in `nameBatch`, which holds until a day is chosen.
 */
export function askedMoment(params: SearchParams, name: string, timeZone: string): AskedMoment {
  const day = text(params, name) || text(params, `${name}Batch`)
  const clock = text(params, `${name}Clock`)
  const moment = parseMoment(day, clock, timeZone)
  return { day, clock, moment: moment === 'unclear' ? null : moment, isUnclear: moment === 'unclear' }
}

/** A batch as it is named on pages. */
export type BatchName = { readonly id: string; readonly at: string }

/** A moment with what is known of it. */
export type KnownMoment = {
  readonly moment: Moment
  /** the instant it stands for, ISO 8601; null = now */
  readonly at: string | null
  /** the batch it stands beside */
  readonly batch: BatchName | null
}

/** One cell as it was. */
export type PastCell = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  readonly value: number | null
  readonly status: string
  readonly note: string | null
  readonly version: number
  /** another value or status stands there today */
  readonly differsNow: boolean
}

export const lookTables = ['indicator', 'region'] as const
export type LookTable = (typeof lookTables)[number]

/** The data as they were at a moment. */
export type AsOfPage = {
  readonly at: KnownMoment
  readonly observations: number
  readonly observationsNow: number
  readonly past: Workspace
  readonly now: Workspace
  readonly year: number | null
  readonly table: LookTable
  readonly indicator: IndicatorInfo | null
  readonly region: RegionInfo | null
  readonly cells: readonly PastCell[]
}
