import { z } from 'zod'
import type { IndicatorInfo } from '@/features/indicators/schema'
import {
  type CellFilter,
  cellFilterSchema,
  endOf,
  type KnownMoment,
  momentSchema,
  startOf,
  text,
} from '@/features/lookback/schema'
import { codeSchema, type Vintage, vintages, yearSchema } from '@/features/observations/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { CellState, ChangeCounts, ChangedCell } from '@/features/revisions/schema'
import type { SearchParams } from '@/lib/selection'

export type { CellFilter } from '@/features/lookback/schema'
export type { Vintage } from '@/features/observations/schema'

export const vintageChoices: readonly Vintage[] = vintages

/** What is known by code, in the order of the framework. */
export type Names = {
  readonly indicators: ReadonlyMap<string, IndicatorInfo>
  readonly regions: ReadonlyMap<string, RegionInfo>
}

export const batchKinds = ['sample', 'entry', 'paste', 'import', 'undo', 'restore'] as const
export type BatchKind = (typeof batchKinds)[number]

export const batchIdSchema = z.string().regex(/^[1-9]\d{0,17}$/)

const wordsSchema = z
  .string()
  .max(200)
  .refine((words) => !words.includes('\0'))

/** A place among the cells of a batch. */
export const cursorSchema = z.string().regex(/^\d{1,9}\.\d{1,9}\.\d{4}$/)

/** What is looked for in the ledger; null = anything. A batch is found when it holds a cell that fits. */
export const ledgerFilterSchema = cellFilterSchema.extend({
  author: wordsSchema.nullable(),
  kind: z.enum(batchKinds).nullable(),
  vintage: z.enum(vintages).nullable(),
  /** part of the reason, the name of the file, or the note of a value */
  words: wordsSchema.nullable(),
  since: z.iso.datetime().nullable(),
  until: z.iso.datetime().nullable(),
})

export type LedgerFilter = z.output<typeof ledgerFilterSchema>

const oneOf = <T extends string>(choices: readonly T[], wanted: string): T | null =>
  choices.find((choice) => choice === wanted) ?? null

const orNull = (found: string) => (found === '' || found.includes('\0') ? null : found.slice(0, 200))

/** The cells that an address asks for. `region` and `year` there are the selection of the pages, so these are others. */
export function parseCells(params: SearchParams): CellFilter {
  const year = text(params, 'dataYear')
  return {
    region: orNull(text(params, 'place'))?.slice(0, 64) ?? null,
    indicator: orNull(text(params, 'indicator'))?.slice(0, 64) ?? null,
    year: /^(?:19|20|21)\d\d$/.test(year) ? Number(year) : null,
  }
}

/** Reads the filter from an address. What is not understood counts as not asked for. */
export function parseLedger(params: SearchParams, timeZone: string): LedgerFilter {
  return {
    ...parseCells(params),
    author: orNull(text(params, 'author')),
    kind: oneOf(batchKinds, text(params, 'kind')),
    vintage: oneOf(vintages, text(params, 'vintage')),
    words: orNull(text(params, 'words')),
    since: startOf(text(params, 'since'), timeZone)?.toISOString() ?? null,
    until: endOf(text(params, 'until'), '', timeZone)?.toISOString() ?? null,
  }
}

/** A change of one cell. */
export type LedgerCell = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  readonly version: number
  /** null = nothing had ever been entered */
  readonly before: CellState | null
  readonly after: CellState
}

/** Values written together by one person at one time. */
export type LedgerBatch = {
  readonly id: string
  readonly at: string
  readonly kind: BatchKind
  readonly author: string
  readonly reason: string | null
  readonly fileName: string | null
  readonly vintage: Vintage | null
  /** the batch that this one takes back, and the last one that took this back */
  readonly undoes: string | null
  readonly undoneBy: string | null
  /** cells that fit the filter */
  readonly cells: number
  /** the first of them */
  readonly first: readonly LedgerCell[]
}

export type Ledger = {
  readonly batches: readonly LedgerBatch[]
  /** where the older ones begin; null = these are the oldest */
  readonly older: string | null
  readonly authors: readonly string[]
}

/** A batch and a page of its cells. */
export type BatchPage = {
  readonly batch: LedgerBatch
  readonly cells: readonly LedgerCell[]
  readonly next: string | null
  readonly canEnter: boolean
}

/** A row of the ledger as a file has it. */
export type LedgerLine = LedgerCell & Omit<LedgerBatch, 'cells' | 'first' | 'undoneBy'>

/** One state of a cell in its history. */
export type CellVersion = LedgerCell & Omit<LedgerBatch, 'cells' | 'first' | 'undoneBy' | 'undoes'>

export type CellHistory = { readonly versions: readonly CellVersion[]; readonly canEnter: boolean }

/** A change of the framework, the regions, the targets, the recipes or the sample. */
export type OtherChange = {
  readonly id: string
  readonly at: string
  readonly author: string
  readonly action: string
  readonly key: string
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[]
}

const reasonSchema = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .refine((reason) => !reason.includes('\0'))

export const restoreVersionSchema = z.object({
  region: codeSchema,
  indicator: codeSchema,
  year: yearSchema,
  /** the state that comes back; 0 = as if nothing had ever been entered */
  version: z.number().int().min(0),
  expectedVersion: z.number().int().min(1),
  reason: reasonSchema,
})

export const restoreMomentSchema = z.object({
  moment: momentSchema,
  filter: cellFilterSchema,
  /** of the preview: what was looked at is what is restored */
  fingerprint: z.string().max(100),
  reason: reasonSchema,
})

export type Restored = { readonly batch: string; readonly written: number }

/**
 * Why nothing was restored. 'conflict': somebody changed a cell since it was looked at. 'nothing': everything is like
 * that already. 'notFound': no such cell, version or batch.
 */
export type RestoreRefusal = {
  readonly ok: false
  readonly reason: 'conflict' | 'nothing' | 'notFound'
}

const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export const readVersionForm = (form: FormData): z.input<typeof restoreVersionSchema> => ({
  region: field(form, 'region'),
  indicator: field(form, 'indicator'),
  year: Number(field(form, 'year')),
  version: Number(field(form, 'version') || Number.NaN),
  expectedVersion: Number(field(form, 'expectedVersion')),
  reason: field(form, 'reason'),
})

export function readMomentForm(form: FormData): z.input<typeof restoreMomentSchema> {
  const [kind, which] = [field(form, 'momentKind'), field(form, 'moment')]
  const orNone = (text: string) => (text === '' ? null : text)
  const year = field(form, 'dataYear')
  return {
    moment: kind === 'before' || kind === 'after' ? { kind, batch: which } : { kind: 'time', at: which },
    filter: {
      region: orNone(field(form, 'place')),
      indicator: orNone(field(form, 'indicator')),
      year: year === '' ? null : Number(year),
    },
    fingerprint: field(form, 'fingerprint'),
    reason: field(form, 'reason'),
  }
}

/** What restoring a moment would do. */
export type RestorePreview = {
  readonly at: KnownMoment
  readonly filter: CellFilter
  /** counted as from today to the moment: `added` = comes back, `removed` = becomes not observed */
  readonly counts: ChangeCounts
  readonly total: number
  /** names the cells and the versions that were counted */
  readonly fingerprint: string
  readonly canEnter: boolean
  readonly cells: readonly ChangedCell[]
}
