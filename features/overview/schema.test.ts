import { describe, expect, it } from 'vitest'
import { assessProgress } from '@/core/progress/assess-progress'
import { resolveTarget } from '@/core/progress/resolve-target'
import { orderBySeverity } from './schema'

const series = (values: Readonly<Record<number, number>>) =>
  Object.entries(values).map(([year, value]) => ({ year: Number(year), value, status: 'A' }))

describe('orderBySeverity', () => {
  it('puts the fastest fall first, with a target or without, whatever the unit', () => {
    const asOf = 2020
    const slow = series({ 2019: 1000, 2020: 990 })
    const fast = series({ 2019: 2, 2020: 1 })
    const aimed = series({ 2019: 10, 2020: 9 })
    const target = resolveTarget(
      { kind: 'value', target: 20, targetYear: 2025, baselineYear: 2019, baselineValue: 10 },
      aimed,
    )
    const states = [
      { code: 'slow', progress: assessProgress({ series: slow, direction: 1, pace: 'compound', asOf }) },
      {
        code: 'aimed',
        progress: assessProgress({ series: aimed, direction: 1, pace: 'linear', asOf, target }),
      },
      { code: 'fast', progress: assessProgress({ series: fast, direction: 1, pace: 'linear', asOf }) },
    ]
    expect(states.map(({ progress }) => progress.status)).toEqual(Array(3).fill('moving-away'))
    expect(orderBySeverity(states).map(({ code }) => code)).toEqual(['fast', 'aimed', 'slow'])
  })
})
