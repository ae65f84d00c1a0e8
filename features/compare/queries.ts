import 'server-only'
import { z } from 'zod'
import { scoreOf } from '@/core/index/run-index'
import { listSourcedObservations } from '@/features/observations/queries'
import type { RegionInfo } from '@/features/regions/schema'
import { choose, getWorkspace, rankingOf, scoreLine, seriesOf, valueLine } from '@/features/scores/queries'
import { indexRoot, pageParamsSchema, type Workspace, type YearLine } from '@/features/scores/schema'
import { parseSelection } from '@/lib/selection'
import { defineQuery } from '@/server/define'
import type { Actor } from '@/server/session'
import {
  assignColours,
  byYears,
  type ComparePage,
  type ComparePart,
  type CompareWarning,
  type Measure,
  maxColours,
  maxCompared,
  parseCompare,
} from './schema'

function measureOf(workspace: Workspace, code: string): Measure {
  const area = [...workspace.areas, workspace.hallmark].find((candidate) => candidate?.code === code)
  if (area) return { code, kind: 'area', area, indicator: null }
  const indicator = workspace.indicator.get(code)
  if (indicator) return { code, kind: 'indicator', area: null, indicator }
  return { code: indexRoot, kind: 'index', area: null, indicator: null }
}

function lineOf(workspace: Workspace, region: RegionInfo, measure: Measure): YearLine {
  return measure.kind === 'indicator'
    ? valueLine(workspace, region, measure.code)
    : scoreLine(workspace, region, measure.code)
}

function pointIn(workspace: Workspace, region: RegionInfo, measure: Measure, year: number) {
  return lineOf(workspace, region, measure).points.find((point) => point.year === year)
}

/** Rank by region code in one year. */
function ranksIn(workspace: Workspace, measure: Measure, year: number): ReadonlyMap<string, number> {
  if (measure.kind === 'indicator') {
    return new Map(rankingOf(workspace, measure.code, year).map((entry) => [entry.region, entry.rank]))
  }
  return new Map(
    workspace.scored.flatMap((region): [string, number][] => {
      const { rank } = scoreOf(workspace.index, region, year, measure.code)
      return rank === null ? [] : [[region, rank]]
    }),
  )
}

const usedIndicators = (workspace: Workspace) => {
  const unused = new Set(workspace.index.unused)
  return workspace.indicators.filter((indicator) => !unused.has(indicator.code))
}

/** What the measure consists of: the areas of the index, the indicators of an area, the years of an indicator. */
function partsOf(
  workspace: Workspace,
  measure: Measure,
  all: readonly RegionInfo[],
  year: number,
): Pick<ComparePage, 'parts' | 'partsKind'> {
  const scores = (node: string) =>
    Object.fromEntries(
      all.map((region) => [region.code, scoreOf(workspace.index, region.code, year, node).score]),
    )
  if (measure.kind === 'index') {
    const parts = workspace.areas.map(
      ({ code, name }): ComparePart => ({ key: code, name, area: code, values: scores(code) }),
    )
    return { partsKind: 'area', parts }
  }
  if (measure.kind === 'area') {
    const inArea = usedIndicators(workspace).filter((indicator) => indicator.area === measure.code)
    const parts = inArea.map(
      ({ code, name, area }): ComparePart => ({ key: code, name, area, values: scores(code) }),
    )
    return { partsKind: 'indicator', parts }
  }
  const lines = all.map((region) => lineOf(workspace, region, measure))
  const parts = workspace.panel.years.map((y, t): ComparePart => {
    const values = Object.fromEntries(lines.map((line) => [line.region.code, line.points[t]?.value ?? null]))
    return { key: String(y), name: null, area: null, values }
  })
  const isKnown = (part: ComparePart) => Object.values(part.values).some((value) => value !== null)
  return { partsKind: 'year', parts: parts.filter(isKnown) }
}

type WarnInput = {
  readonly workspace: Workspace
  readonly actor: Actor
  readonly regions: readonly RegionInfo[]
  readonly measures: readonly Measure[]
  readonly year: number
}

