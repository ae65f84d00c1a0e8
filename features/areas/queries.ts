import 'server-only'
import { z } from 'zod'
import { contributionsOf, scoreOf } from '@/core/index/run-index'
import type { AreaInfo } from '@/features/indicators/schema'
import { trendOf } from '@/features/movement/queries'
import { type Citation, listCitations } from '@/features/observations/queries'
import {
  areaIndicators,
  areaStateOf,
  byUse,
  choose,
  getWorkspace,
  rankingOf,
  scoreLine,
  seriesOf,
} from '@/features/scores/queries'
import { type ChosenRegion, pageParamsSchema, type Workspace } from '@/features/scores/schema'
import { parseSelection } from '@/lib/selection'
import { defineQuery } from '@/server/define'
import type { AreaIndicator, AreaPage, HallmarkPage } from './schema'

function chosenOf(workspace: Workspace, params: z.output<typeof pageParamsSchema>): ChosenRegion | null {
  const chosen = choose(workspace, parseSelection(params))
  const { region, year } = chosen
  return region && year !== null ? { ...chosen, region, year } : null
}

function indicatorsOf(
  workspace: Workspace,
  { region, peers, year }: ChosenRegion,
  area: AreaInfo,
  citations: readonly Citation[],
): AreaIndicator[] {
  const parts = new Map(
    contributionsOf(workspace.index, region.code, year, area.code).map((part) => [
      part.node,
      part.contribution,
    ]),
  )
  return areaIndicators(workspace, region.code, area.code, year).map((state) => ({
    ...state,
    score: scoreOf(workspace.index, region.code, year, state.indicator.code).score,
    contribution: parts.get(state.indicator.code) ?? null,
    peers: peers.map((peer) => ({
      region: peer,
      points: seriesOf(workspace, peer.code, state.indicator.code),
    })),
    sources: citations.flatMap((one) => (one.indicator === state.indicator.code ? [one.source] : [])),
  }))
}

function notCollectedOf(workspace: Workspace, area: AreaInfo) {
  return byUse(workspace).notCollected.filter((indicator) => indicator.area === area.code)
}

/** One area of the selected region: what carries it and what holds it back. Null: nothing to show. */
export const getAreaPage = defineQuery({
  permission: 'read',
  input: z.object({ slug: z.string(), params: pageParamsSchema }),
  run: async ({ slug, params }, { actor }): Promise<AreaPage | 'unknown' | null> => {
    const workspace = await getWorkspace(actor, {})
    const area = workspace.areas.find((candidate) => candidate.slug === slug)
    if (!area) return workspace.areas.length === 0 ? null : 'unknown'
    const chosen = chosenOf(workspace, params)
    if (!chosen) return null
    const { region, peers, year } = chosen
    const ranking = workspace.scored.flatMap((code) => {
      const { score, rank } = scoreOf(workspace.index, code, year, area.code)
      const info = workspace.region.get(code)
      return !info || score === null || rank === null ? [] : [{ region: info, score, rank }]
    })
    return {
      chosen,
      area,
      state: areaStateOf(workspace, region.code, area, year),
      indicators: indicatorsOf(workspace, chosen, area, await listCitations(actor, { area: area.code })),
      notCollected: notCollectedOf(workspace, area),
      lines: [region, ...peers].map((line) => scoreLine(workspace, line, area.code)),
      trend: trendOf(workspace, region.code, area.code, scoreLine(workspace, region, area.code)),
      ranking: ranking.toSorted((a, b) => a.rank - b.rank),
    }
  },
})

/** The hallmark in the selected region: values and ranks of its indicators, without a score. Null: nothing to show. */
export const getHallmarkPage = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }): Promise<HallmarkPage | null> => {
    const workspace = await getWorkspace(actor, {})
    const area = workspace.hallmark
    const chosen = chosenOf(workspace, params)
    if (!area || !chosen) return null
    const citations = await listCitations(actor, { area: area.code })
    return {
      chosen,
      area,
      indicators: indicatorsOf(workspace, chosen, area, citations).map((state) => {
        const year = state.latest?.year ?? chosen.year
        const ranking = rankingOf(workspace, state.indicator.code, year).flatMap((entry) => {
          const info = workspace.region.get(entry.region)
          return info ? [{ ...entry, region: info }] : []
        })
        return { ...state, rankingYear: year, ranking }
      }),
      notCollected: notCollectedOf(workspace, area),
    }
  },
})
