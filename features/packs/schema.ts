import { z } from 'zod'
import type { Bilingual } from '@/lib/bilingual'

/** What stands in the first cell of a pack's sheet of figures, and says that it is one. */
export const packMark = 'pentad-pack'
/** Cells that one pack may have: more than a department fills in by hand, and less than a spreadsheet labours at. */
export const mostPackCells = 20_000

const code = z.string().min(1).max(64)
const year = z.coerce.number().int().min(1900).max(2200)

export const packRequestSchema = z.object({
  regions: z.array(code).min(1).max(5000),
  indicators: z.array(code).min(1).max(1000),
  from: year,
  to: year,
})

/** A cell as it was when the pack was handed out. */
export type PackCell = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  /** 0 = never entered */
  readonly version: number
  readonly value: number | null
  readonly status: string
  readonly source: Bilingual | null
  readonly note: string | null
}

export type PackIndicator = {
  readonly code: string
  readonly name: Bilingual
  readonly definition: Bilingual
  readonly unit: Bilingual
  readonly decimals: number
  readonly area: Bilingual
  readonly hardMin: number | null
  readonly hardMax: number | null
  readonly plausibleMin: number | null
  readonly plausibleMax: number | null
  /** none = a number */
  readonly levels: readonly { readonly level: number; readonly wording: Bilingual }[]
}

export type Pack = {
  readonly indicators: readonly PackIndicator[]
  readonly regions: readonly { readonly code: string; readonly name: Bilingual }[]
  /** indicator by indicator, region by region, year by year */
  readonly cells: readonly PackCell[]
}

/** A cell of a pack that came back: what it was when it was handed out, and what it is now. */
export type PackDifference = {
  readonly issued: Omit<PackCell, 'region' | 'indicator' | 'year'>
  readonly now: Omit<PackCell, 'region' | 'indicator' | 'year'>
}
