import { csvCell } from '@/lib/csv'
import type { ExportRow } from '../schema'

/** A text format: what stands first, and a row. */
export type TextFormat = {
  readonly head: readonly string[]
  readonly row: (row: ExportRow) => readonly (string | number | null)[]
  /** Excel takes a file without a byte order mark for one in the code page of the computer. */
  readonly hasMark: boolean
}

const structure = 'PENTAD:OBSERVATIONS(1.0)'

export const csv: TextFormat = {
  head: ['region', 'indicator', 'year', 'value', 'status', 'source', 'note'],
  row: ({ region, indicator, year, value, status, source, note }) => [
    region,
    indicator,
    year,
    value,
    status,
    source,
    note,
  ],
  hasMark: true,
}

const sdmxHead = [
  'REF_AREA',
  'INDICATOR',
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'SOURCE_DETAIL',
  'COMMENT_OBS',
]

/**
 * SDMX-CSV 2.0. The action "I" says that the file informs and asks for nothing to be changed.
 *
 * @see SDMX-CSV field guide 2.0 (SDMX Technical Working Group)
 */
export const sdmxCsv: TextFormat = {
  head: ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...sdmxHead],
  row: (row) => ['dataflow', structure, 'I', ...csv.row(row)],
  hasMark: false,
}

/** SDMX-CSV 1.0: the dataflow leads each row. */
export const sdmxCsv1: TextFormat = {
  head: ['DATAFLOW', ...sdmxHead],
  row: (row) => [structure, ...csv.row(row)],
  hasMark: false,
}

const lines = (rows: readonly (readonly (string | number | null)[])[]) =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')

export const headText = ({ head, hasMark }: TextFormat) => `${hasMark ? '\uFEFF' : ''}${lines([head])}`
export const rowsText = ({ row }: TextFormat, rows: readonly ExportRow[]) => lines(rows.map(row))
