import { z } from 'zod'
import { isMissingStatus, obsStatusCodes } from '@/lib/obs-status'

export const yearSchema = z.number().int().min(1900).max(2200)

/** Text that the database can hold: it knows no NUL. */
const textSchema = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((text) => !text.includes('\0'))

/** A source is looked up by its whole text, and the index takes 2,704 bytes: about 860 Chinese characters. */
const mostSourceBytes = 2600
const longest = { source: 2000, note: 4000 }
const encoder = new TextEncoder()

/** Whether a text is too long for what it is to be. */
export const isTooLong = (kind: keyof typeof longest, text: string): boolean =>
  text.length > longest[kind] || (kind === 'source' && encoder.encode(text).length > mostSourceBytes)

const nothingSaid = /^(?:[-–—]|\.{2,3}|…+|n\/a)$/iu

/**
 * A source or a note without blanks around it and with one kind of line end, so that it comes back the same from every
 * file; a dash or the like, which fills a cell and says nothing, is ''.
 */
export function tidyText(text: string): string {
  const plain = text.trim().replaceAll(/\r\n?/g, '\n')
  return nothingSaid.test(plain) ? '' : plain
}

/** What may be the code of a region or an indicator; whether it is one, the data say. */
export const codeSchema = textSchema(64).min(1)

/** No observation is as large: what is comes from a slip, and sums and squares of it are no numbers any more. */
export const largestValue = 1e300

/** One cell to be written. What is left out (status, source, note) stays as it is. */
const changeSchema = z.object({
  region: codeSchema,
  indicator: codeSchema,
  year: yearSchema,
  value: z.number().gt(-largestValue).lt(largestValue).nullable(),
  status: z.enum(obsStatusCodes).optional(),
  source: textSchema(longest.source)
    .refine((text) => !isTooLong('source', text))
    .transform(tidyText)
    .nullable()
    .optional(),
  note: textSchema(longest.note).transform(tidyText).nullable().optional(),
  /** The version the edit was made from; 0 = the cell was empty. */
  expectedVersion: z.number().int().min(0),
  /** Undo and restore: the version whose whole content (value, status, source, note) comes back; 0 = as if never entered. */
  restoresVersion: z.number().int().min(0).optional(),
})

/** How far the publication has come that values are of. */
export const vintages = ['preliminary', 'verified', 'final'] as const
export type Vintage = (typeof vintages)[number]

export const saveObservationsSchema = z.object({
  kind: z.enum(['entry', 'paste', 'import', 'undo', 'restore']),
  reason: textSchema(2000).optional(),
  /** Left out = not said. Figures published again without a change are a revision when their vintage is another. */
  vintage: z.enum(vintages).optional(),
  changes: z.array(changeSchema).min(1).max(50_000),
})

export type SaveInput = z.input<typeof saveObservationsSchema>
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

export type CellIssue = {
  readonly code: CellProblemCode
  readonly params?: Record<string, string | number>
}

export type CellProblem = CellKey & CellIssue

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
  /** null = not said */
  readonly vintage: Vintage | null
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
export const rowFates = ['new', 'changed', 'unchanged', 'rejected', 'conflict'] as const
export type RowFate = (typeof rowFates)[number]

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

/** What an indicator demands of its values; `levels` are those of a milestone. */
export type ValueRules = {
  readonly kind: string
  readonly hardMin: number | null
  readonly hardMax: number | null
  readonly levels: readonly { readonly level: number }[]
}

export type Validity = { readonly validFrom: number | null; readonly validTo: number | null }

/** What is wrong with a value, or null. Ranges are the indicator's hard limits; plausibility only warns. */
export function cellIssue(
  region: Validity | undefined,
  indicator: ValueRules | undefined,
  { year, value, status }: { year: number; value: number | null; status?: string | undefined },
): CellIssue | null {
  if (!region) return { code: 'unknownRegion' }
  if (!indicator) return { code: 'unknownIndicator' }
  const isTooEarly = region.validFrom !== null && year < region.validFrom
  const isTooLate = region.validTo !== null && year > region.validTo
  if (isTooEarly || isTooLate) return { code: 'outsideValidity' }
  if (status && value !== null && isMissingStatus(status)) return { code: 'missingStatusWithValue' }
  if (status && value === null && !isMissingStatus(status)) return { code: 'valueStatusWithoutValue' }
  if (value === null) return null
  if (indicator.kind === 'milestone' && !indicator.levels.some((l) => l.level === value)) {
    return { code: 'notALevel', params: { levels: indicator.levels.map((l) => l.level).join(', ') } }
  }
  if (indicator.hardMin !== null && value < indicator.hardMin) {
    return { code: 'belowHardMin', params: { limit: indicator.hardMin } }
  }
  if (indicator.hardMax !== null && value > indicator.hardMax) {
    return { code: 'aboveHardMax', params: { limit: indicator.hardMax } }
  }
  return null
}

/** What a cell says. */
export type CellContent = {
  readonly value: number | null
  readonly status: string
  readonly sourceId: number | null
  readonly note: string | null
}

/** A cell as it is stored, as far as it bears on what a change makes of it. */
export type CellBefore = CellContent & { readonly isSample: boolean; readonly vintage: string | null }

/** What is asked of a cell. `undefined` = what is stored stays. */
export type CellRequest = {
  readonly value: number | null
  readonly status: string | undefined
  readonly sourceId: number | null | undefined
  readonly note: string | null | undefined
}

/**
 * The cell after the change. What the change leaves out stays, with two exceptions: a status must fit the value,
 * and a typed value that replaces a sample value no longer has the sample's source, note and status. Only a break in
 * series stays: that it lies in this year is no property of the value.
 */
export function nextContent(asked: CellRequest, stored: CellBefore | undefined): CellContent {
  const isReplacingSample = stored?.isSample === true && stored.value !== asked.value
  const isKept = stored && (!isReplacingSample || stored.status === 'B')
  const keptStatus =
    isKept && isMissingStatus(stored.status) === (asked.value === null) ? stored.status : null
  const kept = isReplacingSample ? undefined : stored
  return {
    value: asked.value,
    status: asked.status || keptStatus || (asked.value === null ? 'O' : 'A'),
    sourceId: asked.sourceId === undefined ? (kept?.sourceId ?? null) : asked.sourceId,
    note: asked.note === undefined ? (kept?.note ?? null) : asked.note || null,
  }
}

/**
 * Whether a change leaves the cell as it is. The same figures are written again when they are published as another
 * vintage; "not observed" without a status or a note makes no cell.
 */
export function isUnchanged(
  asked: CellRequest,
  next: CellContent,
  stored: CellBefore | undefined,
  vintage: string | undefined,
): boolean {
  if (!stored) return next.value === null && !asked.status && !asked.note
  if (vintage !== undefined && vintage !== stored.vintage) return false
  return (
    next.value === stored.value &&
    next.status === stored.status &&
    next.sourceId === stored.sourceId &&
    next.note === stored.note
  )
}
