import { z } from 'zod'
import type { CellKey } from '@/features/observations/schema'

const codeSchema = z.string().min(1).max(64).refine(hasNoNul)

/** Text that the database can hold: it knows no NUL. */
function hasNoNul(text: string): boolean {
  return !text.includes('\0')
}

export const addCommentSchema = z.object({
  region: codeSchema,
  indicator: codeSchema,
  year: z.number().int().min(1900).max(2200),
  body: z.string().trim().min(1).max(4000).refine(hasNoNul, 'invalid'),
})

export const resolveCommentSchema = z.object({ id: z.number().int().positive() })

/** A remark on a cell. */
export type CellComment = {
  readonly id: number
  readonly body: string
  readonly author: string
  readonly at: string
  /** null = still open */
  readonly resolved: { readonly by: string; readonly at: string } | null
}

/** How many comments of a cell are open; cells without any are not listed. */
export type CommentCount = CellKey & { readonly count: number }
