import { matchedChange } from '@/core/index/matched-change'
import { valueAt } from '@/core/panel'
import { indexRoot, type ScoreTrend, type Workspace } from '@/features/scores/schema'

/** The indicators below a node of the framework. The index is over the areas; the hallmark is no part of it. */
export function indicatorsBelow(workspace: Workspace, node: string) {
  const areas = new Set(node === indexRoot ? workspace.areas.map((area) => area.code) : [node])
  return workspace.indicators.filter((indicator) => areas.has(indicator.area) || indicator.code === node)
}

/** The years after `from` and up to `to` in which an indicator starts a new series in a region. */
function breaksBetween(workspace: Workspace, region: string, indicator: string, from: number, to: number) {
  const { panel, at, status } = workspace
  const r = at.region.get(region)
  const i = at.indicator.get(indicator)
  if (r === undefined || i === undefined) return []
  const isBreak = (t: number) =>
    status[(r * panel.years.length + t) * panel.indicators.length + i] === 'B'.charCodeAt(0)
  return panel.years.filter((year, t) => year > from && year <= to && isBreak(t))
}

/**
 * Movement of a score between two years over the indicators observed in both and counted alike in both: one with a
 * break in series on the way takes no part. Points; null where too few are left.
 */
export function changeOf(
  workspace: Workspace,
  region: string,
  from: number,
  to: number,
  node: string,
): number | null {
  const [early, late] = from < to ? [from, to] : [to, from]
  const broken = workspace.indicators.filter(
    ({ code }) => breaksBetween(workspace, region, code, early, late).length > 0,
  )
  return matchedChange(workspace.index, region, from, to, node, new Set(broken.map(({ code }) => code)))
}

function observedIn(workspace: Workspace, region: string, node: string, year: number): string {
  const { panel, at } = workspace
  const r = at.region.get(region)
  const t = at.year.get(year)
  const codes = indicatorsBelow(workspace, node).flatMap(({ code }) => {
    const i = at.indicator.get(code)
    if (r === undefined || t === undefined || i === undefined) return []
    return valueAt(panel, r, t, i) === null ? [] : [code]
  })
  return codes.join(' ')
}

/**
 * What a line of scores says as a whole: the change from its first to its last score, and the years that stand in the
 * way of reading it as one measure.
 *
 * @param points the line, years ascending
 * @param upTo   later years are not looked at
 * @returns null without two scores
 */
export function trendOf(
  workspace: Workspace,
  region: string,
  node: string,
  { points }: { readonly points: readonly { readonly year: number; readonly value: number | null }[] },
  upTo = Number.POSITIVE_INFINITY,
): ScoreTrend | null {
  const scored = points.filter((point) => point.value !== null && point.year <= upTo)
  const first = scored[0]?.year
  const last = scored.at(-1)?.year
  if (first === undefined || last === undefined || first === last) return null
  const sets = scored.map(({ year }) => observedIn(workspace, region, node, year))
  const broken = indicatorsBelow(workspace, node).flatMap(({ code }) =>
    breaksBetween(workspace, region, code, first, last),
  )
  return {
    first,
    last,
    change: changeOf(workspace, region, first, last, node),
    otherSet: scored.flatMap(({ year }, i) => (i > 0 && sets[i] !== sets[i - 1] ? [year] : [])),
    breaks: [...new Set(broken)].toSorted((a, b) => a - b),
  }
}
