import type { RawRow } from '../../schema'
import { filledIn, isBlank, kindOfCell, textOf } from './cells'
import { roleOfTitle } from './header-words'
import { readYear } from './read-year'
import { isUnit, joint, withoutBrackets } from './title-parts'

const searched = 40
const mostHeaderRows = 4

/** "单位：亿元" and "指标: GDP" are lines about the table, not parts of its header. */
export const lineAbout =
  /^[(（]?\s*(?:(?:数据库|指标|时间|地区|单位|计量单位|unit|units|data source|last updated(?: date)?)\s*[:：]|data source$|last updated(?: date)?$)/iu

const isLine = (row: RawRow) => row.cells.some((cell) => lineAbout.test(textOf(cell)))

function hasFigures(row: RawRow): boolean {
  return row.cells.some((cell) => readYear(cell) === null && kindOfCell(cell) === 'number')
}

/** Years in a row, when they could head columns: some of them differ and none stands twice in a sequence. */
function yearsOf(row: RawRow): readonly number[] {
  return row.cells.flatMap((cell) => readYear(cell) ?? [])
}

function isSequence(years: readonly number[]): boolean {
  if (years.length < 2) return false
  const up = years.every((year, i) => i === 0 || year > (years[i - 1] ?? 0))
  const down = years.every((year, i) => i === 0 || year < (years[i - 1] ?? 0))
  return up || down
}

/** How much a row looks like a header: words that head columns, years in order. */
function score(row: RawRow): number {
  const years = yearsOf(row)
  const words = row.cells.filter((cell) => typeof cell === 'string' && roleOfTitle(cell) !== null).length
  const seen = new Set(years)
  // Years that come again stand below another header: 2022 2023 2022 2023.
  const repeated = years.length >= 4 && seen.size >= 2 && years.length % seen.size === 0
  const about = isLine(row) ? 3 : 0
  return (
    words * 2 +
    (isSequence(years) || repeated ? years.length + 3 : years.length / 2) +
    filledIn(row) / 100 -
    about
  )
}

/**
 * The places in `rows` of the rows that are the header, first to last; none when the table has no header.
 *
 * The header is the row above the first figures that has most words of headers and years; what is merged around it
 * (groups above, units or a second language below) is taken to it.
 */
export function findHeader(rows: readonly RawRow[]): readonly number[] {
  const head = rows.slice(0, searched)
  const firstFigures = head.findIndex((row) => filledIn(row) >= 2 && hasFigures(row) && !isLine(row))
  const end = firstFigures < 0 ? head.length : firstFigures
  let best = -1
  let bestScore = 0
  const yearColumns = new Set<number>()
  for (let i = 0; i < end; i += 1) {
    const row = head[i]
    if (!row || filledIn(row) < 2) continue
    // A year below the word "year" is of the first row of the table, whatever else looks like years in it.
    if ([...yearColumns].some((c) => readYear(row.cells[c] ?? null) !== null)) break
    row.cells.forEach((cell, c) => {
      if (typeof cell === 'string' && roleOfTitle(cell) === 'year') yearColumns.add(c)
    })
    const one = score(row)
    if (best < 0 || one > bestScore + 1e-9) {
      best = i
      bestScore = one
    }
  }
  if (best < 0) return []
  // Nothing there is a word of a header: then it stands right above the figures.
  if (bestScore < 1 && firstFigures > 0) best = firstFigures - 1
  let from = best
  let to = best
  while (from > 0 && to - from < mostHeaderRows && isGroupsAbove(head[from - 1], head[from])) from -= 1
  while (to + 1 < end && to - from < mostHeaderRows && isMoreBelow(head[to], head[to + 1])) to += 1
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

function isGroupsAbove(above: RawRow | undefined, row: RawRow | undefined): boolean {
  if (!above || !row || row.row - above.row > 1 || filledIn(above) < 2 || isLine(above)) return false
  const texts = row.cells.map(textOf).filter((text) => text !== '')
  const isRepeated = new Set(texts).size < texts.length
  const isMergedDown = above.cells.some(
    (cell, c) => !isBlank(cell) && (isBlank(row.cells[c]) || textOf(row.cells[c]) === textOf(cell)),
  )
  return isRepeated || isMergedDown
}

function isMoreBelow(row: RawRow | undefined, below: RawRow | undefined): boolean {
  if (!row || !below || below.row - row.row > 1) return false
  const filled = below.cells.flatMap((cell, c) => (isBlank(cell) ? [] : [{ text: textOf(cell), c }]))
  if (filled.length === 0) return false
  if (filled.every(({ text }) => isUnit(withoutBrackets(text)))) return true
  // A year below the word "year" is the first row of a long table.
  if (filled.some(({ c }) => roleOfTitle(textOf(row.cells[c])) === 'year')) return false
  const texts = row.cells.map(textOf).filter((text) => text !== '')
  const isRepeated = new Set(texts).size < texts.length
  const first = textOf(below.cells[0])
  if (isRepeated && (first === '' || first === textOf(row.cells[0]) || roleOfTitle(first) !== null))
    return true
  return (
    filled.length >= 2 &&
    filled.filter(({ text }) => roleOfTitle(text) !== null).length >= 1 &&
    first !== '' &&
    roleOfTitle(first) !== null &&
    roleOfTitle(textOf(row.cells[0])) !== null
  )
}

/** One title per column. A text merged over several columns stands in the first of them, and counts for all. */
export function titlesOf(header: readonly RawRow[], width: number): readonly string[] {
  const last = header.length - 1
  const spread = header.map((row, level) => {
    if (level === last) return row.cells.map(textOf)
    let held = ''
    return Array.from({ length: width }, (_, c) => {
      const own = textOf(row.cells[c])
      if (own !== '') held = own
      const below = header.slice(level + 1).some((lower) => !isBlank(lower.cells[c]))
      return own !== '' ? own : below ? held : ''
    })
  })
  return Array.from({ length: width }, (_, c) => {
    const parts = spread.map((texts) => texts[c] ?? '').filter((text) => text !== '')
    return parts.filter((text, i) => parts.indexOf(text) === i).join(joint)
  })
}
