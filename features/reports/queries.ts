import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { scoreOf } from '@/core/index/run-index'
import type { AreaInfo } from '@/features/indicators/schema'
import { changeOf, trendOf } from '@/features/movement/queries'
import { listSourcedObservations } from '@/features/observations/queries'
import type { RegionInfo } from '@/features/regions/schema'
import {
  areaIndicators,
  areaStateOf,
  byUse,
  choose,
  getWorkspace,
  scoreLine,
  statusMixOf,
  valueLine,
} from '@/features/scores/queries'
import { indexRoot, pageParamsSchema, type Workspace } from '@/features/scores/schema'
import { type Ok, ok } from '@/lib/result'
import { parseSelection } from '@/lib/selection'
import { dataVersion } from '@/server/cache'
import { defineQuery } from '@/server/define'
import type { Actor } from '@/server/session'
import {
  type Chapter,
  type DataState,
  type PeerRow,
  type ReportInput,
  type ReportModel,
  type ReportObservation,
  type ReportRefusal,
  reportInputSchema,
  type Scale,
} from './schema'

/** A hash of everything that scores and statuses follow from. */
function hashOf(workspace: Workspace): string {
  const { panel, status, indicators, areas, hallmark, targets, index } = workspace
  const head = {
    areas: [hallmark, ...areas].map((area) => area?.code ?? null),
    indicators: indicators.map(({ code, area, direction, weight, pace }) => [
      code,
      area,
      direction,
      weight,
      pace,
    ]),
    targets: targets.map((t) => [
      t.indicator,
      t.region,
      t.baselineYear,
      t.baselineValue,
      t.targetYear,
      t.kind,
      t.target,
    ]),
    recipe: index.recipe,
    regions: panel.regions,
    compared: workspace.scored.length,
    years: panel.years,
    columns: panel.indicators,
  }
  const { values } = panel
  return createHash('sha256')
    .update(JSON.stringify(head))
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .update(status)
    .digest('hex')
}

function dataOf(workspace: Workspace, version: bigint): DataState {
  const { years } = workspace.panel
  const { sampleObservations, ownObservations } = workspace.sample
  return {
    version: String(version),
    hash: hashOf(workspace),
    observations: sampleObservations + ownObservations,
    isSample: sampleObservations > 0,
    firstYear: years[0] ?? 0,
    lastYear: years.at(-1) ?? 0,
  }
}

function chapterOf(
  workspace: Workspace,
  region: RegionInfo,
  peers: readonly RegionInfo[],
  year: number,
  area: AreaInfo,
): Chapter {
  return {
    area,
    state: area.isHallmark ? null : areaStateOf(workspace, region.code, area, year),
    mix: statusMixOf(workspace, region.code, area.code, year),
    indicators: areaIndicators(workspace, region.code, area.code, year).map((state) => ({
      ...state,
      score: area.isHallmark ? null : scoreOf(workspace.index, region.code, year, state.indicator.code).score,
      peers: peers.map((peer) => valueLine(workspace, peer, state.indicator.code)),
    })),
    notCollected: byUse(workspace).notCollected.filter((one) => one.area === area.code),
    lines: area.isHallmark ? [] : [region, ...peers].map((line) => scoreLine(workspace, line, area.code)),
    trend: area.isHallmark
      ? null
      : trendOf(workspace, region.code, area.code, scoreLine(workspace, region, area.code), year),
    spread: Object.fromEntries(
      workspace.scored.map((code) => [code, scoreOf(workspace.index, code, year, area.code).score]),
    ),
  }
}

function peerRow(workspace: Workspace, region: RegionInfo, year: number): PeerRow {
  const { score, rank } = scoreOf(workspace.index, region.code, year, indexRoot)
  const areas = workspace.areas.map((area) => scoreOf(workspace.index, region.code, year, area.code).score)
  return { region, score, rank, areas }
}

function rankingOfIndex(
  workspace: Workspace,
  compared: readonly RegionInfo[],
  year: number,
): ReportModel['ranking'] {
  const ranked = compared.flatMap((region) => {
    const { score, rank } = scoreOf(workspace.index, region.code, year, indexRoot)
    return score !== null && rank !== null ? [{ region, score, rank }] : []
  })
  return ranked.toSorted((a, b) => a.rank - b.rank)
}

