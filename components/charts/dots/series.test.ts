import { describe, expect, it } from 'vitest'
import type { Tone } from '../types'
import { type DotRow, dotsGeometry } from './series'

const format = { locale: 'en', decimals: 1 }
const row = (values: readonly (readonly [string, number | null, Tone, string?])[]): DotRow => ({
  key: 'ST',
  label: 'Science and technology',
  token: '--area-st',
  dots: values.map(([key, value, tone, token]) => ({
    key,
    label: key,
    value,
    tone,
    ...(token ? { token } : {}),
  })),
})

describe('dotsGeometry', () => {
  it('draws no dot where there is no score', () => {
    const g = dotsGeometry(
      {
        rows: [
          row([
            ['A', null, 'selected'],
            ['B', 0, 'peer'],
          ]),
        ],
        domain: [0, 100],
        format,
        summary: '',
      },
      640,
    )
    expect(g.rows[0]?.dots.map((dot) => dot.key)).toEqual(['B'])
  })

  it('draws the selected region last, in the colour of the row, with its value', () => {
    const g = dotsGeometry(
      {
        rows: [
          row([
            ['A', 71.7, 'selected'],
            ['B', 30, 'rest'],
          ]),
        ],
        domain: [0, 100],
        format,
        summary: '',
      },
      640,
    )
    expect(g.rows[0]?.dots.at(-1)).toMatchObject({ key: 'A', colour: 'var(--area-st)' })
    expect(g.rows[0]?.names.map((name) => name.lines)).toEqual([['A 71.7']])
  })

  it('has a legend in a comparison, and lets no coloured dot hide another', () => {
    const dots = [
      ['A', 50, 'selected', '--series-1'],
      ['B', 50, 'selected', '--series-2'],
    ] as const
    const g = dotsGeometry({ rows: [row(dots)], domain: [0, 100], format, summary: '' }, 640)
    expect(g.legend?.entries.map((entry) => entry.lines)).toEqual([['A'], ['B']])
    const [a, b] = g.rows[0]?.dots ?? []
    expect(a?.x).toBe(b?.x)
    expect(Math.abs((a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(9)
  })

  it('puts the title above the row on a phone and beside it elsewhere', () => {
    const props = { rows: [row([['A', 50, 'selected']])], domain: [0, 100] as const, format, summary: '' }
    expect(dotsGeometry(props, 320).rows[0]?.title.y).toBeLessThan(
      (dotsGeometry(props, 320).rows[0]?.y ?? 0) - 20,
    )
    expect(dotsGeometry(props, 640).rows[0]?.title.y).toBe(dotsGeometry(props, 640).rows[0]?.y)
  })
})
