import { arithmeticMean } from './arithmetic'
import { checkShapes, checkSign } from './check-shapes'
import { geometricMean } from './geometric'
import { keepWithin } from './keep-within'
import type { AggregateOptions } from './method'

/**
 * Weighted power mean, or generalised mean: (Σ wᵢ·zᵢ^p / Σ wᵢ)^(1/p) over the observed children. p = 1 is the arithmetic
 * mean, 0 (as the limit) the geometric, -1 the harmonic; the smaller p, the more the lowest score decides.
 *
 * @param children k columns of n scores on one scale; NaN = not observed. p = 1: any; p > 0: at least 0; else above 0
 * @param weights  k weights ≥ 0, relative; rescaled over the observed children of each unit
 * @param result   n places, written: a score on the same scale, NaN where nothing of weight > 0 is observed
 * @param options  power: p, finite
 * @throws {RangeError} p not finite, or a score that has no power; a column has not n scores, there are not k weights, or
 *   one is negative or not finite
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 7
 */
export function powerMean(
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
  { power }: Pick<AggregateOptions, 'power'>,
): void {
  if (!Number.isFinite(power)) throw new RangeError(`powerMean needs a finite power, got ${power}`)
  if (power === 1) arithmeticMean(children, weights, result)
  else if (power === 0) geometricMean(children, weights, result)
  else generalisedMean(children, weights, result, power)
}

function generalisedMean(
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
  power: number,
): void {
  checkShapes('powerMean', children, weights, result)
  checkSign('powerMean', children, power > 0 ? 'at-least-0' : 'above-0')
  const parts = children.filter((_, c) => (weights[c] as number) > 0)
  const dominant = dominantScores(parts, result.length, power)
  // z^p - 1 of scores relative to the one that decides most: neither overflows, nor loses digits when p is near 0.
  const powers = parts.map((scores) =>
    scores.map((score, unit) => Math.expm1(power * Math.log(score / (dominant[unit] as number)))),
  )
  arithmeticMean(
    powers,
    weights.filter((weight) => weight > 0),
    result,
  )
  for (let unit = 0; unit < result.length; unit++) {
    const most = dominant[unit] as number
    result[unit] = most === 0 ? 0 : most * Math.exp(Math.log1p(result[unit] as number) / power)
  }
  keepWithin(children, weights, result)
}

/** Per unit, the highest observed score when p > 0, else the lowest; NaN where there is none. */
function dominantScores(children: readonly Float64Array[], units: number, power: number): Float64Array {
  const dominant = new Float64Array(units).fill(Number.NaN)
  children.forEach((scores) => {
    for (let unit = 0; unit < units; unit++) {
      const score = scores[unit] as number
      const most = dominant[unit] as number
      if (Number.isNaN(most) || (power > 0 ? score > most : score < most)) dominant[unit] = score
    }
  })
  return dominant
}
