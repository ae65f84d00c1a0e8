import { createPanel, type Panel } from '../panel'
import type { FrameworkNode } from './framework'

/** Rows of values, one per indicator, by region and year: `{ 'A 2020': [1, null] }`. null = not observed. */
export type Cells = Readonly<Record<string, readonly (number | null)[]>>

/** A panel for tests; regions stand in the order of their first row. */
export function panelOf(indicators: readonly string[], cells: Cells): Panel {
  const keys = Object.keys(cells).map((key) => key.split(' '))
  const regions = [...new Set(keys.map(([region = '']) => region))]
  const years = [...new Set(keys.map(([, year]) => Number(year)))].toSorted((a, b) => a - b)
  const entries = Object.entries(cells).flatMap(([key, values]) => {
    const [region = '', year] = key.split(' ')
    return values.map((value, i) => ({ region, year: Number(year), indicator: indicators[i] ?? '', value }))
  })
  return createPanel(regions, years, indicators, entries)
}

/** An aggregate for tests. */
export const node = (code: string, parent: string | null, weight = 1): FrameworkNode => ({
  code,
  parent,
  weight,
})
/** An indicator for tests. */
export const leaf = (code: string, parent: string, direction: 1 | -1 = 1, weight = 1): FrameworkNode => ({
  code,
  parent,
  weight,
  direction,
})

/** Two areas below an index, and a hallmark apart from them. */
export const framework: readonly FrameworkNode[] = [
  node('INDEX', null),
  node('A', 'INDEX'),
  leaf('a1', 'A'),
  leaf('a2', 'A', -1),
  leaf('a3', 'A'),
  leaf('a4', 'A'),
  node('B', 'INDEX'),
  leaf('b1', 'B'),
  node('P', null),
  leaf('p1', 'P'),
]
/** The columns of `panel`. */
export const codes = ['a1', 'a2', 'a3', 'a4', 'b1', 'p1']

/** a4 was never observed; the extremes of each column are 0 and 10. */
export const panel = panelOf(codes, {
  'X 2020': [10, 0, 10, null, 10, 10],
  'X 2021': [6, 5, null, null, 8, null],
  'Y 2020': [0, 10, null, null, 0, 0],
  'Y 2021': [5, null, null, null, 4, 7],
  'Z 2020': [5, 5, 0, null, 5, null],
  'Z 2021': [10, 0, 5, null, null, 2],
})
