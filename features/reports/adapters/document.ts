import type { Drawing } from '../schema'

/**
 * A report as a row of blocks in one language. Every file format renders the same blocks; none of them knows what an
 * indicator is.
 */
export type ReportDocument = {
  readonly locale: string
  readonly title: string
  readonly subtitle: string
  /** Who or what made it, for the file's own metadata. */
  readonly author: string
  readonly keywords: readonly string[]
  /** Said on the cover and at the head of every page while figures are sample data. */
  readonly label: { readonly short: string; readonly full: string } | null
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly contentsTitle: string
  /** how to number the pages of contents that a program fills in itself */
  readonly contentsHint: string
  /** At the head and foot of every page; `{page}` and `{pages}` stand for the numbers. */
  readonly running: { readonly head: string; readonly foot: string; readonly pages: string }
  readonly parts: readonly Part[]
}

/** Pages of one orientation. */
export type Part = { readonly isLandscape: boolean; readonly blocks: readonly Block[] }

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly token?: string }
  | { readonly kind: 'text'; readonly text: string; readonly isLead?: boolean }
  /** `isPlain`: the items bring their own numbers */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly isPlain?: boolean }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'figure'; readonly figure: Figure }

export type Column = {
  readonly label: string
  readonly isNumber?: boolean
  /** width relative to the other columns */
  readonly share: number
}

/** What is read in a cell, and for figures the number behind it. */
export type Cell = {
  readonly text: string
  /** unrounded; null = not observed */
  readonly value?: number | null
  readonly decimals?: number
  /** a year: no thousands mark */
  readonly isPlain?: boolean
  /** symbol beside the words, with its colour token */
  readonly mark?: { readonly symbol: string; readonly token: string }
  /** a status letter, set high */
  readonly raised?: string
  readonly isStrong?: boolean
}

/** A table of at most so many rows is kept on one page. */
export const mostRowsTogether = 14

/** The first column names the row. */
export type Table = {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  readonly note?: string
  /** many narrow columns: a step smaller */
  readonly isDense?: boolean
}

/** A chart: its finding, what it measures, where from, a sentence for those who do not see it, and what to draw. */
export type Figure = {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly alt: string
  readonly drawing: Drawing
}

/** A chart as drawn: SVG with its size in pixels (96 to the inch), and the same as PNG where a format needs it. */
export type DrawnFigure = { readonly svg: string; readonly width: number; readonly height: number }

export type DrawnFigures = ReadonlyMap<string, DrawnFigure>

/** A sheet of the workbook: lines above, then one table whose header stays in sight. */
export type Sheet = {
  readonly name: string
  readonly lines: readonly string[]
  readonly table: Table
}

export type ReportBook = { readonly sheets: readonly Sheet[]; readonly locale: string }
