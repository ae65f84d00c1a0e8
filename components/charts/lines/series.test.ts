import { describe, expect, it } from 'vitest'
import { lineHeight } from '../text'
import type { ChartLine } from '../types'
import { unbroken } from '../unbroken'
import { linesGeometry } from './series'

const format = { locale: 'en', decimals: 2, unit: '%' }
const line = (key: string, tone: ChartLine['tone'], values: (number | null)[]): ChartLine => ({
  key,
  label: key,
  tone,
  points: values.map((value, i) => ({ year: 2010 + i, value })),
})

describe('unbroken', () => {
  it('ends a piece at a missing value and at a missing year', () => {
    const pieces = unbroken([
      { year: 2010, value: 1 },
      { year: 2011, value: null },
      { year: 2012, value: 2 },
      { year: 2013, value: 3 },
      { year: 2016, value: 4 },
    ])
    expect(pieces.map((piece) => piece.map((point) => point.year))).toEqual([[2010], [2012, 2013], [2016]])
  })

  it('ends a piece before a break in the series', () => {
    const pieces = unbroken([
      { year: 2010, value: 1, status: 'A' },
      { year: 2011, value: 2, status: 'B' },
      { year: 2012, value: 3, status: 'A' },
    ])
    expect(pieces.map((piece) => piece.length)).toEqual([1, 2])
  })

  it('takes 0 for a value', () => {
    expect(unbroken([{ year: 2010, value: 0 }])).toHaveLength(1)
  })
})

describe('linesGeometry', () => {
  it('spreads the names at the line ends apart, whatever the width', () => {
    const lines = Array.from({ length: 12 }, (_, i) => line(`Region ${i}`, 'peer', [1, 2 + i / 1000]))
    for (const width of [320, 460, 640, 920]) {
      const { names, height } = linesGeometry({ lines, format, summary: '' }, width)
      expect(names).toHaveLength(12)
      const rows = names.map((n) => [
        n.y - (n.lines.length * lineHeight) / 2,
        n.y + (n.lines.length * lineHeight) / 2,
      ])
      const sorted = rows.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
      for (const [i, row] of sorted.entries())
        expect(sorted[i + 1]?.[0] ?? height).toBeGreaterThanOrEqual((row[1] ?? 0) - 0.01)
      expect(sorted.at(-1)?.[1]).toBeLessThanOrEqual(height)
    }
  })

  it('grows when the names need more height than the plot has', () => {
    const many = Array.from({ length: 40 }, (_, i) => line(`Region ${i}`, 'peer', [1, 2]))
    expect(linesGeometry({ lines: many, format, summary: '' }, 320).height).toBeGreaterThan(40 * lineHeight)
  })

  it('says the year of a last value that is older than the others', () => {
    const lines = [line('A', 'selected', [1, 2, 3]), line('B', 'peer', [1, 2, null])]
    const { names } = linesGeometry({ lines, format, summary: '' }, 640)
    expect(names.map((name) => name.lines.join(' '))).toEqual(['B 2.00% (2011)', 'A 3.00%'])
  })

  it('makes room for the target: its value on the axis, its year at the end', () => {
    const g = linesGeometry(
      {
        lines: [line('A', 'selected', [1, 2])],
        format,
        summary: '',
        target: { year: 2015, value: 9, label: 'Target' },
      },
      640,
    )
    expect(g.y.domain[1]).toBeGreaterThanOrEqual(9)
    expect(g.x.domain).toEqual([2010, 2015])
    expect(g.target?.x).toBe(g.x.at(2015))
  })

  it('puts rank 1 on top', () => {
    const g = linesGeometry(
      { lines: [line('A', 'selected', [1, 31])], format, summary: '', isRank: true, domain: [1, 31] },
      640,
    )
    expect(g.y.at(1)).toBeLessThan(g.y.at(31))
  })

  it('draws nothing where nothing was observed, without failing', () => {
    const g = linesGeometry({ lines: [line('A', 'selected', [null, null])], format, summary: '' }, 320)
    expect(g.names).toEqual([])
    expect(g.lines[0]?.path).toBe('')
    expect(linesGeometry({ lines: [], format, summary: '' }, 320).height).toBeGreaterThan(0)
  })
})
