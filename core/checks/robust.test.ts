import { describe, expect, it } from 'vitest'
import { deviationsPerMad, madOfFirst, medianOfFirst } from './robust'

describe('medianOfFirst', () => {
  it('is the middle value, or the mean of the two middle ones, short and long', () => {
    expect(medianOfFirst(Float64Array.of(3, 1, 2, 99), 3)).toBe(2)
    expect(medianOfFirst(Float64Array.of(4, 1, 2, 3), 4)).toBe(2.5)
    const long = Float64Array.from({ length: 101 }, (_, i) => (i * 37) % 101)
    expect(medianOfFirst(long, 101)).toBe(50)
    expect(medianOfFirst(new Float64Array(0), 0)).toBeNaN()
  })
})

describe('madOfFirst', () => {
  it('is the median distance from the centre', () => {
    expect(madOfFirst(Float64Array.of(1, 2, 4, 9), 4, 3)).toBe(1.5)
  })
})

describe('the modified z-score that they make up', () => {
  it('is 0.6745·(x - x̃) / MAD: two far values of ten lie beyond the limit of 3.5, the others within 1.6', () => {
    const values = [2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3]
    const median = medianOfFirst(Float64Array.from(values), 10)
    const mad = madOfFirst(Float64Array.from(values), 10, median)
    // By hand: the middle ones are 2.4 and 2.5; distances .35 .15 .05 .05 .15 .35 .15 .15 5.75 5.85.
    expect(median).toBeCloseTo(2.45, 12)
    expect(mad).toBeCloseTo(0.15, 12)
    const scores = values.map((value) => Math.abs(value - median) / (mad * deviationsPerMad))
    expect(1 / deviationsPerMad).toBeCloseTo(0.6745, 4)
    expect(scores.at(-1)).toBeCloseTo((0.6745 * 5.85) / 0.15, 2)
    expect(scores.filter((score) => score > 3.5)).toHaveLength(2)
    expect(Math.max(...scores.slice(0, 8))).toBeLessThan(1.6)
  })
})
