import { z } from 'zod'
import type { NewIndicator, NewRegion } from '@/features/imports/schema'
import {
  type Candidates,
  type CellIssue,
  type CellProblemCode,
  isTooLong,
  largestValue,
  type Vintage,
} from '@/features/observations/schema'
import { obsStatusCodes } from '@/lib/obs-status'

const textSchema = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((text) => !text.includes('\0'))

const columns = ['row', 'column', 'region', 'indicator', 'year', 'value', 'status', 'source', 'note'] as const
const statuses: ReadonlySet<number> = new Set([0, ...obsStatusCodes.map((code) => code.charCodeAt(0))])

/** What reads files makes them; whatever else is handed over is a mistake of the program. */
function isCandidates(input: unknown): input is Candidates {
  if (typeof input !== 'object' || input === null || !('length' in input)) return false
  const given = input as Candidates
  if (!columns.every((name) => given[name]?.length === given.length)) return false
  for (let i = 0; i < given.length; i++) {
    const [year = 0, value = 0] = [given.year[i], given.value[i]]
    if (year < 1900 || year > 2200 || Math.abs(value) >= largestValue) return false
    if (!statuses.has(given.status[i] ?? 0)) return false
  }
  return !given.texts.some((text) => text.includes('\0'))
}

/** What becomes of each candidate, a column each. */
export type ImportFates = {
  readonly counts: Readonly<Record<'new' | 'changed' | 'unchanged' | 'rejected' | 'conflict', number>>
  /** by candidate: places in `rowFates` */
  readonly fates: Uint8Array
  /** by candidate: the value that is stored, NaN = none */
  readonly before: Float64Array
  /** by candidate: the character code of the stored status, 0 = there is no such cell */
  readonly statusBefore: Uint8Array
  /** by candidate: the version of the cell, 0 = there is none. `expected` of the import that follows */
  readonly seen: Int32Array
  /** why a candidate is rejected, null = it is not */
  readonly issueOf: (candidate: number) => ImportIssue | null
}

/** Besides the problems of a cell: a source or note that is too long. */
export type ImportIssue = Omit<CellIssue, 'code'> & { readonly code: CellProblemCode | 'textTooLong' }

export const importSchema = z.object({
  candidates: z.custom<Candidates>(isCandidates),
  newRegions: z.custom<readonly NewRegion[]>(Array.isArray).default([]),
  newIndicators: z.custom<readonly NewIndicator[]>(Array.isArray).default([]),
  fileName: textSchema(255).optional(),
  reason: textSchema(2000).optional(),
  vintage: z.enum(['preliminary', 'verified', 'final'] satisfies Vintage[]).optional(),
  /** what is cited where the file names no source */
  source: textSchema(2000)
    .refine((text) => !isTooLong('source', text))
    .optional(),
  /** Looks at everything and writes nothing. */
  isTrial: z.boolean().default(false),
  /** Writes what can be written when something is rejected. */
  partial: z.boolean().default(false),
  /** `seen` of the dry run: a cell that has another version by now is a conflict, and nothing is written. */
  expected: z.custom<Int32Array>((input) => input instanceof Int32Array).optional(),
  /**
   * `fates` of the dry run: when a candidate that was good then is refused now, or the other way round, nothing is
   * written, not even with `partial`.
   */
  tried: z.custom<Uint8Array>((input) => input instanceof Uint8Array).optional(),
  /** Is waited for; what it throws ends the import, and nothing is written. */
  onProgress: z
    .custom<(done: number, total: number) => Promise<void> | void>((f) => typeof f === 'function')
    .optional(),
})

export type ImportRefusal =
  | { readonly ok: false; readonly reason: 'trial' | 'rejected' | 'conflict'; readonly fates: ImportFates }
  /** Regions or indicators that were to be added are there already, or the area of an indicator is not. */
  | { readonly ok: false; readonly reason: 'notAddable'; readonly codes: readonly string[] }

/** `batchId` is null when nothing had to be written. */
export type Imported = { readonly batchId: string | null; readonly fates: ImportFates }
