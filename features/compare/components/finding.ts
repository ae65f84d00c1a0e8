import type { ComparePart } from '../schema'

type Leaders = {
  /** regions that are highest in most parts; several when they share that */
  readonly codes: readonly string[]
  readonly count: number
  /** parts in which at least two regions have a value */
  readonly total: number
}

/**
 * Who leads in how many parts. A shared lead counts for each; parts with fewer than two values say nothing.
 *
 * @param direction 1 = the highest value leads, -1 = the lowest
 */
export function leadersOf(
  parts: readonly ComparePart[],
  codes: readonly string[],
  direction: 1 | -1 = 1,
): Leaders {
  const wins = new Map<string, number>()
  let total = 0
  for (const part of parts) {
    const known = codes.flatMap((code) => {
      const value = part.values[code] ?? null
      return value === null ? [] : [{ code, value: value * direction }]
    })
    if (known.length < 2) continue
    total++
    const top = Math.max(...known.map((entry) => entry.value))
    for (const { code, value } of known) if (value === top) wins.set(code, (wins.get(code) ?? 0) + 1)
  }
  const count = Math.max(0, ...wins.values())
  return { codes: codes.filter((code) => count > 0 && wins.get(code) === count), count, total }
}

/** Where a point lies against the medians of all points. */
export function quadrantOf(x: number, y: number, middleX: number, middleY: number) {
  if (x > middleX) return y > middleY ? 'both' : 'onlyX'
  return y > middleY ? 'onlyY' : 'neither'
}
