import type { RawRow, Role } from '../../schema'
import { kindOfCell, textOf } from './cells'
import { rankOfTitle, roleOfTitle } from './header-words'
import { readYear } from './read-year'
import { isUnit, type TitleParts, titleParts } from './title-parts'

/** What the names of this installation are, as far as detection needs to know. */
export type Names = {
  readonly isRegion: (text: string) => boolean
  readonly isIndicator: (text: string) => boolean
}

/** What is seen of a column in the first rows. Shares are of the cells that hold something. */
export type ColumnFacts = {
  readonly title: string
  readonly parts: TitleParts
  readonly role: Role | null
  readonly rank: number
  readonly filled: number
  readonly distinct: number
  readonly numbers: number
  readonly years: number
  readonly regions: number
  readonly indicators: number
  readonly units: number
}

const rowsLooked = 200
/** A table of thousands of columns is known by fewer rows. */
const cellsLooked = 20_000

export function columnFacts(
  titles: readonly string[],
  body: readonly RawRow[],
  names: Names,
): readonly ColumnFacts[] {
  const rows = body.slice(
    0,
    Math.max(10, Math.min(rowsLooked, Math.floor(cellsLooked / Math.max(1, titles.length)))),
  )
  return titles.map((title, c) => {
    const texts = rows.map((row) => row.cells[c] ?? null)
    const filled = texts.filter((cell) => textOf(cell) !== '')
    const distinct = new Set(filled.map(textOf))
    const share = (test: (cell: string | number) => boolean) => {
      const fits = filled.filter((cell) => cell !== null && test(cell)).length
      return filled.length === 0 ? 0 : fits / filled.length
    }
    const shareOfTexts = (test: (text: string) => boolean) => {
      const some = [...distinct].slice(0, 50)
      return some.length === 0 ? 0 : some.filter(test).length / some.length
    }
    return {
      title,
      parts: titleParts(title),
      role: roleOfTitle(title),
      rank: rankOfTitle(title),
      filled: filled.length,
      distinct: distinct.size,
      numbers: share((cell) => ['number', 'missing'].includes(kindOfCell(cell))),
      years: share((cell) => readYear(cell) !== null),
      regions: shareOfTexts(names.isRegion),
      indicators: shareOfTexts(names.isIndicator),
      units: shareOfTexts((text) => Number.isNaN(Number(text)) && isUnit(text)),
    }
  })
}
