import { z } from 'zod'
import type { ImportSettings } from '@/features/imports/schema'

/** The largest part of a file that one request brings. Next.js cuts a body at 10 MB when there is a proxy before it. */
export const largestPart = 8 * 1024 * 1024

export const uploadIdSchema = z.string().regex(/^[0-9a-f]{32}$/)

/** A file that somebody brought and that is not imported yet, and what was said about how to read it. */
export type Upload = {
  readonly id: string
  readonly fileName: string
  /** bytes it will have */
  readonly size: number
  /** bytes that are here */
  readonly received: number
  readonly settings: ImportSettings
}

/** Why a part was not taken; `received` says from where to go on. */
export type UploadRefusal =
  | { readonly ok: false; readonly reason: 'tooLarge' | 'diskFull' | 'gone' }
  | { readonly ok: false; readonly reason: 'outOfStep'; readonly received: number }

/** An import that was carried out. */
export type PastImport = {
  readonly id: string
  readonly fileName: string | null
  readonly at: string
  readonly author: string
  readonly reason: string | null
  readonly vintage: 'preliminary' | 'verified' | 'final' | null
  readonly added: number
  readonly changed: number
  /** when it was taken back */
  readonly undoneAt: string | null
}

/** An import and what it touched. */
export type ImportDetail = PastImport & {
  readonly regions: number
  readonly years: readonly [from: number, to: number] | null
  readonly indicators: readonly {
    readonly code: string
    readonly name: { readonly en: string; readonly zh: string }
    readonly count: number
  }[]
}
