import 'server-only'
import { z } from 'zod'
import type { FrameworkNode } from '@/core/index/framework'
import { firstShownYear, runIndex, scoreOf } from '@/core/index/run-index'
import { createPanel, type Panel, valueAt } from '@/core/panel'
import { assessProgress, type ProgressAssessment } from '@/core/progress/assess-progress'
import type { ProgressMethodName } from '@/core/progress/methods'
import { olderStatusYear } from '@/core/progress/older-status-year'
import { resolveTarget } from '@/core/progress/resolve-target'
import { listAreas, listIndicators } from '@/features/indicators/queries'
import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import { changeOf } from '@/features/movement/queries'
import { listPanelRows, type PanelRow } from '@/features/observations/queries'
import { getRecipeInUse } from '@/features/recipes/queries'
import { listRegions } from '@/features/regions/queries'
import type { RegionInfo } from '@/features/regions/schema'
import { getSampleState } from '@/features/sample/queries'
import { listTargets } from '@/features/targets/queries'
import type { TargetInfo } from '@/features/targets/schema'
import type { Selection } from '@/lib/selection'
import { keptPerDataVersion } from '@/server/cache'
import { defineQuery } from '@/server/define'
import { systemActor } from '@/server/session'
import {
  type AreaState,
  type Chosen,
  type Dated,
  type IndicatorState,
  indexRoot,
  type StatusMix,
  type Workspace,
  type YearLine,
} from './schema'

/** The areas and their indicators as the forest that the index is calculated on. */
function frameworkOf(
  areas: readonly AreaInfo[],
  indicators: readonly IndicatorInfo[],
  targets: readonly TargetInfo[],
): FrameworkNode[] {
  const isRoot = (area: AreaInfo) => area.isHallmark
  // The last general target in the unit of the values: what a distance to target is measured to.
  const targetOfAll = new Map(
    targets
      .filter(({ region, kind }) => region === null && kind === 'value')
      .toSorted((a, b) => a.targetYear - b.targetYear)
      .map(({ indicator, target }) => [indicator, target]),
  )
  return [
    { code: indexRoot, parent: null, weight: 1 },
    ...areas.map((area) => ({ code: area.code, parent: isRoot(area) ? null : indexRoot, weight: 1 })),
    ...indicators.map(({ code, area, weight, direction }) => ({
      code,
      parent: area,
      weight,
      direction,
      target: targetOfAll.get(code) ?? null,
    })),
  ]
}

/** The group of each region, by which gaps may be filled and regions ranked. */
export function groupsOf(regions: readonly RegionInfo[]): ReadonlyMap<string, string> {
  return new Map(regions.flatMap(({ code, group }) => (group ? [[code, group.en || group.zh] as const] : [])))
}

