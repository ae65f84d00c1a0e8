import { beforeAll, describe, expect, it } from 'vitest'
import { saveObservations } from '@/features/observations/mutations'
import { loadSample, removeSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'
import { getIndicatorList, getIndicatorPage } from './queries'
import type { IndicatorPage } from './schema'

const actor = systemActor('test')

async function indicatorPage(code: string, params: Record<string, string>): Promise<IndicatorPage> {
  const page = await getIndicatorPage(actor, { code, params })
  if (!page || page.chosen === null) throw new Error(`no page of ${code}`)
  return page
}

beforeAll(async () => {
  await loadSample(actor, {})
})

describe('an indicator without any region', () => {
  it('still says what it means', async () => {
    // The catalogue stays when the sample goes.
    await removeSample(actor, {})
    expect(await getIndicatorPage(actor, { code: 'ST01', params: {} })).toMatchObject({
      chosen: null,
      indicator: { code: 'ST01' },
      area: { code: 'ST' },
    })
    await loadSample(actor, {})
  })
})

describe('an indicator of the sample', () => {
  it('is null when the framework has no such code', async () => {
    expect(await getIndicatorPage(actor, { code: 'NOPE', params: {} })).toBeNull()
  })

  it('shows the latest value, its rank and the target of the region', async () => {
    const page = await indicatorPage('ST01', { region: 'CN-GD' })
    expect(page.state.latest).toEqual({ year: 2019, value: 2.88, status: 'A' })
    expect(page.state).toMatchObject({ rank: 4, rankedCount: 31 })
    expect(page.ranking.slice(0, 3).map((entry) => entry.region.code)).toEqual(['CN-BJ', 'CN-SH', 'CN-TJ'])
    expect(page.target).toMatchObject({ baselineYear: 2015, targetYear: 2020, target: 2.5 })
    expect(page.progress).toMatchObject({ status: 'achieved', start: { year: 2015, value: 2.47 } })
  })

  it('turns a target in % of the baseline into a value and holds the pace against it', async () => {
    const { progress } = await indicatorPage('GD02', { region: 'CN-GD', year: '2016' })
    expect(progress.target?.targetValue).toBeCloseTo(0.689232 * 0.82, 12)
    // From 0.689232 in 2015: −6.35 % observed in a year against −3.89 % a year needed for −18 % in five.
    expect(progress.observedPace).toBeCloseTo(0.645442 / 0.689232 - 1, 12)
    expect(progress.requiredPace).toBeCloseTo(0.82 ** (1 / 5) - 1, 12)
    expect(progress.status).toBe('on-track')
    expect(progress.requiredPath.map((point) => point.year)).toEqual([2015, 2016, 2017, 2018, 2019, 2020])
  })

  it('keeps a region without values apart from 0', async () => {
    const page = await indicatorPage('GD02', { region: 'CN-XZ' })
    expect(page.state.latest).toBeNull()
    expect(page.progress).toMatchObject({ status: 'no-data', reason: 'no-observation' })
    expect(page.ranking.some((entry) => entry.region.code === 'CN-XZ')).toBe(false)
    expect(page.ranking).toHaveLength(30)
  })

  it('has nothing to rank when nobody has collected it', async () => {
    const page = await indicatorPage('ST05', { region: 'CN-GD' })
    expect(page).toMatchObject({ rows: [], ranking: [], rankingYear: null })
  })

  it('lists a value that a person changes with what it was before', async () => {
    await saveObservations(actor, {
      kind: 'entry',
      changes: [{ region: 'CN-GD', indicator: 'ST01', year: 2019, value: 2.9, expectedVersion: 1 }],
    })
    const page = await indicatorPage('ST01', { region: 'CN-GD' })
    expect(page.state.latest?.value).toBe(2.9)
    expect(page.revisions).toMatchObject([{ region: 'CN-GD', year: 2019, before: 2.88, value: 2.9 }])
  })
})

describe('the list of indicators', () => {
  it('holds the whole catalogue and marks what nobody has collected', async () => {
    const { rows, areas, chosen } = await getIndicatorList(actor, { params: { region: 'CN-GD' } })
    expect(rows).toHaveLength(61)
    expect(rows.filter((row) => row.state !== null)).toHaveLength(28)
    expect(areas.map((area) => area.code)).toEqual(['PR', 'ST', 'IN', 'GD', 'SM', 'TA'])
    expect(chosen?.year).toBe(2019)
  })
})
