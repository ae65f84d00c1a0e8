import { powerOfTwo } from './measured-units'

/** Who borders whom: per unit the positions of its neighbours. */
export type Neighbours = readonly (readonly number[])[]

/**
 * Neighbour lists from borders. A border counts both ways; one with a region that is not listed is left out, so that
 * borders may be known of more regions than there are.
 *
 * @param regions n region codes
 * @param borders pairs of region codes, in any order, once or twice
 * @returns n lists of positions, ascending; empty for an island
 */
export function neighboursOf(
  regions: readonly string[],
  borders: Iterable<readonly [string, string]>,
): Neighbours {
  const at = new Map(regions.map((code, i) => [code, i]))
  const lists = regions.map(() => new Set<number>())
  for (const [from, to] of borders) {
    const [a, b] = [at.get(from), at.get(to)]
    if (a === undefined || b === undefined || a === b) continue
    lists[a]?.add(b)
    lists[b]?.add(a)
  }
  return lists.map((list) => [...list].sort((a, b) => a - b))
}

/** The units that have a value and a neighbour with one. */
export type LinkedUnits = {
  /** k positions among the n units handed over */
  readonly units: readonly number[]
  /** units with a value but without a neighbour that has one: positions among the n */
  readonly isolated: readonly number[]
  /** k values */
  readonly values: Float64Array
  /** per unit the positions of its neighbours among the k; each weighs 1 / their number */
  readonly links: readonly Int32Array[]
}

/**
 * Leaves out what spatial autocorrelation cannot be told of: units without a value, and those whose neighbours all lack
 * one. The weights of the others are spread over the neighbours that are left, 1 / k each (row-standardised).
 *
 * @param values     n values in one unit; null = not observed
 * @param neighbours n lists
 * @returns the units that are linked
 * @throws {RangeError} there are not n lists, a neighbour is not one of the n or the unit itself, or a value is not
 *   finite
 */
export function linkedUnits(values: readonly (number | null)[], neighbours: Neighbours): LinkedUnits {
  const count = values.length
  if (neighbours.length !== count)
    throw new RangeError(`spatial autocorrelation needs ${count} lists of neighbours`)
  neighbours.forEach((list, i) => {
    if (list.some((other) => !(Number.isInteger(other) && other >= 0 && other < count && other !== i))) {
      throw new RangeError(
        `spatial autocorrelation needs neighbours among ${count} units and other than the unit`,
      )
    }
  })
  if (values.some((value) => value !== null && !Number.isFinite(value))) {
    throw new RangeError('spatial autocorrelation needs finite values')
  }
  const lists = neighbours.map((list) => [...new Set(list)])
  const isIn = values.map((value) => value !== null)
  const isolated: number[] = []
  // Leaving a unit out can leave another one alone, where a list is not returned by the other side.
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false
    lists.forEach((list, i) => {
      if (!isIn[i] || list.some((other) => isIn[other])) return
      isIn[i] = false
      isolated.push(i)
      hasChanged = true
    })
  }
  const units = [...isIn.keys()].filter((i) => isIn[i])
  const at = new Map(units.map((unit, k) => [unit, k]))
  return {
    units,
    isolated: isolated.sort((a, b) => a - b),
    values: Float64Array.from(units, (unit) => values[unit] as number),
    links: units.map((unit) => Int32Array.from((lists[unit] ?? []).flatMap((other) => at.get(other) ?? []))),
  }
}

/**
 * Deviations from the mean and their mean square, both by a power of two that keeps squares from overflowing; null when
 * all values are equal.
 */
export function deviationsOf(raw: Float64Array): { deviations: Float64Array; variance: number } | null {
  const scale = powerOfTwo(raw.reduce((most, value) => Math.max(most, Math.abs(value)), 0))
  const values = raw.map((value) => value / scale)
  const rough = values.reduce((sum, value) => sum + value, 0) / values.length
  const mean = rough + values.reduce((sum, value) => sum + (value - rough), 0) / values.length
  const deviations = values.map((value) => value - mean)
  const variance = deviations.reduce((sum, one) => sum + one * one, 0) / values.length
  return variance > 0 ? { deviations, variance } : null
}

/** The mean of a unit's neighbours. */
export function lagOf(deviations: Float64Array, links: Int32Array): number {
  let sum = 0
  for (const other of links) sum += deviations[other] as number
  return sum / links.length
}
