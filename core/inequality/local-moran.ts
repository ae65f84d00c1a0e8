import { chiSquaredTail } from '../structure/chi-squared'
import { deviationsOf, lagOf, linkedUnits, type Neighbours } from './neighbours'

/** What stands by what: the unit itself, then the mean of its neighbours, against the mean of all. */
export type MoranQuadrant = 'high-high' | 'low-low' | 'high-low' | 'low-high'

/** A unit's own part in Moran's I. */
export type LocalMoran = {
  /** Iᵢ; above 0 = like its neighbours; null when the unit takes no part */
  readonly value: number | null
  readonly expected: number | null
  /** conditional on the unit's own value; null too with fewer than 3 units */
  readonly variance: number | null
  /** (Iᵢ - expected) / √variance; null too where the variance is 0 */
  readonly z: number | null
  /** P(|Z| ≥ |z|) of a normal Z, two-sided, not corrected for the number of units tested; null as z */
  readonly probability: number | null
  /** null too where the unit or its neighbours stand at the mean */
  readonly quadrant: MoranQuadrant | null
}

const nothing: LocalMoran = {
  value: null,
  expected: null,
  variance: null,
  z: null,
  probability: null,
  quadrant: null,
}

/**
 * Local Moran's I: Iᵢ = zᵢ·Σⱼ wᵢⱼzⱼ / m₂ with m₂ = Σz²/n. Expectation and variance are those of the neighbours being drawn
 * at random from the other units, the unit's own value being given. The mean of the Iᵢ is Moran's I.
 *
 * As many tests as units: a few of a hundred are below 0.05 by chance.
 *
 * @param values     n values in one unit; null = not observed
 * @param neighbours n lists, as neighboursOf gives them
 * @returns n parts; null where the unit has no value or no neighbour with one, everywhere when all values are equal
 * @throws {RangeError} see linkedUnits
 * @see Anselin (1995), Local Indicators of Spatial Association, Geographical Analysis 27(2); Sokal, Oden & Thomson
 *   (1998), ibid. 30(4); R's spdep::localmoran
 */
export function localMoran(values: readonly (number | null)[], neighbours: Neighbours): LocalMoran[] {
  const { units, links, values: known } = linkedUnits(values, neighbours)
  const result = values.map(() => nothing)
  const spread = deviationsOf(known)
  if (spread === null) return result
  const { deviations, variance: squares } = spread
  const n = units.length
  units.forEach((unit, i) => {
    const own = deviations[i] as number
    const list = links[i] as Int32Array
    const lag = lagOf(deviations, list)
    const value = (own * lag) / squares
    const relative = (own * own) / squares
    const expected = -relative / (n - 1)
    // Σw = 1 and Σw² = 1 / k.
    const variance =
      n < 3
        ? null
        : Math.max(0, relative * (n / (n - 2)) * (1 / list.length - 1 / (n - 1)) * (1 - relative / (n - 1)))
    const z = variance === null || variance === 0 ? null : (value - expected) / Math.sqrt(variance)
    result[unit] = {
      value: value + 0,
      expected: expected + 0,
      variance,
      z,
      probability: z === null ? null : chiSquaredTail(z * z, 1),
      quadrant: quadrantOf(own, lag),
    }
  })
  return result
}

function quadrantOf(own: number, lag: number): MoranQuadrant | null {
  if (own === 0 || lag === 0) return null
  if (own > 0) return lag > 0 ? 'high-high' : 'high-low'
  return lag > 0 ? 'low-high' : 'low-low'
}
