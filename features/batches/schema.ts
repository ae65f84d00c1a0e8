import { z } from 'zod'

const batchIdSchema = z.string().regex(/^[1-9]\d{0,17}$/)

export const previewUndoSchema = z.object({ batchId: batchIdSchema })
export const undoBatchSchema = z.object({
  batchId: batchIdSchema,
  reason: z
    .string()
    .max(2000)
    .refine((text) => !text.includes('\0'))
    .optional(),
})

/** A cell that somebody changed after the batch: undoing the batch keeps it. */
export type KeptCell = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  /** as the batch left it, and as it is */
  readonly wrote: number | null
  readonly value: number | null
  readonly status: string
  /** the batch that wrote it last, by whom and when */
  readonly batchId: string
  readonly kind: string
  readonly author: string
  readonly at: string
}

/** What undoing a batch would do. */
export type UndoPreview = {
  readonly batchId: string
  /** why it cannot be undone, null = it can */
  readonly refusal: UndoRefusal['reason'] | null
  /** cells that get their content from before */
  readonly restored: number
  /** of these: cells that the batch filled, which become "not observed" */
  readonly emptied: number
  /** cells changed since, which stay as they are */
  readonly kept: number
  /** the first of them */
  readonly keptCells: readonly KeptCell[]
}

export type Undone = Pick<UndoPreview, 'restored' | 'kept' | 'keptCells'> & { readonly batchId: string }

export type UndoRefusal = {
  readonly ok: false
  /** `sample`: the sample is removed as a whole instead; `nothingLeft`: every cell was changed since */
  readonly reason: 'notFound' | 'alreadyUndone' | 'sample' | 'nothingLeft'
}
