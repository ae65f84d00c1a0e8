import type { Encoding, FileKind, FileProblem, FileWarning, RawRow, Separator, SheetInfo } from '../../schema'

export type JsonStatCategory = {
  readonly code: string
  readonly label: string
  /** of a category of the metric dimension: unit label with its multiplier, as the file says them */
  readonly unit: string | null
}

export type JsonStatDimension = {
  readonly id: string
  readonly label: string
  readonly role: 'time' | 'geo' | 'metric' | null
  readonly categories: readonly JsonStatCategory[]
}

export type JsonStatSet = {
  readonly label: string | null
  readonly source: string | null
  /** in the order of the columns of `rows()` */
  readonly dimensions: readonly JsonStatDimension[]
}

/**
 * A file of which it is known how it is written.
 *
 * Rows are those that hold something: blank ones are left out, and `row` says where each stands. `cells` ends with the
 * last cell that holds something, so rows differ in length. A column keeps its number under a range: what lies outside
 * the range is null. In a workbook a number shown as a percentage is the text seen ("12.3%", all digits kept), a text
 * merged over several cells stands in each of them unless it spans the whole width (a title), and a formula is its last
 * value.
 *
 * JSON-stat is a table in long form: a header row of the dimensions' labels, "value" and "status"; then one row a value
 * with the labels of its categories (the codes, where the labels of a dimension are not unique).
 */
export type OpenedFile = {
  readonly kind: FileKind
  /** null = a workbook */
  readonly encoding: Encoding | null
  /** null = not a text */
  readonly separator: Separator | null
  /** visible and hidden sheets of a workbook; data sets, where a JSON-stat file has several */
  readonly sheets: readonly SheetInfo[]
  readonly sheet: string | null
  /** as chosen, in the form A3:H40 */
  readonly range: string | null
  readonly json?: JsonStatSet
  /** complete once rows() was read to its end */
  warnings(): readonly FileWarning[]
  /** Blocks of at most 5,000 rows. Can be read again from the start. @throws {FileProblemError} */
  rows(): AsyncIterable<readonly RawRow[]>
}

export type OpenResult =
  | { readonly ok: true; readonly value: OpenedFile }
  | { readonly ok: false; readonly reason: 'file'; readonly problem: FileProblem }
