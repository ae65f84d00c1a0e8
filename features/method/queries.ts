import 'server-only'
import { z } from 'zod'
import { areasLacking, type IndexResult, scoreOf } from '@/core/index/run-index'
import { valueAt } from '@/core/panel'
import { openSdg } from '@/core/progress/open-sdg'
import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import { getWorkspace } from '@/features/scores/queries'
import { indexRoot, type Workspace } from '@/features/scores/schema'
import { defineQuery } from '@/server/define'
import type { FrameEnd, MethodArea, MethodIndicator, MethodPage, MethodYear } from './schema'

/** Share of a node within its parent. */
function weightOf({ plan, weights }: IndexResult, code: string): number {
  const node = plan.numberOf.get(code)
  return node === undefined ? 0 : (weights[node] ?? 0)
}

/** The values at both ends of an indicator's frame, and how many of its cells are observed. */
function frameOf(workspace: Workspace, column: number) {
  const { raw } = workspace.index
  let low: FrameEnd | null = null
  let high: FrameEnd | null = null
  let observed = 0
  raw.regions.forEach((code, r) => {
    const region = workspace.region.get(code)
    raw.years.forEach((year, t) => {
      const value = valueAt(raw, r, t, column)
      if (value === null || !region) return
      observed++
      if (low === null || value < low.value) low = { value, region, year }
      if (high === null || value > high.value) high = { value, region, year }
    })
  })
  return { low, high, observed }
}

function indicatorOf(
  workspace: Workspace,
  indicator: IndicatorInfo,
  areaWeight: number | null,
): MethodIndicator {
  const { index } = workspace
  const column = index.raw.indicators.indexOf(indicator.code)
  const { low, high, observed } = frameOf(workspace, column)
  const weight = weightOf(index, indicator.code)
  const hasScores = weight > 0
  const isUp = indicator.direction === 1
  return {
    indicator,
    worst: hasScores ? (isUp ? low : high) : null,
    best: hasScores ? (isUp ? high : low) : null,
    observedShare: observed / (index.raw.regions.length * index.raw.years.length),
    weight,
    effectiveWeight: areaWeight === null ? null : areaWeight * weight,
  }
}

function areaOf(workspace: Workspace, area: AreaInfo): MethodArea {
  const unused = new Set(workspace.index.unused)
  const own = workspace.indicators.filter((indicator) => indicator.area === area.code)
  const weight = area.isHallmark ? null : weightOf(workspace.index, area.code)
  const inUse = own.filter((indicator) => !unused.has(indicator.code))
  return {
    area,
    weight,
    indicators: inUse.map((indicator) => indicatorOf(workspace, indicator, weight)),
    notCollected: own.filter((indicator) => unused.has(indicator.code)),
  }
}

function yearOf({ index, scored, areas }: Workspace, year: number): MethodYear {
  const lacking = new Set(areasLacking(index, year))
  const count = (code: string) =>
    scored.filter((region) => scoreOf(index, region, year, code).score !== null).length
  return {
    year,
    index: count(indexRoot),
    areas: areas.map(({ code }) => ({ code, scored: count(code), isLacking: lacking.has(code) })),
  }
}

/** The recipe in words and numbers: what it did with the working data. Null when there are no observations yet. */
export const getMethodPage = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: async (_, { actor }): Promise<MethodPage | null> => {
    const workspace = await getWorkspace(actor, {})
    if (workspace.scored.length === 0) return null
    const all = workspace.hallmark ? [...workspace.areas, workspace.hallmark] : workspace.areas
    return {
      recipe: workspace.index.recipe,
      progress: openSdg,
      areas: all.map((area) => areaOf(workspace, area)),
      years: workspace.panel.years.map((year) => yearOf(workspace, year)).toReversed(),
      shownYear: workspace.shownYear,
      comparedCount: workspace.scored.length,
      targetCount: workspace.targets.length,
    }
  },
})
