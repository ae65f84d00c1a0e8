import type { GridRow } from './types'

/** The rows that hold every word of a text in their label, hint or id, in any case; all of them for an empty text. */
export function filterRows(rows: readonly GridRow[], text: string): readonly GridRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const all = `${row.id} ${row.label} ${row.hint ?? ''}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
}
