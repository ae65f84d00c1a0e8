import 'server-only'
import { z } from 'zod'
import { areasLacking, scoreOf } from '@/core/index/run-index'
import { changeOf } from '@/features/movement/queries'
import { areaIndicators, areaStateOf, choose, getWorkspace } from '@/features/scores/queries'
import { indexRoot, pageParamsSchema, type Workspace } from '@/features/scores/schema'
import { parseSelection } from '@/lib/selection'
import { defineQuery } from '@/server/define'
import { type Mover, type Overview, orderBySeverity } from './schema'

function findMovers(workspace: Workspace, year: number): Mover[] {
  const movers = workspace.scored.flatMap((code) => {
    const region = workspace.region.get(code)
    const score = scoreOf(workspace.index, code, year, indexRoot).score
    const change = changeOf(workspace, code, year - 1, year, indexRoot)
    return region && score !== null && change !== null ? [{ region, change, score }] : []
  })
  return movers.toSorted((a, b) => b.change - a.change)
}

/** How a region is doing in a year, or null when there is nothing to show yet. */
export const getOverview = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }): Promise<Overview | null> => {
    const workspace = await getWorkspace(actor, {})
    const chosen = choose(workspace, parseSelection(params))
    const { region, year } = chosen
    if (!region || year === null) return null
    const states = workspace.areas.map((area) => areaStateOf(workspace, region.code, area, year))
    const own = scoreOf(workspace.index, region.code, year, indexRoot)
    const all = workspace.areas.flatMap((area) => areaIndicators(workspace, region.code, area.code, year))
    return {
      chosen: { ...chosen, region, year },
      isShownYear: year === workspace.shownYear,
      index: { ...own, change: changeOf(workspace, region.code, year - 1, year, indexRoot) },
      headline: workspace.hallmark
        ? areaIndicators(workspace, region.code, workspace.hallmark.code, year)
        : [],
      areas: states,
      heat: workspace.scored.flatMap((code) => {
        const row = workspace.region.get(code)
        const nodes = [indexRoot, ...workspace.areas.map((area) => area.code)]
        return row
          ? [{ region: row, scores: nodes.map((node) => scoreOf(workspace.index, code, year, node).score) }]
          : []
      }),
      movers: findMovers(workspace, year),
      attention: orderBySeverity(all.filter((state) => state.progress.status === 'moving-away')),
      isAssessed: all.some((state) => state.progress.status !== 'no-data'),
      later: workspace.panel.years
        .filter((y) => workspace.shownYear !== null && y > workspace.shownYear)
        .map((y) => ({ year: y, lacking: areasLacking(workspace.index, y) })),
      years: workspace.panel.years,
      provisionalShare: workspace.provisionalShare,
    }
  },
})
