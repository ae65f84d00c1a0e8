import { describe, expect, it } from 'vitest'
import { createPanel } from '../panel'
import type { FrameworkNode } from './framework'
import { matchedChange } from './matched-change'
import { defaultRecipe } from './recipe'
import { runIndex, scoreOf } from './run-index'

const framework: readonly FrameworkNode[] = [
  { code: 'R', parent: null, weight: 1 },
  { code: 'A', parent: 'R', weight: 1 },
  { code: 'x', parent: 'A', weight: 1, direction: 1 },
  { code: 'y', parent: 'A', weight: 1, direction: 1 },
  { code: 'B', parent: 'R', weight: 1 },
  { code: 'z', parent: 'B', weight: 1, direction: -1 },
]

/** X gains y in 2021; x rises from 20 to 30, z improves from 60 to 50. Y gives each column its 0 and 100. */
const values: Readonly<Record<string, readonly (number | null)[]>> = {
  'X 2020': [20, null, 60],
  'X 2021': [30, 90, 50],
  'X 2022': [30, 40, null],
  'Y 2020': [0, 0, 0],
  'Y 2021': [100, 100, 100],
}
const panel = createPanel(
  ['X', 'Y'],
  [2020, 2021, 2022],
  ['x', 'y', 'z'],
  Object.entries(values).flatMap(([key, row]) => {
    const [region = '', year] = key.split(' ')
    return row.map((value, i) => ({ region, year: Number(year), indicator: 'xyz'.charAt(i), value }))
  }),
)
const index = runIndex(panel, framework, defaultRecipe)

describe('matchedChange', () => {
  it('is the movement over the indicators observed in both years', () => {
    expect(matchedChange(index, 'X', 2020, 2021, 'A')).toBeCloseTo(10, 10)
    expect(matchedChange(index, 'X', 2020, 2021, 'R')).toBeCloseTo(10, 10)
    // The plain difference takes the arrival of y for a rise by 40 points.
    const plain = (scoreOf(index, 'X', 2021, 'A').score ?? 0) - (scoreOf(index, 'X', 2020, 'A').score ?? 0)
    expect(plain).toBeCloseTo(40, 10)
  })

  it('is the plain difference where the same indicators are observed', () => {
    const before = scoreOf(index, 'Y', 2020, 'R').score as number
    const after = scoreOf(index, 'Y', 2021, 'R').score as number
    expect(matchedChange(index, 'Y', 2020, 2021, 'R')).toBe(after - before)
  })

  it('turns its sign with the years', () => {
    expect(matchedChange(index, 'X', 2021, 2020, 'A')).toBeCloseTo(-10, 10)
  })

  it('is null where the indicators in common do not reach the coverage rule', () => {
    expect(matchedChange(index, 'X', 2021, 2022, 'A')).toBeCloseTo(-25, 10)
    expect(matchedChange(index, 'X', 2021, 2022, 'B')).toBeNull()
    expect(matchedChange(index, 'X', 2021, 2022, 'R')).toBeNull()
    const strict = runIndex(panel, framework, { ...defaultRecipe, coverage: { minimum: 0.6 } })
    expect(matchedChange(strict, 'X', 2020, 2021, 'A')).toBeNull()
  })

  it('leaves out an indicator whose series breaks between the years', () => {
    const broken = new Set(['x'])
    expect(matchedChange(index, 'X', 2020, 2021, 'x', broken)).toBeNull()
    // Of A only x was observed in both years; y came with 2021.
    expect(matchedChange(index, 'X', 2020, 2021, 'A', broken)).toBeNull()
    expect(matchedChange(index, 'X', 2020, 2021, 'B', broken)).toBe(
      matchedChange(index, 'X', 2020, 2021, 'B'),
    )
  })

  it('follows one indicator too', () => {
    expect(matchedChange(index, 'X', 2020, 2021, 'z')).toBeCloseTo(10, 10)
    expect(matchedChange(index, 'X', 2020, 2021, 'y')).toBeNull()
  })

  it('is null outside the index, and knows no strange node', () => {
    expect(matchedChange(index, 'Q', 2020, 2021, 'R')).toBeNull()
    expect(matchedChange(index, 'X', 2019, 2020, 'R')).toBeNull()
    expect(() => matchedChange(index, 'X', 2020, 2021, 'nowhere')).toThrow(RangeError)
  })
})
