import { describe, expect, it } from 'vitest'
import { scatterGeometry } from './series'

const format = { locale: 'en', decimals: 1 }
const point = (key: string, x: number, y: number, tone: 'selected' | 'peer' | 'rest') => ({
  key,
  label: key,
  x,
  y,
  tone,
})
const words = { xLabel: 'x', yLabel: 'y', xFormat: format, yFormat: format, summary: '' }

describe('scatterGeometry', () => {
  it('has its lines at the medians, and says so', () => {
    const points = [point('a', 1, 10, 'rest'), point('b', 2, 20, 'rest'), point('c', 9, 30, 'rest')]
    const g = scatterGeometry({ ...words, points, medianLabel: 'median' }, 640)
    expect(g.medians?.x).toBe(g.x.at(2))
    expect(g.medians?.y).toBe(g.y.at(20))
    expect(g.medians?.labels.flatMap((label) => label.lines)).toEqual(['median 2.0', 'median 20.0'])
  })

  it('has no medians of two points', () => {
    expect(
      scatterGeometry({ ...words, points: [point('a', 1, 1, 'rest'), point('b', 2, 2, 'rest')] }, 640)
        .medians,
    ).toBeNull()
  })

  it('names the selected and those peers whose names find room, never the rest', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => point(`Province ${i}`, 5, 5 + i / 1000, 'peer'))
    const points = [...crowd, point('Guangdong', 5, 5, 'selected'), point('Tibet', 1, 1, 'rest')]
    const { names } = scatterGeometry({ ...words, points }, 640)
    expect(names.map((name) => name.key)).toContain('Guangdong')
    expect(names.map((name) => name.key)).not.toContain('Tibet')
    expect(names.length).toBeLessThan(20)
  })

  it('has a legend only when a coloured point finds no room for its name', () => {
    const coloured = (at: number[]) => [
      point('far', 100, 100, 'rest'),
      ...at.map((x, i) => ({ ...point(`Region ${i}`, x, x, 'selected'), token: `--series-${i + 1}` })),
    ]
    expect(scatterGeometry({ ...words, points: coloured([10, 50, 90]) }, 640).legend).toBeNull()
    const crowded = scatterGeometry({ ...words, points: coloured(new Array(12).fill(5)) }, 640)
    expect(crowded.legend?.entries).toHaveLength(12)
    expect(crowded.plot.top).toBeGreaterThan(crowded.legend?.height ?? 0)
  })
})