/** The ends of the frame that scores are measured in, and the weights, of the indicators in use. */
function scalesOf(workspace: Workspace): Scale[] {
  const { index } = workspace
  const { values, indicators } = index.raw
  return byUse(workspace).used.flatMap((indicator): Scale[] => {
    const column = indicators.indexOf(indicator.code)
    if (column < 0) return []
    let lowest: number | null = null
    let highest: number | null = null
    for (let cell = column; cell < values.length; cell += indicators.length) {
      const value = values[cell]
      if (value === undefined || Number.isNaN(value)) continue
      lowest = lowest === null ? value : Math.min(lowest, value)
      highest = highest === null ? value : Math.max(highest, value)
    }
    return [{ indicator, lowest, highest, weightShare: index.weights[column] ?? 0 }]
  })
}

async function observationsOf(
  actor: Actor,
  workspace: Workspace,
  input: ReportInput,
): Promise<ReportObservation[]> {
  const { region, year, annex } = input
  const notCollected = new Set(byUse(workspace).notCollected.map((one) => one.code))
  const regions = new Set([...workspace.scored, region])
  const rows = await listSourcedObservations(actor, annex === 'region' ? { region } : {})
  return rows
    .filter(
      (row) =>
        regions.has(row.region) && !notCollected.has(row.indicator) && (annex === 'all' || row.year <= year),
    )
    .map((row) => ({
      region: row.region,
      indicator: row.indicator,
      year: row.year,
      value: row.value,
      status: row.status,
      note: row.note,
      source: row.sourceEn === null ? null : { en: row.sourceEn, zh: row.sourceZh ?? '' },
    }))
}

/** The progress report of a region in a year, or why there is none. */
export const getReport = defineQuery({
  permission: 'read',
  input: reportInputSchema,
  run: async (input, { actor }): Promise<Ok<ReportModel> | ReportRefusal> => {
    const { year } = input
    const version = await dataVersion()
    const workspace = await getWorkspace(actor, {})
    const { region, peers } = choose(workspace, { region: input.region, peers: input.peers, year })
    if (!region || region.code !== input.region) return { ok: false, reason: 'unknownRegion' }
    if (!workspace.panel.years.includes(year)) return { ok: false, reason: 'yearWithoutData' }
    const observations = await observationsOf(actor, workspace, input)
    const hasOwn = observations.some(
      (row) => row.region === region.code && row.year <= year && row.value !== null,
    )
    if (!hasOwn) return { ok: false, reason: 'regionWithoutData' }
    const compared = workspace.scored.flatMap((code) => workspace.region.get(code) ?? [])
    const chapter = (area: AreaInfo) => chapterOf(workspace, region, peers, year, area)
    return ok({
      region,
      year,
      peers,
      isCompared: workspace.scored.includes(region.code),
      compared,
      index: {
        ...scoreOf(workspace.index, region.code, year, indexRoot),
        change: changeOf(workspace, region.code, year - 1, year, indexRoot),
      },
      hallmark: workspace.hallmark ? chapter(workspace.hallmark) : null,
      areas: workspace.areas.map(chapter),
      peerRows: [region, ...peers].map((row) => peerRow(workspace, row, year)),
      lines: [region, ...peers].map((line) => scoreLine(workspace, line, indexRoot)),
      trend: trendOf(workspace, region.code, indexRoot, scoreLine(workspace, region, indexRoot), year),
      ranking: rankingOfIndex(workspace, compared, year),
      observations,
      scales: scalesOf(workspace),
      targets: workspace.targets,
      recipe: workspace.index.recipe,
      shownYear: workspace.shownYear,
      data: dataOf(workspace, version),
    })
  },
})

/** What a report can be made of: regions, years, and the selection of the address. */
export const getReportChoices = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }) => {
    const workspace = await getWorkspace(actor, {})
    const { region, peers, year, selection } = choose(workspace, parseSelection(params))
    return { regions: workspace.regions, years: workspace.panel.years, region, peers, year, selection }
  },
})
