import { describe, expect, it } from 'vitest'
import { findingsByCell, type SampleChecks, sampleChecks } from '@/scripts/testing/sample-checks'
import { plantErrors } from './plant-errors'
import { runChecks } from './run-checks'

const sample = await sampleChecks()
const clean = findingsByCell(sample)
const observed = sample.panel.values.filter((value) => !Number.isNaN(value)).length

function rulesAt({ panel }: SampleChecks, region: string, indicator: string, year: number): string[] {
  const [r, t, i] = [
    panel.regions.indexOf(region),
    panel.years.indexOf(year),
    panel.indicators.indexOf(indicator),
  ]
  const cell = (r * panel.years.length + t) * panel.indicators.length + i
  return (clean.get(cell) ?? []).map(({ reason }) => reason.rule)
}

describe('runChecks on the sample as it is', () => {
  it('finds the odd figures of the source', () => {
    expect(rulesAt(sample, 'CN-XZ', 'IN01', 2015)).toContain('jump')
    expect(rulesAt(sample, 'CN-JL', 'TA04', 2023)).toContain('jump')
    expect(rulesAt(sample, 'CN-SH', 'TA04', 2011)).toContain('jump')
    expect(rulesAt(sample, 'CN-QH', 'ST08', 2019)).toContain('unit-slip')
  })

  it('does not take a marked break for a jump', () => {
    for (const region of sample.panel.regions) expect(rulesAt(sample, region, 'GD05', 2018)).toEqual([])
  })

  it('does not find Beijing and Shanghai for what they always are', () => {
    const ofCapital = [...clean].filter(([, found]) =>
      found.some(({ region }) => ['CN-BJ', 'CN-SH'].includes(sample.panel.regions[region] ?? '')),
    )
    const peers = ofCapital.filter(([, found]) => found.some(({ reason }) => reason.rule === 'peer-outlier'))
    expect(peers).toEqual([])
  })

  it('asks for a look at less than 1 % of the values, and calls none of them an error', () => {
    expect(clean.size).toBeLessThan(0.01 * observed)
    expect([...clean.values()].flat().filter(({ severity }) => severity === 'error')).toEqual([])
    const warnings = [...clean.values()].filter((found) =>
      found.some(({ severity }) => severity === 'warning'),
    )
    expect(warnings.length).toBeLessThan(0.002 * observed)
  })
})

describe('runChecks on planted errors', () => {
  const runs = [1, 2, 3, 4].map((seed) => {
    const { panel, planted } = plantErrors(sample.panel, 5, seed)
    return { planted, found: findingsByCell(sample, panel) }
  })
  const recall = (kind: string) => {
    const all = runs.flatMap(({ planted, found }) =>
      planted
        .filter((one) => one.kind === kind)
        .map(({ changed }) => changed.some((cell) => found.has(cell))),
    )
    return all.filter(Boolean).length / all.length
  }

  it.each([
    ['unit-slip', 0.9],
    ['level-slip', 0.9],
    ['decimal-shift', 0.8],
    ['sign', 1],
    ['copied-forward', 0.85],
    ['swapped-regions', 0.6],
    ['spike', 0.55],
    ['transposed-digits', 0.4],
  ] as const)('finds %s in %f of the cases or more', (kind, least) => {
    expect(recall(kind)).toBeGreaterThanOrEqual(least)
  })

  it('is right in nine of ten findings that the clean sample does not have', () => {
    let [right, wrong] = [0, 0]
    for (const { planted, found } of runs) {
      const changed = new Set(planted.flatMap((one) => one.changed))
      for (const cell of found.keys()) {
        if (changed.has(cell)) right++
        else if (!clean.has(cell)) wrong++
      }
    }
    expect(right / (right + wrong)).toBeGreaterThan(0.88)
  })

  it('plants the same errors for the same seed, and never touches the panel it is given', () => {
    const again = plantErrors(sample.panel, 5, 1)
    expect(again.planted).toEqual(runs[0]?.planted)
    expect(again.panel.values).not.toEqual(sample.panel.values)
  })
})

describe('runChecks', () => {
  it('refuses what is not in the layout of the panel', () => {
    const { panel, status, indicators, parents } = sample
    expect(() => runChecks(panel, status.slice(1), indicators, parents)).toThrow(RangeError)
    expect(() => runChecks(panel, status, indicators.slice(1), parents)).toThrow(RangeError)
  })
})
