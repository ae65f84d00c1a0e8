import type { AggregateMethodName } from '../aggregate/methods'

/**
 * What makes a mean a mean: f(M) = Σ w·f(z) / Σ w, with f(x) = x for the arithmetic, ln x for the geometric, 1/x for the
 * harmonic and x^p for the power mean. `slope` is the difference quotient of f between two scores,
 * (f(b) - f(a)) / (b - a), and its limit, the derivative, where they are equal.
 */
export type QuasiMean = { readonly slope: (from: number, to: number) => number }

/**
 * The mean that an aggregation method is.
 *
 * Between two scores a and b of a geometric mean the slope is 1 / L(a, b), L the logarithmic mean: what follows is the
 * logarithmic mean Divisia index (LMDI), of which the other means are the like.
 *
 * @param method an aggregation method
 * @param power  exponent of the power mean; 0 is the geometric mean
 * @returns the mean, or null for a method that is none (median, TOPSIS, Copeland, Mazziotta-Pareto): its score is not a
 *   sum of what its children give
 * @see Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33(7)
 */
export function quasiMeanOf(method: AggregateMethodName, power: number): QuasiMean | null {
  switch (method) {
    case 'arithmetic':
      return { slope: () => 1 }
    case 'geometric':
      return { slope: logarithmic }
    case 'harmonic':
      return { slope: (from, to) => -1 / (from * to) }
    case 'power':
      return power === 0 ? { slope: logarithmic } : { slope: (from, to) => powered(from, to, power) }
    default:
      return null
  }
}

/** (ln b - ln a) / (b - a), without loss of digits where the two are close. */
function logarithmic(from: number, to: number): number {
  const change = (to - from) / from
  return change === 0 ? 1 / from : Math.log1p(change) / (change * from)
}

/** (b^p - a^p) / (b - a). */
function powered(from: number, to: number, power: number): number {
  if (from === 0) return to === 0 ? 0 ** (power - 1) * power : to ** (power - 1)
  const change = (to - from) / from
  const relative = change === 0 ? power : Math.expm1(power * Math.log1p(change)) / change
  return relative * from ** (power - 1)
}
