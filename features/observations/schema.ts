import { z } from 'zod'
import { obsStatusCodes } from '@/lib/obs-status'

export const yearSchema = z.number().int().min(1900).max(2200)

/** Text that the database can hold: it knows no NUL. */
const textSchema = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((text) => !text.includes('\0'))

/** What may be the code of a region or an indicator; whether it is one, the data say. */
export const codeSchema = textSchema(64).min(1)

/** One cell to be written. What is left out (status, source, note) stays as it is. */
const changeSchema = z.object({
  region: codeSchema,
  indicator: codeSchema,
  year: yearSchema,
  value: z.number().nullable(),
  status: z.enum(obsStatusCodes).optional(),
  source: textSchema(2000).nullable().optional(),
  note: textSchema(4000).nullable().optional(),
  /** The version the edit was made from; 0 = the cell was empty. */
  expectedVersion: z.number().int().min(0),
  /** Undo: the version whose whole content (value, status, source, note) comes back; 0 = as if never entered. */
  restoresVersion: z.number().int().min(0).optional(),
})

export const saveObservationsSchema = z.object({
  kind: z.enum(['entry', 'paste', 'import', 'undo']),
  reason: textSchema(2000).optional(),
  changes: z.array(changeSchema).min(1).max(50_000),
})

export type ObservationChange = z.output<typeof changeSchema>

export type CellKey = { readonly region: string; readonly indicator: string; readonly year: number }

/** Why a cell cannot be written. The code names a message under `entry.problem`. */
export type CellProblemCode =
  | 'unknownRegion'
  | 'unknownIndicator'
  | 'belowHardMin'
  | 'aboveHardMax'
  | 'notALevel'
  | 'outsideValidity'
  | 'twice'
  | 'unknownVersion'
  | 'missingStatusWithValue'
  | 'valueStatusWithoutValue'

export type CellProblem = CellKey & {
  readonly code: CellProblemCode
  readonly params?: Record<string, string | number>
}

/** The state of a cell as the grid needs it. */
export type SavedCell = CellKey & {
  readonly value: number | null
  readonly status: string
  readonly note: string | null
  readonly version: number
  /** Saved, but outside what is plausible. */
  readonly warning: 'belowPlausible' | 'abovePlausible' | null
}

export type CellConflict = CellKey & {
  readonly theirs: {
    readonly value: number | null
    readonly status: string
    readonly version: number
    readonly author: string
    readonly at: string
  }
}

export type SaveRefusal =
  | { readonly ok: false; readonly reason: 'rejected'; readonly problems: readonly CellProblem[] }
  | { readonly ok: false; readonly reason: 'conflict'; readonly conflicts: readonly CellConflict[] }

/** What a save would do: the cells as they would be. It is a refusal, so that the gate takes everything back. */
export type Trial = { readonly ok: false; readonly reason: 'trial'; readonly cells: readonly SavedCell[] }

export const cellKeySchema = z.object({
  region: codeSchema,
  indicator: codeSchema,
  year: yearSchema,
})

/** One entry of a cell's history, newest first. */
export type RevisionEntry = {
  readonly version: number
  readonly value: number | null
  readonly status: string
  readonly note: string | null
  readonly source: { readonly en: string; readonly zh: string } | null
  readonly kind: string
  readonly author: string
  readonly reason: string | null
  readonly at: string
}

export type IndicatorRevision = RevisionEntry & {
  readonly region: string
  readonly year: number
  readonly before: number | null
}

/** What becomes of a value that is imported. */
export type RowFate = 'new' | 'changed' | 'unchanged' | 'rejected' | 'conflict'

/**
 * Observations read from a file, a column each: one entry a value, n of them. Typed arrays, because a file may hold a
 * million. An entry that could not be read is not among them.
 */
export type Candidates = {
  readonly length: number
  /** row of the file, from 1, and column, from 1 */
  readonly row: Int32Array
  readonly column: Int32Array
  /** places in `regions` and `indicators` */
  readonly region: Int32Array
  readonly indicator: Int32Array
  readonly year: Int16Array
  /** NaN = not observed; it becomes null */
  readonly value: Float64Array
  /** the character code of the status, 0 = the file does not say */
  readonly status: Uint8Array
  /** places in `texts`, -1 = the file does not say (what is stored stays), -2 = the file says that there is none */
  readonly source: Int32Array
  readonly note: Int32Array
  /** codes of ours */
  readonly regions: readonly string[]
  readonly indicators: readonly string[]
  readonly texts: readonly string[]
}
