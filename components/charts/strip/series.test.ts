import { describe, expect, it } from 'vitest'
import { stripGeometry } from './series'

const format = { locale: 'en', decimals: 1 }
const points = (values: readonly number[]) =>
  values.map((value, i) => ({
    key: `r${i}`,
    label: `Region ${i}`,
    value,
    tone: i === 0 ? ('selected' as const) : ('rest' as const),
  }))
const words = { lower: 'lower quartile', median: 'median', upper: 'upper quartile' }

describe('stripGeometry', () => {
  it('has a box from the lower to the upper quartile by the R-7 method', () => {
    const g = stripGeometry({ points: points([1, 2, 3, 4, 5]), format, summary: '', words }, 640)
    expect(g.box).toMatchObject({ from: g.axis.at(2), to: g.axis.at(4) })
    expect(g.quartiles.map((quartile) => quartile.lines.join(' '))).toEqual([
      'lower quartile 2.0',
      'median 3.0',
      'upper quartile 4.0',
    ])
  })

  it('has no quartiles of three', () => {
    const g = stripGeometry({ points: points([1, 2, 3]), format, summary: '' }, 640)
    expect(g.quartiles).toEqual([])
    expect(g.box).toBeNull()
  })

  it('shows every region, also those with equal values', () => {
    const g = stripGeometry({ points: points([2, 2, 2, 2]), format, summary: '' }, 320)
    expect(new Set(g.points.map((point) => `${point.x},${point.y}`)).size).toBe(4)
  })

  it('always names the selected region', () => {
    const g = stripGeometry({ points: points([5, 1, 2, 3, 4]), format, summary: '' }, 320)
    expect(g.names.map((name) => name.lines)).toEqual([['Region 0 5.0']])
  })
})
