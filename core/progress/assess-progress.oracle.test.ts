import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { assessProgress, type ProgressAssessment, type ProgressStatus } from './assess-progress'
import type { ProgressMethodName } from './methods'
import { resolveTarget } from './resolve-target'

/** The publishers' own words. Eurostat's two kinds of movement away are one status here. */
const statuses: Readonly<Record<string, ProgressStatus>> = {
  target_achieved: 'achieved',
  on_track: 'on-track',
  progress_needs_acceleration: 'needs-acceleration',
  limited_progress: 'limited',
  deterioration: 'moving-away',
  significant_progress: 'on-track',
  moderate_progress: 'needs-acceleration',
  insufficient_progress: 'limited',
  moderate_movement_away: 'moving-away',
  movement_away: 'moving-away',
  substantial: 'on-track',
  fair: 'needs-acceleration',
  limited_or_none: 'limited',
}

const names: Readonly<Record<string, ProgressMethodName>> = {
  opensdg: 'open-sdg',
  eurostat: 'eurostat',
  un_progress_chart: 'un-progress-chart',
}

type Row = Record<string, string>

function assess(row: Row): ProgressAssessment {
  const series = [
    { year: Number(row.t0), value: Number(row.v0), status: 'A' },
    { year: Number(row.t), value: Number(row.vt), status: 'A' },
  ]
  const target = numberIn(row.target)
  return assessProgress({
    series,
    direction: row.direction === 'negative' ? -1 : 1,
    pace: 'compound',
    method: names[row.method ?? ''] as ProgressMethodName,
    asOf: Number(row.t),
    ...(target === null
      ? {}
      : {
          target: resolveTarget(
            {
              baselineYear: Number(row.t0),
              baselineValue: null,
              targetYear: Number(row.target_year),
              kind: 'value',
              target,
            },
            series,
          ),
        }),
  })
}

const cases = readOracle('mcdm/expected_progress_cases.csv')
const nameOf = (row: Row) => [`${row.method}: ${row.case}`, row] as const
const isCase = (letter: string) => (row: Row) => row.case?.startsWith(`${letter} `) ?? false

describe.each(Object.keys(names))('progress against the reference cases of %s', (method) => {
  const own = cases.filter((row) => row.method === method)

  it('are fourteen', () => {
    expect(own).toHaveLength(14)
  })

  it.each(own.filter((row) => !isCase('G')(row) && !isCase('H')(row)).map(nameOf))('%s', (_, row) => {
    const found = assess(row)
    expect(found.status).toBe(statuses[row.status ?? ''])
    // The file holds the growth without a target with the sign of the wanted direction, in both columns.
    const observed = numberIn(row.cagr_observed)
    const pace = found.rule === 'trend' ? found.growth : found.observedPace
    expect(Math.abs((pace ?? Number.NaN) - Number(observed))).toBeLessThan(1e-9)
    const measure = found.ratio ?? found.growth ?? Number.NaN
    expect(Math.abs(measure - Number(row.ratio_or_growth))).toBeLessThan(1e-9)
    const required = numberIn(row.cagr_required)
    if (required === null) expect(found.requiredPace).toBeNull()
    else expect(Math.abs((found.requiredPace ?? Number.NaN) - required)).toBeLessThan(1e-9)
  })

  it('H achieved comes first under every method, with the same ratio beside it', () => {
    const row = own.find(isCase('H')) as Row
    const found = assess(row)
    expect(found.status).toBe('achieved')
    const ratio = numberIn(row.ratio_or_growth)
    if (ratio !== null) expect(Math.abs((found.ratio ?? Number.NaN) - ratio)).toBeLessThan(1e-9)
  })

  it('G target zero: neither replaced by 0.001 nor a fall of 100 % a year, but followed linearly', () => {
    const row = own.find(isCase('G')) as Row
    // Open SDG puts 0.001 in the place of 0; without that, compound growth to 0 is -100 % a year, whatever the years.
    expect(Number(row.cagr_required)).toBeCloseTo(method === 'opensdg' ? 0.001 ** (1 / 15) - 1 : -1, 9)
    const found = assess(row)
    expect(found).toMatchObject({ pace: 'linear', notes: ['linear-instead'], status: 'on-track' })
    expect(found.ratio).toBeCloseTo(-0.5 / 5 / (-1 / 15), 12)
  })
})
