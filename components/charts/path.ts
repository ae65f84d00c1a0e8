import type { Spot } from './types'

/** A tenth of a unit is finer than the eye; more digits only make the page heavier. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Straight lines through spots as an SVG path; steps are relative, which takes a third less room. */
export function pathOf(spots: readonly Spot[], isClosed = false): string {
  let path = ''
  let [x, y] = [0, 0]
  for (const [i, spot] of spots.entries()) {
    const [nextX, nextY] = [round(spot.x), round(spot.y)]
    path += i === 0 ? `M${nextX},${nextY}` : `l${round(nextX - x)},${round(nextY - y)}`
    x = nextX
    y = nextY
  }
  return isClosed ? `${path}Z` : path
}
