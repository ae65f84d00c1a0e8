import type { Inequality, Unmeasured } from './method'

/** What a measure may be taken of: 'any' values, 'not-negative' ones or 'positive' ones. */
export type Domain = 'any' | 'not-negative' | 'positive'

/** The units that have a value and a weight above 0. */
export type MeasuredUnits = {
  readonly reason: null
  /** k values in one unit */
  readonly values: Float64Array
  /** k shares of the weight; they sum to 1 */
  readonly shares: Float64Array
  /** Σ share·value */
  readonly mean: number
  /** k positions among the n units handed over */
  readonly units: readonly number[]
}

/**
 * The units that a measure of relative inequality is taken of, with their shares of the weight.
 *
 * @param values  n values in one unit; null = not observed
 * @param weights n weights ≥ 0; null = not known; left out: equal
 * @param domain  what values the measure allows
 * @returns k ≤ n units, or why there is nothing to measure
 * @throws {RangeError} lengths differ, a value is not finite, or a weight is negative or not finite
 */
export function measuredUnits(
  values: readonly (number | null)[],
  weights: readonly (number | null)[] | undefined,
  domain: Domain,
): MeasuredUnits | { readonly reason: Unmeasured } {
  if (weights && weights.length !== values.length) {
    throw new RangeError(`a measure of inequality needs ${values.length} weights, got ${weights.length}`)
  }
  const units: number[] = []
  let largest = 0
  values.forEach((value, i) => {
    const weight = weightOf(weights, i)
    if (value !== null && !Number.isFinite(value)) {
      throw new RangeError(`a measure of inequality needs finite values, got ${value}`)
    }
    if (value === null || weight === 0) return
    units.push(i)
    largest = Math.max(largest, weight)
  })
  if (units.length === 0) return { reason: 'no-data' }
  const kept = Float64Array.from(units, (i) => values[i] as number)
  if (domain !== 'any' && kept.some((value) => value < 0)) return { reason: 'negative-value' }
  if (domain === 'positive' && kept.includes(0)) return { reason: 'zero-value' }
  const shares = Float64Array.from(units, (i) => weightOf(weights, i) / largest)
  const total = shares.reduce((sum, share) => sum + share, 0)
  for (let i = 0; i < shares.length; i++) shares[i] = (shares[i] as number) / total
  const mean = weightedMean(kept, shares)
  if (mean === 0) return { reason: 'zero-mean' }
  return { reason: null, values: kept, shares, mean, units }
}

/** The result of a measure. Adding 0 turns -0, which would be shown with a sign, into 0. */
export function measured(units: MeasuredUnits, value: number): Inequality {
  return { value: value + 0, count: units.values.length, reason: null }
}

/** The result where there is nothing to measure. */
export function unmeasured(reason: Unmeasured): Inequality {
  return { value: null, count: 0, reason }
}

/** ln(over / under) of two numbers > 0, as exact as their ratio where that is a number > 0 too. */
export function logRatio(over: number, under: number): number {
  const ratio = over / under
  return ratio > 0 && Number.isFinite(ratio) ? Math.log(ratio) : Math.log(over) - Math.log(under)
}

/** A power of two of about the size of a number > 0; 1 for 0. Dividing by it costs no digit. */
export function powerOfTwo(size: number): number {
  return size > 0 ? 2 ** Math.min(1023, Math.floor(Math.log2(size))) : 1
}

/**
 * The members of each group, groups in order of their first member.
 *
 * @param units  k positions among the n units, as measuredUnits gives them
 * @param groups n names
 * @returns name -> positions among the k
 */
export function membersOf(
  units: readonly number[],
  groups: readonly (string | null)[],
): Map<string, number[]> {
  const members = new Map<string, number[]>()
  units.forEach((unit, k) => {
    const name = groups[unit]
    if (name == null) return
    const own = members.get(name)
    if (own) own.push(k)
    else members.set(name, [k])
  })
  return members
}

function weightOf(weights: readonly (number | null)[] | undefined, i: number): number {
  const weight = weights === undefined ? 1 : (weights[i] ?? 0)
  if (!(weight >= 0 && Number.isFinite(weight))) {
    throw new RangeError(`a measure of inequality needs finite weights of at least 0, got ${weight}`)
  }
  return weight
}

/** m + Σ share·(x - m) with m = Σ share·x: the mean of equal values is that value. */
function weightedMean(values: Float64Array, shares: Float64Array): number {
  const rough = values.reduce((sum, value, i) => sum + value * (shares[i] as number), 0)
  return values.reduce((sum, value, i) => sum + (value - rough) * (shares[i] as number), rough)
}
