const digits = 1e-16
const mostTerms = 100_000

/**
 * Upper tail of the chi-squared distribution: P(χ² ≥ x) = Γ(ν/2, x/2) / Γ(ν/2), by the series of the lower incomplete
 * gamma function below its mode and by the continued fraction of the upper one above it, so that small tails keep
 * their digits.
 *
 * @param x                a statistic ≥ 0
 * @param degreesOfFreedom ν, a whole number of at least 1
 * @returns 0..1; correct to about 12 digits
 * @throws {RangeError} x below 0 or not finite, or ν not a whole number of at least 1
 * @see NIST Digital Library of Mathematical Functions, 8.11.4 and 8.9.2
 */
export function chiSquaredTail(x: number, degreesOfFreedom: number): number {
  if (!(x >= 0 && Number.isFinite(x))) throw new RangeError(`chiSquaredTail needs a finite x ≥ 0, got ${x}`)
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1) {
    throw new RangeError(`chiSquaredTail needs a whole number of degrees, got ${degreesOfFreedom}`)
  }
  if (x === 0) return 1
  const shape = degreesOfFreedom / 2
  const half = x / 2
  const front = Math.exp(shape * Math.log(half) - half - logGammaOfHalves(degreesOfFreedom))
  return half < shape + 1 ? 1 - front * lowerSeries(shape, half) : front * upperFraction(shape, half)
}

/** ln Γ(ν/2), exactly by Γ(z + 1) = z·Γ(z) from Γ(1/2) = √π or Γ(1) = 1. */
function logGammaOfHalves(twice: number): number {
  let sum = twice % 2 === 1 ? Math.log(Math.PI) / 2 : 0
  for (let z = twice % 2 === 1 ? 0.5 : 1; z < twice / 2; z++) sum += Math.log(z)
  return sum
}

/** Σ xⁿ / (a·(a+1)···(a+n)). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < mostTerms && term > sum * digits; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** 1/(x+1-a- 1·(1-a)/(x+3-a- 2·(2-a)/(x+5-a- …))), by the modified method of Lentz. */
function upperFraction(a: number, x: number): number {
  const tiny = Number.MIN_VALUE / Number.EPSILON
  let base = x + 1 - a
  let c = 1 / tiny
  let d = 1 / base
  let value = d
  for (let n = 1; n < mostTerms; n++) {
    const numerator = -n * (n - a)
    base += 2
    const below = numerator * d + base
    d = 1 / (below === 0 ? tiny : below)
    const above = base + numerator / c
    c = above === 0 ? tiny : above
    value *= d * c
    if (Math.abs(d * c - 1) < digits * 4) break
  }
  return value
}