async function warningsOf({
  workspace,
  actor,
  regions,
  measures,
  year,
}: WarnInput): Promise<CompareWarning[]> {
  const warnings: CompareWarning[] = []
  const scored = new Set(workspace.scored)
  const others = regions.filter((region) => !scored.has(region.code))
  if (others.length > 0) warnings.push({ code: 'otherLevel', regions: others })
  const lacks = (region: RegionInfo) =>
    measures.some((measure) => (pointIn(workspace, region, measure, year)?.value ?? null) === null)
  const missing = regions.filter(lacks)
  if (missing.length > 0) warnings.push({ code: 'missing', regions: missing, year })

  const indicators = measures.filter((measure) => measure.kind === 'indicator').map((measure) => measure.code)
  const seriesFor = (region: RegionInfo) =>
    indicators.flatMap((code) => seriesOf(workspace, region.code, code))
  const breaks = regions.flatMap(seriesFor).flatMap((point) => (point.status === 'B' ? [point.year] : []))
  if (breaks.length > 0)
    warnings.push({ code: 'breaks', years: [...new Set(breaks)].toSorted((a, b) => a - b) })
  const deviating = regions.filter((region) =>
    seriesFor(region).some((point) => point.year === year && point.status === 'D'),
  )
  if (deviating.length > 0) warnings.push({ code: 'definitions', regions: deviating, year })

  const codes = new Set(regions.map((region) => region.code))
  for (const indicator of indicators) {
    const rows = await listSourcedObservations(actor, { indicator })
    const cited = rows.filter((row) => row.year === year && codes.has(row.region) && row.sourceEn)
    const sources = new Set(cited.map((row) => row.sourceEn))
    if (sources.size > 1) warnings.push({ code: 'sources', count: sources.size })
  }
  return warnings
}

/** The comparison that an address describes, or null when there is nothing to compare yet. */
export const getComparePage = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }): Promise<ComparePage | null> => {
    const workspace = await getWorkspace(actor, {})
    const { region, peers, year, selection } = choose(workspace, parseSelection(params))
    if (!region || year === null) return null
    const { add: _, ...asked } = parseCompare(params)
    const measure = measureOf(workspace, asked.of)
    const firstArea = workspace.areas.find((area) => area.code !== measure.code)
    const across = measureOf(workspace, asked.by && asked.by !== byYears ? asked.by : (firstArea?.code ?? ''))
    const chosen = [region, ...peers.filter((peer, i) => peers.indexOf(peer) === i)]
    const regions = chosen.slice(0, maxCompared)
    const codes = regions.map((one) => one.code)
    const compared = workspace.scored.flatMap((code) => workspace.region.get(code) ?? [])
    const all = [...compared, ...regions.filter((one) => !workspace.scored.includes(one.code))]
    const { years } = workspace.panel
    const used = new Set(usedIndicators(workspace).map((one) => one.code))
    const ranks = new Map(years.map((y) => [y, ranksIn(workspace, measure, y)]))
    const warnings = await warningsOf({
      workspace,
      actor,
      regions,
      measures: asked.view === 'scatter' ? [measure, across] : [measure],
      year,
    })
    const isRadar = asked.view === 'radar' && measure.kind !== 'indicator'
    const drawn = isRadar ? maxColours : maxCompared
    if (chosen.length > drawn) warnings.unshift({ code: 'tooMany', shown: drawn, chosen: chosen.length })
    return {
      state: { ...asked, of: measure.code, selection, colours: assignColours(codes, asked.colours) },
      indexCode: indexRoot,
      year,
      measure,
      across,
      regions,
      all,
      lines: regions.map((line) => lineOf(workspace, line, measure)),
      rankLines: regions.map((line) => ({
        region: line,
        points: years.map((y) => ({ year: y, value: ranks.get(y)?.get(line.code) ?? null, status: '' })),
      })),
      rankedCount: ranks.get(year)?.size ?? 0,
      comparedCount: workspace.scored.length,
      ...partsOf(workspace, measure, all, year),
      points: all.flatMap((point) => {
        const x = pointIn(workspace, point, across, year)?.value ?? null
        const y = pointIn(workspace, point, measure, year)?.value ?? null
        return x === null || y === null ? [] : [{ region: point, x, y }]
      }),
      table: regions.map((row) => {
        const point = pointIn(workspace, row, measure, year)
        return {
          region: row,
          value: point?.value ?? null,
          status: point?.status ?? '',
          rank: ranks.get(year)?.get(row.code) ?? null,
        }
      }),
      areas: workspace.hallmark ? [...workspace.areas, workspace.hallmark] : workspace.areas,
      // One that nobody has collected yet stays in the list as long as it is the one asked for.
      indicators: workspace.indicators.filter((one) => used.has(one.code) || one === measure.indicator),
      addable: [...workspace.regions].filter((one) => !codes.includes(one.code)),
      warnings,
    }
  },
})
