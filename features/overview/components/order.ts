import type { Mover, Overview } from '../schema'

/**
 * The largest rises and falls, and the region that the page is about wherever it stands.
 *
 * @param movers all regions with a change, largest rise first
 * @param region code of the region that must not be missing
 * @param each   how many from either end
 * @returns the chosen ones in the same order, none twice
 */
export function pickMovers(movers: readonly Mover[], region: string, each = 5): Mover[] {
  const lastRise = each - 1
  const firstFall = movers.length - each
  return movers.filter((mover, i) => i <= lastRise || i >= firstFall || mover.region.code === region)
}

type HeatRow = Overview['heat'][number]

/** Highest index first; regions without one after all the others, in their usual order. */
export function heatOrder(rows: readonly HeatRow[]): HeatRow[] {
  const index = (row: HeatRow) => row.scores[0] ?? Number.NEGATIVE_INFINITY
  return rows.toSorted((a, b) => (index(a) === index(b) ? 0 : index(b) - index(a)))
}
