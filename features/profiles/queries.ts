import 'server-only'
import { z } from 'zod'
import { areasLacking, scoreOf } from '@/core/index/run-index'
import { changeOf, trendOf } from '@/features/movement/queries'
import { areaIndicators, areaStateOf, choose, getWorkspace, scoreLine } from '@/features/scores/queries'
import { indexRoot, pageParamsSchema, type Workspace } from '@/features/scores/schema'
import { parseSelection } from '@/lib/selection'
import { defineQuery } from '@/server/define'
import type { ProfileIndicator, RegionList, RegionListRow, RegionPage, ScoredIndicator } from './schema'

/** With fewer observed indicators than this, "strongest" and "weakest" would say nothing. */
const minimumForStrengths = 10

function indexStateOf(workspace: Workspace, region: string, year: number) {
  return {
    ...scoreOf(workspace.index, region, year, indexRoot),
    change: changeOf(workspace, region, year - 1, year, indexRoot),
  }
}

/** All regions with index, rank and area scores of the selected year. */
export const getRegionList = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }): Promise<RegionList> => {
    const workspace = await getWorkspace(actor, {})
    const { year, selection } = choose(workspace, parseSelection(params))
    const compared = new Set(workspace.scored)
    const rows = workspace.regions.map((region): RegionListRow => {
      const isCompared = compared.has(region.code)
      const none = { score: null, rank: null, change: null }
      const state = isCompared && year !== null ? indexStateOf(workspace, region.code, year) : none
      return {
        region,
        hasValues: workspace.at.region.has(region.code),
        isCompared,
        score: state.score,
        rank: state.rank,
        change: state.change,
        areas: workspace.areas.map((area) => ({
          code: area.code,
          score:
            isCompared && year !== null ? scoreOf(workspace.index, region.code, year, area.code).score : null,
        })),
      }
    })
    const isWithout = year !== null && rows.every((row) => row.score === null)
    const lacking = new Set(isWithout ? areasLacking(workspace.index, year) : [])
    return {
      year,
      shownYear: workspace.shownYear,
      lacking: workspace.areas.filter((area) => lacking.has(area.code)),
      recipe: workspace.index.recipe,
      selection,
      areas: workspace.areas,
      rows,
    }
  },
})

/** The profile of a region, 'empty' when there is no year to show yet, or null when there is no such region. */
export const getRegionPage = defineQuery({
  permission: 'read',
  input: z.object({ code: z.string(), params: pageParamsSchema }),
  run: async ({ code, params }, { actor }): Promise<RegionPage | 'empty' | null> => {
    const workspace = await getWorkspace(actor, {})
    if (!workspace.region.has(code)) return null
    const chosen = choose(workspace, { ...parseSelection(params), region: code })
    const { region, peers, year } = chosen
    if (!region || year === null) return 'empty'
    const isCompared = workspace.scored.includes(code)
    const indicators = workspace.areas
      .flatMap((area) => areaIndicators(workspace, code, area.code, year))
      .map(
        (state): ProfileIndicator => ({
          ...state,
          score: isCompared ? scoreOf(workspace.index, code, year, state.indicator.code).score : null,
        }),
      )
    const scored = indicators.flatMap((state): ScoredIndicator[] =>
      state.score === null ? [] : [{ ...state, score: state.score }],
    )
    const observed = indicators.filter((state) => state.latest?.year === year)
    const ordered = scored.toSorted((a, b) => b.score - a.score)
    const isEnough = ordered.length >= minimumForStrengths
    return {
      chosen: { ...chosen, region, year },
      isCompared,
      regions: workspace.scored.flatMap((other) => workspace.region.get(other) ?? []),
      index: indexStateOf(workspace, code, year),
      areas: workspace.areas.map((area) => ({
        ...areaStateOf(workspace, code, area, year),
        spread: Object.fromEntries(
          workspace.scored.map((other) => [other, scoreOf(workspace.index, other, year, area.code).score]),
        ),
      })),
      headline: workspace.hallmark ? areaIndicators(workspace, code, workspace.hallmark.code, year) : [],
      indicators,
      strengths: isEnough ? ordered.slice(0, 5) : [],
      weaknesses: isEnough ? ordered.toReversed().slice(0, 5) : [],
      observedShare: indicators.length === 0 ? 0 : observed.length / indicators.length,
      minimumCoverage: workspace.index.recipe.coverage.minimum,
      lines: [region, ...peers].map((line) => scoreLine(workspace, line, indexRoot)),
      trend: trendOf(workspace, code, indexRoot, scoreLine(workspace, region, indexRoot)),
    }
  },
})
