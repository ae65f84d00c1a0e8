import 'server-only'
import { z } from 'zod'
import { scoreOf } from '@/core/index/run-index'
import { listIndicatorRevisions, listSourcedObservations } from '@/features/observations/queries'
import {
  byUse,
  choose,
  getWorkspace,
  indicatorStateOf,
  progressOf,
  rankingOf,
  targetOf,
  valueLine,
} from '@/features/scores/queries'
import { pageParamsSchema, type Workspace } from '@/features/scores/schema'
import { parseSelection } from '@/lib/selection'
import { defineQuery } from '@/server/define'
import type { BareIndicator, IndicatorList, IndicatorPage } from './schema'

const areaOf = (workspace: Workspace, code: string) =>
  [...workspace.areas, workspace.hallmark].find((area) => area?.code === code) ?? null

/** Every indicator of the framework with its state in the selected region; null state = nothing collected. */
export const getIndicatorList = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }): Promise<IndicatorList> => {
    const workspace = await getWorkspace(actor, {})
    const chosen = choose(workspace, parseSelection(params))
    const { region, year } = chosen
    const used = new Set(byUse(workspace).used)
    const rows = workspace.indicators.map((indicator) => ({
      indicator,
      area: areaOf(workspace, indicator.area),
      state:
        region && year !== null && used.has(indicator)
          ? indicatorStateOf(workspace, region.code, indicator, year)
          : null,
    }))
    return {
      chosen: region && year !== null ? { ...chosen, region, year } : null,
      areas: workspace.hallmark ? [workspace.hallmark, ...workspace.areas] : workspace.areas,
      rows,
    }
  },
})

function latestYearAnywhere(workspace: Workspace, indicator: string, year: number): number | null {
  const years = workspace.panel.years.filter((y) => y <= year).toReversed()
  return years.find((y) => rankingOf(workspace, indicator, y).length > 0) ?? null
}

/** One indicator for the selected region, by itself when there is no region yet, or null when there is no such code. */
export const getIndicatorPage = defineQuery({
  permission: 'read',
  input: z.object({ code: z.string(), params: pageParamsSchema }),
  run: async ({ code, params }, { actor }): Promise<IndicatorPage | BareIndicator | null> => {
    const workspace = await getWorkspace(actor, {})
    const indicator = workspace.indicator.get(code)
    if (!indicator) return null
    const area = areaOf(workspace, indicator.area)
    const chosen = choose(workspace, parseSelection(params))
    const { region } = chosen
    if (!region) return { chosen: null, indicator, area }
    const shown = chosen.year ?? new Date().getUTCFullYear()
    const [observations, revisions] = await Promise.all([
      listSourcedObservations(actor, { indicator: code }),
      listIndicatorRevisions(actor, { indicator: code }),
    ])
    const state = indicatorStateOf(workspace, region.code, indicator, shown)
    const rankingYear = state.latest?.year ?? latestYearAnywhere(workspace, code, shown)
    const years = [...new Set(observations.map((row) => row.year))].toSorted((a, b) => a - b)
    const byCell = new Map(observations.map((row) => [`${row.region}|${row.year}`, row]))
    const present = new Set(observations.map((row) => row.region))
    const sources = new Map(
      observations.flatMap((row) =>
        row.sourceEn ? [[row.sourceEn, { en: row.sourceEn, zh: row.sourceZh ?? '' }]] : [],
      ),
    )
    const others = workspace.scored.flatMap((other) => workspace.region.get(other) ?? [])
    return {
      chosen: { ...chosen, region, year: shown },
      indicator,
      area,
      state,
      rankingYear,
      lines: [region, ...others.filter((other) => other.code !== region.code)].map((line) =>
        valueLine(workspace, line, code),
      ),
      ranking:
        rankingYear === null
          ? []
          : rankingOf(workspace, code, rankingYear).flatMap((entry) => {
              const info = workspace.region.get(entry.region)
              return info ? [{ ...entry, region: info }] : []
            }),
      target: targetOf(workspace, region.code, code, shown),
      progress: progressOf(workspace, region.code, code, shown),
      rows: workspace.regions
        .filter((row) => present.has(row.code))
        .map((row) => ({
          region: row,
          cells: years.map((y) => {
            const cell = byCell.get(`${row.code}|${y}`)
            return {
              year: y,
              value: cell?.value ?? null,
              status: cell?.status ?? '',
              note: cell?.note ?? null,
            }
          }),
        })),
      sources: [...sources.values()],
      revisions: revisions.map((entry) => ({
        ...entry,
        regionInfo: workspace.region.get(entry.region) ?? null,
      })),
      score: scoreOf(workspace.index, region.code, shown, code).score,
      years,
    }
  },
})
