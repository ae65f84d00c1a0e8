import 'server-only'
import { z } from 'zod'
import { explainScore } from '@/core/explain/explain-score'
import { codeOf } from '@/core/index/framework'
import { choose, getWorkspace, seriesOf } from '@/features/scores/queries'
import { pageParamsSchema, type Workspace } from '@/features/scores/schema'
import { parseSelection } from '@/lib/selection'
import { defineQuery } from '@/server/define'
import type { ExplainPage } from './schema'

/** What stands above a node of the framework, from the top. */
function aboveOf({ index }: Workspace, node: string): string[] {
  const { plan } = index
  const above: string[] = []
  let at = plan.parents[plan.numberOf.get(node) ?? -1] ?? -1
  while (at >= 0) {
    above.unshift(codeOf(plan, at))
    at = plan.parents[at] ?? -1
  }
  return above
}

/** The chain behind a score of the selected region and year; null = no such node, or no data. */
export const getExplainPage = defineQuery({
  permission: 'read',
  input: z.object({ node: z.string(), params: pageParamsSchema }),
  run: async ({ node, params }, { actor }): Promise<ExplainPage | null> => {
    const workspace = await getWorkspace(actor, {})
    const chosen = choose(workspace, parseSelection(params))
    const { region, year } = chosen
    if (!region || year === null || !workspace.index.plan.numberOf.has(node)) return null
    const explanation = explainScore(workspace.index, region.code, year, node)
    if (!explanation) return null
    const areas = [...workspace.areas, ...(workspace.hallmark ? [workspace.hallmark] : [])]
    return {
      chosen: { ...chosen, region, year },
      explanation,
      names: Object.fromEntries([...areas, ...workspace.indicators].map(({ code, name }) => [code, name])),
      indicators: Object.fromEntries(workspace.indicators.map((info) => [info.code, info])),
      statuses: Object.fromEntries(
        workspace.indicators.map(({ code }) => [
          code,
          seriesOf(workspace, region.code, code).find((point) => point.year === year)?.status ?? '',
        ]),
      ),
      above: aboveOf(workspace, node),
    }
  },
})
