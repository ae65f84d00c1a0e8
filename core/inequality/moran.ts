import { chiSquaredTail } from '../structure/chi-squared'
import { deviationsOf, type LinkedUnits, lagOf, linkedUnits, type Neighbours } from './neighbours'

/** Moran's I, or why there is none. */
export type Moran =
  | {
      readonly reason: null
      /** I; above `expected` = like stands by like, below = unlike */
      readonly value: number
      /** -1 / (k - 1), of values strewn at random */
      readonly expected: number
      /** under randomisation; null with fewer than 4 units */
      readonly variance: number | null
      /** (I - expected) / √variance; null as variance */
      readonly z: number | null
      /** P(|Z| ≥ |z|) of a normal Z, two-sided; null as variance */
      readonly probability: number | null
      /** how many units took part */
      readonly count: number
      /** positions of the units left out because no neighbour has a value */
      readonly isolated: readonly number[]
    }
  | { readonly reason: 'too-few-units' | 'constant'; readonly isolated: readonly number[] }

/**
 * Moran's I: Σᵢ zᵢ·(Σⱼ wᵢⱼzⱼ) / Σ z², z the deviation from the mean and w = 1 / (number of neighbours) for each
 * neighbour. Expectation and variance under randomisation, that is of the same values strewn over the same map.
 *
 * A region without a neighbour, or whose neighbours have no value, takes no part: it neither counts in n nor in the
 * mean. I hangs on who is called a neighbour.
 *
 * @param values     n values in one unit; null = not observed
 * @param neighbours n lists, as neighboursOf gives them
 * @returns I with its test; 'too-few-units' (fewer than 3 take part) or 'constant'
 * @throws {RangeError} see linkedUnits
 * @see Cliff & Ord, Spatial Processes (1981); R's spdep::moran.test
 */
export function moran(values: readonly (number | null)[], neighbours: Neighbours): Moran {
  const linked = linkedUnits(values, neighbours)
  const { isolated, links } = linked
  const count = linked.units.length
  if (count < 3) return { reason: 'too-few-units', isolated }
  const spread = deviationsOf(linked.values)
  if (spread === null) return { reason: 'constant', isolated }
  const { deviations, variance: squares } = spread
  let product = 0
  let fourths = 0
  deviations.forEach((one, i) => {
    product += one * lagOf(deviations, links[i] as Int32Array)
    fourths += one ** 4
  })
  const value = product / (count * squares)
  const expected = -1 / (count - 1)
  const variance = varianceOf(linked, fourths / count / (squares * squares), expected)
  const z = variance === null || variance <= 0 ? null : (value - expected) / Math.sqrt(variance)
  const probability = z === null ? null : chiSquaredTail(z * z, 1)
  return { reason: null, value, expected, variance, z, probability, count, isolated }
}

/** The variance of I under randomisation; the weights sum to n. */
function varianceOf({ links }: LinkedUnits, kurtosis: number, expected: number): number | null {
  const n = links.length
  if (n < 4) return null
  const columns = new Float64Array(n)
  let both = 0
  links.forEach((list, i) => {
    const weight = 1 / list.length
    for (const j of list) {
      columns[j] = (columns[j] as number) + weight
      const back = links[j] as Int32Array
      both += weight * weight + (back.includes(i) ? weight / back.length : 0)
    }
  })
  const margins = columns.reduce((sum, column) => sum + (1 + column) ** 2, 0)
  const square = n * n
  const even = n * ((square - 3 * n + 3) * both - n * margins + 3 * square)
  const peaked = kurtosis * ((square - n) * both - 2 * n * margins + 6 * square)
  return (even - peaked) / ((n - 1) * (n - 2) * (n - 3) * square) - expected * expected
}
