import { useMemo, useSyncExternalStore } from 'react'
import { type GridColumn, type GridRow, splitKey } from './types'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
}

type Values = Readonly<Record<string, { readonly value: number | null; readonly imputed?: number }>>
type FormatOf = (rowId: string) => (value: number) => string

/** Room for the longest of the values, so that no figure is ever cut: its sign, its letter and 8 px a character. */
export function columnWidthFor(cells: readonly Values[], formatOf: FormatOf): number {
  const extremes = new Map<(value: number) => string, { low: number; high: number }>()
  for (const record of cells) {
    for (const key in record) {
      const value = record[key]?.value ?? record[key]?.imputed ?? 0
      const format = formatOf(splitKey(key).rowId)
      const { low, high } = extremes.get(format) ?? { low: 0, high: 0 }
      if (value <= low || value >= high) {
        extremes.set(format, { low: Math.min(low, value), high: Math.max(high, value) })
      }
    }
  }
  const lengths = [...extremes].flatMap(([format, { low, high }]) => [
    format(low).length,
    format(high).length,
  ])
  return Math.max(88, 40 + 8 * Math.max(0, ...lengths))
}

/** A Chinese character is two Latin ones wide. */
const widthOf = (text: string, latin: number) =>
  [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 14 : latin), 0)

/** Room for the heads of the columns on two lines within reason: for their longest word and for half of the whole. */
export function columnHeadWidthFor(columns: readonly GridColumn[]): number {
  const needed = columns.flatMap(({ label }) => [
    ...label.split(' ').map((word) => widthOf(word, 8.5) * (/[\u2e80-\uffff]/.test(word) ? 0.55 : 1)),
    widthOf(label, 8.5) / 2,
  ])
  return Math.round(Math.min(160, Math.max(0, ...needed) + 28))
}

/** The column width for what the page was given and what was saved since. */
export function useColumnWidth(
  given: Values,
  own: Values,
  formatOf: FormatOf,
  columns: readonly GridColumn[],
): number {
  const heads = useMemo(() => columnHeadWidthFor(columns), [columns])
  const stored = useMemo(() => columnWidthFor([given], formatOf), [given, formatOf])
  const saved = useMemo(() => columnWidthFor([own], formatOf), [own, formatOf])
  return Math.max(stored, saved, heads)
}

export type GridLayout = {
  readonly rowHeight: number
  readonly headerHeight: number
  readonly headWidth: number
}

/** Room for the longest line within reason, the hint being a second one. */
export function headWidthFor(rows: readonly GridRow[]): number {
  const longest = rows.reduce(
    (most, row) => Math.max(most, widthOf(row.label, 7.5), 0.85 * widthOf(row.hint ?? '', 7.5)),
    0,
  )
  return Math.round(Math.min(280, Math.max(120, longest + 20)))
}

/** Whether the heads of the rows have a second line. */
export const hasHints = (rows: readonly GridRow[]) => rows.some((row) => row.hint)

/** Sizes in pixels: virtual scrolling must know them before anything is drawn. Fingers and hints get higher rows. */
export function useGridLayout(rows: readonly GridRow[]): GridLayout {
  const isCoarse = useMedia('(pointer: coarse)')
  const isNarrow = useMedia('(max-width: 640px)')
  const wide = useMemo(() => headWidthFor(rows), [rows])
  const isTwoLine = useMemo(() => hasHints(rows), [rows])
  return {
    rowHeight: isCoarse || isTwoLine ? 44 : 32,
    headerHeight: 40,
    headWidth: isNarrow ? Math.min(isTwoLine ? 168 : 132, wide) : wide,
  }
}
