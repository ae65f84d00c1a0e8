import 'server-only'
import { z } from 'zod'
import { scoreOf } from '@/core/index/run-index'
import { breakYears } from '@/core/stats/comparable-span'
import { indicatorsBelow } from '@/features/movement/queries'
import { listSourcedObservations } from '@/features/observations/queries'
import type { RegionInfo } from '@/features/regions/schema'
import {
  byUse,
  choose,
  getWorkspace,
  rankingOf,
  scoreLine,
  seriesOf,
  valueLine,
} from '@/features/scores/queries'
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
    const inArea = byUse(workspace).used.filter((indicator) => indicator.area === measure.code)
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
  /** the parts that the radar draws instead of the measure itself */
  readonly parts: readonly ComparePart[] | null
}

/** Which regions lack what is drawn: their parts in the radar, else the value of each measure. */
function missingOf({ workspace, regions, measures, year, parts }: WarnInput): CompareWarning[] {
  if (parts) {
    const lacking = regions.filter(({ code }) => parts.some((part) => (part.values[code] ?? null) === null))
    return lacking.length > 0 ? [{ code: 'missing', what: 'parts', regions: lacking, year }] : []
  }
  return measures.flatMap((measure): CompareWarning[] => {
    const lacks = (region: RegionInfo) => (pointIn(workspace, region, measure, year)?.value ?? null) === null
    const lacking = regions.filter(lacks)
    return lacking.length > 0 ? [{ code: 'missing', what: measure.kind, regions: lacking, year }] : []
  })
}

/** Breaks, definitions and sources of the values compared, or of those that the scores compared are made of. */
async function seriesWarnings({
  workspace,
  actor,
  regions,
  measures,
  year,
}: WarnInput): Promise<CompareWarning[]> {
  const used = new Set(byUse(workspace).used)
  const below = measures.flatMap(({ code }) => indicatorsBelow(workspace, code))
  const indicators = [...new Set(below)].filter((indicator) => used.has(indicator))
  const isBelow = measures.some((measure) => measure.kind !== 'indicator')
  const warnings: CompareWarning[] = []
  const pointsOf = (region: RegionInfo) =>
    indicators.flatMap(({ code }) => seriesOf(workspace, region.code, code))

  const broken = indicators.flatMap((indicator) => {
    const years = breakYears(regions.map((region) => seriesOf(workspace, region.code, indicator.code)))
    return years.length > 0 ? [{ indicator, years }] : []
  })
  if (broken.length > 0) warnings.push({ code: 'breaks', isBelow, items: broken })
  const deviating = regions.filter((region) =>
    pointsOf(region).some((point) => point.year === year && point.status === 'D'),
  )
  if (deviating.length > 0) warnings.push({ code: 'definitions', isBelow, regions: deviating, year })

  const codes = new Set(regions.map((region) => region.code))
  const sources = new Map<string, Set<string>>()
  for (const row of await listSourcedObservations(actor, { year })) {
    if (!codes.has(row.region) || row.sourceEn === null) continue
    sources.set(row.indicator, (sources.get(row.indicator) ?? new Set()).add(row.sourceEn))
  }
  const mixed = indicators.filter(({ code }) => (sources.get(code)?.size ?? 0) > 1)
  if (mixed.length > 0) {
    const count = Math.max(...mixed.map(({ code }) => sources.get(code)?.size ?? 0))
    warnings.push({ code: 'sources', isBelow, indicators: mixed, count, year })
  }
  return warnings
}

async function warningsOf(input: WarnInput): Promise<CompareWarning[]> {
  const scored = new Set(input.workspace.scored)
  const others = input.regions.filter((region) => !scored.has(region.code))
  return [
    ...(others.length > 0 ? [{ code: 'otherLevel' as const, regions: others }] : []),
    ...missingOf(input),
    ...(await seriesWarnings(input)),
  ]
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
    const used = new Set(byUse(workspace).used.map((one) => one.code))
    const ranks = new Map(years.map((y) => [y, ranksIn(workspace, measure, y)]))
    const isRadar = asked.view === 'radar' && measure.kind !== 'indicator'
    const apart = partsOf(workspace, measure, all, year)
    const warnings = await warningsOf({
      workspace,
      actor,
      regions,
      measures: asked.view === 'scatter' ? [measure, across] : [measure],
      year,
      parts: isRadar ? apart.parts : null,
    })
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
      ...apart,
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