/** The level that most regions with observations stand on: only regions of one level are ranked together. */
function comparedLevel(regions: readonly RegionInfo[], withData: ReadonlySet<string>): string | null {
  const counts = new Map<string, number>()
  for (const { code, level } of regions)
    if (withData.has(code)) counts.set(level, (counts.get(level) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function layOut(
  rows: readonly PanelRow[],
  regions: readonly RegionInfo[],
  indicators: readonly IndicatorInfo[],
) {
  const withData = new Set(rows.map((row) => row.region))
  const level = comparedLevel(regions, withData)
  const present = regions.filter((region) => withData.has(region.code))
  const scored = present.filter((region) => region.level === level).map((region) => region.code)
  const others = present.filter((region) => region.level !== level).map((region) => region.code)
  const seen = rows.map((row) => row.year)
  const from = seen.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const to = seen.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const years = rows.length === 0 ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const codes = indicators.map((indicator) => indicator.code)
  const panel = createPanel([...scored, ...others], years, codes, rows)
  const at = {
    region: new Map(panel.regions.map((code, i) => [code, i])),
    year: new Map(years.map((year, i) => [year, i])),
    indicator: new Map(codes.map((code, i) => [code, i])),
  }
  const status = new Uint8Array(panel.values.length)
  for (const row of rows) {
    const cell = cellOf(panel, at, row.region, row.year, row.indicator)
    if (cell !== null) status[cell] = row.status.charCodeAt(0)
  }
  return { panel, at, status, scored }
}

function cellOf(
  panel: Panel,
  at: Workspace['at'],
  region: string,
  year: number,
  indicator: string,
): number | null {
  const r = at.region.get(region)
  const t = at.year.get(year)
  const i = at.indicator.get(indicator)
  if (r === undefined || t === undefined || i === undefined) return null
  return (r * panel.years.length + t) * panel.indicators.length + i
}

/** The first regions of a panel as a panel of their own, on the same memory. */
function firstRegions(panel: Panel, count: number): Panel {
  const size = panel.years.length * panel.indicators.length
  return { ...panel, regions: panel.regions.slice(0, count), values: panel.values.subarray(0, count * size) }
}

function shareProvisional(status: Uint8Array): number {
  let observed = 0
  let provisional = 0
  for (const code of status) {
    if (code === 0) continue
    observed++
    if (code === 'P'.charCodeAt(0) || code === 'E'.charCodeAt(0)) provisional++
  }
  return observed === 0 ? 0 : provisional / observed
}

/** Cells, today's or those of an earlier moment, with what today's framework, targets and recipe make of them. */
export async function workspaceOn(rows: readonly PanelRow[]): Promise<Workspace> {
  const actor = systemActor('workspace')
  const [areas, indicators, regions, targets, sample, inUse] = await Promise.all([
    listAreas(actor, {}),
    listIndicators(actor, {}),
    listRegions(actor, {}),
    listTargets(actor, {}),
    getSampleState(actor, {}),
    getRecipeInUse(actor, {}),
  ])
  const { panel, at, status, scored } = layOut(rows, regions, indicators)
  const framework = frameworkOf(areas, indicators, targets)
  const index = runIndex(firstRegions(panel, scored.length), framework, inUse.recipe, {
    groups: groupsOf(regions),
  })
  return {
    areas: areas.filter((area) => !area.isHallmark),
    hallmark: areas.find((area) => area.isHallmark) ?? null,
    indicators,
    indicator: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    regions,
    region: new Map(regions.map((region) => [region.code, region])),
    targets,
    panel,
    at,
    status,
    framework,
    index,
    recipeName: inUse.name,
    scored,
    shownYear: firstShownYear(index, indexRoot),
    sample,
    provisionalShare: shareProvisional(status),
  }
}

/** The working data with their scores, calculated once per state of the data. */
export const getWorkspace = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: keptPerDataVersion(async () => workspaceOn(await listPanelRows(systemActor('workspace'), {}))),
})

/** The whole series of an indicator in a region: a point for every year of the panel, null = not observed. */
export function seriesOf(workspace: Workspace, region: string, indicator: string) {
  const { panel, at, status } = workspace
  const r = at.region.get(region)
  const i = at.indicator.get(indicator)
  return panel.years.map((year, t) => {
    const cell = cellOf(panel, at, region, year, indicator)
    return {
      year,
      value: r === undefined || i === undefined ? null : valueAt(panel, r, t, i),
      status: cell === null || !status[cell] ? '' : String.fromCharCode(status[cell]),
    }
  })
}

/** The latest observed value in or before a year, or null. */
export function latestOf(
  workspace: Workspace,
  region: string,
  indicator: string,
  year: number,
): Dated | null {
  const series = seriesOf(workspace, region, indicator)
  for (let t = series.length - 1; t >= 0; t--) {
    const point = series[t]
    if (point && point.value !== null && point.year <= year) return { ...point, value: point.value }
  }
  return null
}

/** The target that holds for a region: its own before the general one; the earliest not yet past, else the last. */
export function targetOf(
  workspace: Workspace,
  region: string,
  indicator: string,
  year: number,
): TargetInfo | null {
  const all = workspace.targets.filter((target) => target.indicator === indicator)
  const own = all.filter((target) => target.region === region)
  const valid = (own.length > 0 ? own : all.filter((target) => target.region === null)).toSorted(
    (a, b) => a.targetYear - b.targetYear,
  )
  return valid.find((target) => target.targetYear >= year) ?? valid.at(-1) ?? null
}

/** Progress of an indicator in a region as of a year, with every number that led to the status. */
export function progressOf(
  workspace: Workspace,
  region: string,
  indicator: string,
  year: number,
  method: ProgressMethodName = 'open-sdg',
): ProgressAssessment {
  const info = workspace.indicator.get(indicator)
  const series = seriesOf(workspace, region, indicator)
  const target = targetOf(workspace, region, indicator, year)
  return assessProgress({
    series,
    direction: info?.direction ?? 1,
    pace: info?.pace ?? 'compound',
    asOf: year,
    method,
    ...(target ? { target: resolveTarget(target, series) } : {}),
  })
}

/** Values of all compared regions in one year, best first by the indicator's direction; not observed left out. */
export function rankingOf(workspace: Workspace, indicator: string, year: number) {
  const direction = workspace.indicator.get(indicator)?.direction ?? 1
  const t = workspace.at.year.get(year)
  const i = workspace.at.indicator.get(indicator)
  if (t === undefined || i === undefined) return []
  const values = workspace.scored.flatMap((region, r) => {
    const value = valueAt(workspace.panel, r, t, i)
    return value === null ? [] : [{ region, value }]
  })
  const sorted = values.toSorted((a, b) => direction * (b.value - a.value))
  return sorted.map((entry) => ({
    ...entry,
    rank: sorted.findIndex((other) => other.value === entry.value) + 1,
  }))
}

/** The selection with its defaults: the first compared region, its group as peers, the year shown first. */
export function choose(workspace: Workspace, selection: Selection): Chosen {
  const region =
    workspace.region.get(selection.region ?? '') ?? workspace.region.get(workspace.scored[0] ?? '') ?? null
  const codes =
    selection.peers ??
    workspace.regions.flatMap((other) =>
      region?.group && other.group?.en === region.group.en && other.level === region.level
        ? [other.code]
        : [],
    )
  const peers = codes.flatMap((code) => (code === region?.code ? [] : (workspace.region.get(code) ?? [])))
  const { years } = workspace.panel
  const asked = selection.year !== null && years.includes(selection.year) ? selection.year : null
  const year = asked ?? workspace.shownYear ?? years.at(-1) ?? null
  const chosenPeers = selection.peers && peers.map((peer) => peer.code)
  return {
    region,
    peers,
    year,
    recipe: workspace.index.recipe,
    selection: { region: region?.code ?? null, peers: chosenPeers, year },
  }
}

const noStatus: StatusMix = {
  achieved: 0,
  'on-track': 0,
  'needs-acceleration': 0,
  limited: 0,
  'moving-away': 0,
  'no-data': 0,
}

/** The catalogue in two: indicators with values, and those that nobody has collected yet; in the framework's order. */
export function byUse({ index, indicators }: Pick<Workspace, 'index' | 'indicators'>) {
  const unused = new Set(index.unused)
  const used: IndicatorInfo[] = []
  const notCollected: IndicatorInfo[] = []
  for (const indicator of indicators) (unused.has(indicator.code) ? notCollected : used).push(indicator)
  return { used, notCollected }
}

/** How many indicators of a node stand at each status. Indicators nobody has collected yet are left out. */
export function statusMixOf(workspace: Workspace, region: string, area: string, year: number): StatusMix {
  const mix = { ...noStatus }
  for (const indicator of byUse(workspace).used) {
    if (indicator.area !== area) continue
    mix[progressOf(workspace, region, indicator.code, year).status]++
  }
  return mix
}

/** One area of one region in one year: score, rank, movement, coverage and the mix of statuses. */
export function areaStateOf(workspace: Workspace, region: string, area: AreaInfo, year: number): AreaState {
  const now = scoreOf(workspace.index, region, year, area.code)
  return {
    area,
    score: now.score,
    rank: now.rank,
    rankedCount: now.rankedCount,
    coverage: now.coverage,
    reason: now.reason,
    change: changeOf(workspace, region, year - 1, year, area.code),
    mix: statusMixOf(workspace, region, area.code, year),
    olderStatuses: byUse(workspace).used.filter(
      ({ code, area: of }) =>
        of === area.code && olderStatusYear(progressOf(workspace, region, code, year), year) !== null,
    ).length,
  }
}

/** An indicator in a region as of a year: latest value, rank, progress and the whole series. */
export function indicatorStateOf(
  workspace: Workspace,
  region: string,
  indicator: IndicatorInfo,
  year: number,
): IndicatorState {
  const latest = latestOf(workspace, region, indicator.code, year)
  const ranking = latest ? rankingOf(workspace, indicator.code, latest.year) : []
  return {
    indicator,
    latest,
    before: latest ? latestOf(workspace, region, indicator.code, latest.year - 1) : null,
    rank: ranking.find((entry) => entry.region === region)?.rank ?? null,
    rankedCount: ranking.length,
    progress: progressOf(workspace, region, indicator.code, year),
    series: seriesOf(workspace, region, indicator.code),
  }
}

/** Indicators in use of an area in a region, in the framework's order. */
export function areaIndicators(
  workspace: Workspace,
  region: string,
  area: string,
  year: number,
): IndicatorState[] {
  return byUse(workspace)
    .used.filter((indicator) => indicator.area === area)
    .map((indicator) => indicatorStateOf(workspace, region, indicator, year))
}

/** The score of a node of the framework over all years, as a line. */
export function scoreLine(workspace: Workspace, region: RegionInfo, node: string): YearLine {
  const points = workspace.panel.years.map((year) => ({
    year,
    value: scoreOf(workspace.index, region.code, year, node).score,
    status: '',
  }))
  return { region, points }
}

/** The values of an indicator over all years, as a line. */
export function valueLine(workspace: Workspace, region: RegionInfo, indicator: string): YearLine {
  return { region, points: seriesOf(workspace, region.code, indicator) }
}
