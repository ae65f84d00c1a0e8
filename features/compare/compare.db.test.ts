import { beforeAll, describe, expect, it } from 'vitest'
import { loadSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'
import { getComparePage } from './queries'
import type { ComparePage } from './schema'

const actor = systemActor('test')

async function compare(params: Record<string, string>): Promise<ComparePage> {
  const page = await getComparePage(actor, { params })
  if (!page) throw new Error('nothing to compare')
  return page
}

const three = { region: 'CN-GD', peers: 'CN-JS,CN-ZJ', year: '2019' }
const breaksOf = (page: ComparePage) =>
  page.warnings.flatMap((warning) =>
    warning.code === 'breaks' ? warning.items.map(({ indicator, years }) => [indicator.code, ...years]) : [],
  )
const warningsOf = (page: ComparePage) => page.warnings.map((warning) => warning.code)

describe('the comparison', () => {
  it('is null without data', async () => {
    expect(await getComparePage(actor, { params: three })).toBeNull()
  })

  describe('with the sample', () => {
    beforeAll(async () => {
      expect((await loadSample(actor, {})).ok).toBe(true)
    })

    it('takes the index and its five areas when the address names no measure', async () => {
      const page = await compare(three)
      expect([page.measure.kind, page.partsKind, page.parts.length]).toEqual(['index', 'area', 5])
      expect(page.regions.map((region) => region.code)).toEqual(['CN-GD', 'CN-JS', 'CN-ZJ'])
      expect(page.state.colours).toEqual({ 'CN-GD': 1, 'CN-JS': 2, 'CN-ZJ': 3 })
      // Its areas hold two indicators of talent and one of green development that were counted anew.
      expect(warningsOf(page)).toEqual(['breaks'])
      expect(page.warnings[0]).toMatchObject({ isBelow: true })
      expect(breaksOf(page)).toEqual([
        ['GD05', 2018],
        ['TA01', 2020],
        ['TA04', 2021],
      ])
    })

    it('has the mean of the five areas as the index of each region', async () => {
      const page = await compare(three)
      for (const row of page.table) {
        const mean =
          page.parts.reduce((sum, part) => sum + (part.values[row.region.code] ?? Number.NaN), 0) / 5
        expect(row.value).toBeCloseTo(mean, 10)
      }
    })

    it('takes an area apart into its indicators, an indicator into the years that have values', async () => {
      const area = await compare({ ...three, of: 'ST' })
      expect([area.partsKind, area.parts.length]).toEqual(['indicator', 8])
      const indicator = await compare({ ...three, of: 'GD02' })
      expect(indicator.partsKind).toBe('year')
      expect(indicator.parts.map((part) => part.key)).toEqual(
        Array.from({ length: 10 }, (_, i) => String(2010 + i)),
      )
    })

    it('ranks an indicator that should be low from the lowest value on', async () => {
      const { table } = await compare({ ...three, of: 'GD02', year: '2018' })
      const byRank = table.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map((row) => row.value ?? 0)
      expect(byRank).toEqual(byRank.toSorted((a, b) => a - b))
    })

    it('warns of a missing value, another level, and a break in series', async () => {
      const page = await compare({ region: 'CN-GD', peers: 'CN-XZ,CN', of: 'GD02', year: '2018' })
      expect(warningsOf(page)).toEqual(['otherLevel', 'missing'])
      expect(warningsOf(await compare({ ...three, of: 'TA01', year: '2022' }))).toEqual(['breaks'])
    })

    it('says in the radar what its shapes lack, elsewhere that there is no index', async () => {
      const missing = async (view: string, of = '') => {
        const { warnings } = await compare({ ...three, peers: '', year: '2021', view, of })
        return warnings.flatMap((warning) => (warning.code === 'missing' ? [warning.what] : []))
      }
      expect(await missing('dots')).toEqual(['index'])
      expect(await missing('radar')).toEqual(['parts'])
      expect(await missing('radar', 'TA')).toEqual([])
      expect(await missing('dots', 'GD')).toEqual(['area'])
      expect(await missing('dots', 'GD02')).toEqual(['indicator'])
    })

    it('draws at most eight shapes in the radar and says so; all other views draw every region', async () => {
      const east = { region: 'CN-BJ', year: '2019' }
      expect(warningsOf(await compare({ ...east, view: 'radar' }))).toContain('tooMany')
      const page = await compare({ ...east, view: 'dots' })
      expect(warningsOf(page)).not.toContain('tooMany')
      expect([page.regions.length, Object.keys(page.state.colours).length]).toEqual([10, 8])
    })

    it('counts a region once that the address names twice', async () => {
      const page = await compare({ ...three, peers: 'CN-JS,CN-GD,CN-JS' })
      expect(page.regions.map((region) => region.code)).toEqual(['CN-GD', 'CN-JS'])
    })

    it('sets the measure against another one for all provinces with both values', async () => {
      const page = await compare({ ...three, view: 'scatter', of: 'IN', by: 'ST' })
      expect(page.points).toHaveLength(31)
      expect([page.measure.code, page.across.code]).toEqual(['IN', 'ST'])
      expect((await compare({ ...three, view: 'scatter', by: 'years' })).across.code).toBe('ST')
    })
  })
})
