import { beforeAll, describe, expect, it } from 'vitest'
import { accelerationOf } from '@/core/progress/acceleration'
import { growthSince } from '@/core/progress/growth-since'
import { getAreaPage } from '@/features/areas/queries'
import { getComparePage } from '@/features/compare/queries'
import { getExplainPage } from '@/features/explain/queries'
import { saveObservations } from '@/features/observations/mutations'
import { listSourcedObservations } from '@/features/observations/queries'
import { getOverview } from '@/features/overview/queries'
import { getRegionPage } from '@/features/profiles/queries'
import { getReport } from '@/features/reports/queries'
import { loadSample } from '@/features/sample/mutations'
import { getWorkspace, progressOf, seriesOf } from '@/features/scores/queries'
import { getIndicatorPage } from '@/features/trends/queries'
import { systemActor } from '@/server/session'
import { changeOf, trendOf } from './queries'

const actor = systemActor('test')
const region = 'CN-GD'
const params = { region, year: '2019', peers: 'CN-JS' }

/** Puts a value of another scale, tenfold, into a year and everything after it, as a new series does. */
async function breakSeries(indicator: string, from: number): Promise<void> {
  const cells = await listSourcedObservations(actor, { indicator, region })
  const changes = cells
    .filter((cell) => cell.year >= from && cell.value !== null)
    .map((cell) => ({
      ...{ region, indicator, year: cell.year, expectedVersion: 1 },
      value: (cell.value ?? 0) / 10,
      ...(cell.year === from ? { status: 'B' as const } : {}),
    }))
  const outcome = await saveObservations(actor, { kind: 'entry', changes })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
}

describe('a break in series', () => {
  let changeBefore: number | null = null

  beforeAll(async () => {
    await loadSample(actor, {})
    const workspace = await getWorkspace(actor, {})
    changeBefore = changeOf(workspace, region, 2018, 2019, 'ST')
    await breakSeries('ST01', 2019)
    await breakSeries('PR05', 2019)
  })

  it('is not crossed by growth, pace and status of the indicator', async () => {
    const page = await getIndicatorPage(actor, { code: 'ST01', params })
    if (!page || page.chosen === null) throw new Error('no page')
    expect(page.progress).toMatchObject({ breakYear: 2019, observedPace: null, status: 'no-data' })
    expect(page.progress.reason).toBe('one-since-break')
    const later = await getIndicatorPage(actor, { code: 'ST01', params: { ...params, year: '2022' } })
    if (!later || later.chosen === null) throw new Error('no page')
    expect(later.progress.start?.year).toBe(2019)
    expect(later.progress.notes).toContain('started-after-break')
    // A tenth of the value would be a fall of 90 percent.
    expect(Math.abs(later.progress.observedPace ?? 1)).toBeLessThan(0.2)
    const series = later.lines[0]?.points ?? []
    expect(accelerationOf({ series, direction: 1, pace: 'linear', asOf: 2021 }).verdict).toBeNull()
  })

  it('takes the indicator out of the movement of the area, the index and the movers', async () => {
    const workspace = await getWorkspace(actor, {})
    const over = changeOf(workspace, region, 2018, 2019, 'ST')
    expect(over).not.toBeNull()
    expect(Math.abs(over ?? 9)).toBeLessThan(5)
    expect(over).not.toBe(changeBefore)
    const overview = await getOverview(actor, { params })
    const area = overview?.areas.find((state) => state.area.code === 'ST')
    expect(area?.change).toBe(over)
    const mover = overview?.movers.find((one) => one.region.code === region)
    expect(mover?.change).toBe(changeOf(workspace, region, 2018, 2019, 'INDEX'))
    expect(overview?.index.change).toBe(mover?.change)
    expect(overview?.attention.map(({ indicator }) => indicator.code)).not.toContain('ST01')
  })

  it('stops the growth of a headline figure', async () => {
    const overview = await getOverview(actor, { params })
    const figure = overview?.headline.find(({ indicator }) => indicator.code === 'PR05')
    expect(figure?.latest?.status).toBe('B')
    expect(growthSince(figure?.latest ?? null, figure?.before ?? null, 'compound')).toBeNull()
  })

  it('is named by the lines of the area, the region, the comparison and the report', async () => {
    const workspace = await getWorkspace(actor, {})
    const points = workspace.panel.years.map((year) => ({ year, value: year }))
    expect(trendOf(workspace, region, 'ST', { points })?.breaks).toContain(2019)
    const area = await getAreaPage(actor, { slug: 'science-and-technology', params })
    if (!area || area === 'unknown') throw new Error('no page')
    expect(area.trend?.breaks).toContain(2019)
    expect(area.indicators.find(({ indicator }) => indicator.code === 'ST01')?.progress.status).toBe(
      'no-data',
    )
    const profile = await getRegionPage(actor, { code: region, params })
    if (!profile || profile === 'empty') throw new Error('no page')
    expect(profile.trend?.breaks).toContain(2019)
    for (const of of ['ST01', 'ST', 'INDEX']) {
      const compared = await getComparePage(actor, { params: { ...params, of } })
      const warning = compared?.warnings.find(({ code }) => code === 'breaks')
      expect(warning).toMatchObject({ isBelow: of !== 'ST01' })
    }
    const report = await getReport(actor, { ...params, year: 2019, peers: ['CN-JS'], annex: 'region' })
    if (!report.ok) throw new Error(report.reason)
    const chapter = report.value.areas.find((one) => one.area.code === 'ST')
    expect(chapter?.trend?.breaks).toContain(2019)
    expect(chapter?.state?.change).toBe(changeOf(workspace, region, 2018, 2019, 'ST'))
    expect(chapter?.indicators.find(({ indicator }) => indicator.code === 'ST01')?.progress.reason).toBe(
      'one-since-break',
    )
  })

  it('stands beside the value in the explanation of a score', async () => {
    const page = await getExplainPage(actor, { node: 'ST', params })
    expect(page?.statuses.ST01).toBe('B')
  })

  it('is not crossed by a target that is a change of a baseline before it', async () => {
    const workspace = await getWorkspace(actor, {})
    const target = {
      ...{ id: 1, version: 1, isSample: false, source: '' },
      ...{ indicator: 'ST01', region: null, baselineYear: 2015, baselineValue: null, targetYear: 2025 },
      ...{ kind: 'change_percent' as const, target: 20 },
    }
    const assessed = progressOf({ ...workspace, targets: [target] }, region, 'ST01', 2021)
    expect(assessed).toMatchObject({ status: 'no-data', reason: 'break-since-baseline' })
    expect(seriesOf(workspace, region, 'ST01').find((point) => point.year === 2019)?.status).toBe('B')
  })
})
