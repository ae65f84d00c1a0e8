import type { AreaIndicator } from '../schema'

type Findings = { readonly strong: AreaIndicator; readonly weak: AreaIndicator | null }

/**
 * What carries an area and what holds it back: the most points given, and the lowest score. With equal weights the
 * lowest score is also what most points are lost by.
 *
 * @returns null when no indicator has a score; `weak` is null when only one has
 */
export function findingsOf(indicators: readonly AreaIndicator[]): Findings | null {
  const scored = indicators.filter((state) => state.score !== null)
  const byPoints = scored.toSorted(
    (a, b) => (b.contribution ?? b.score ?? 0) - (a.contribution ?? a.score ?? 0),
  )
  const byScore = byPoints.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))
  const [strong] = byPoints
  if (!strong) return null
  return { strong, weak: byScore.find((state) => state !== strong) ?? null }
}
