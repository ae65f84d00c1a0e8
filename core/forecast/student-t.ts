/**
 * Student's t distribution, F(t) = P(T ≤ t), for a whole number of degrees of freedom ν. There the distribution is a
 * finite sum, exact but for rounding: with θ = arctan(t / √ν), P(|T| ≤ t) is sin θ·(1 + ½cos²θ + …) for even ν and
 * 2/π·(θ + sin θ·(cos θ + ⅔cos³θ + …)) for odd ν.
 *
 * @param t                any number; ±∞ gives 1 or 0
 * @param degreesOfFreedom ν, a whole number ≥ 1
 * @returns a probability, 0..1, to about 1e-15
 * @throws {RangeError} t is NaN, or ν is not a whole number ≥ 1
 * @see Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4
 */
export function studentT(t: number, degreesOfFreedom: number): number {
  if (Number.isNaN(t)) throw new RangeError('studentT needs a number')
  checkDegrees(degreesOfFreedom)
  const within = withinT(Math.abs(t), degreesOfFreedom)
  return t < 0 ? (1 - within) / 2 : (1 + within) / 2
}

/**
 * The quantile of Student's t distribution: the t with F(t) = p.
 *
 * @param probability      p, above 0 and below 1
 * @param degreesOfFreedom ν, a whole number ≥ 1
 * @returns t, to about 1e-14 of itself for the p of confidence levels
 * @throws {RangeError} p outside 0..1 or at its ends, or ν not a whole number ≥ 1
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`studentTQuantile needs a probability between 0 and 1, got ${probability}`)
  }
  checkDegrees(degreesOfFreedom)
  if (probability === 0.5) return 0
  if (probability < 0.5) return -studentTQuantile(1 - probability, degreesOfFreedom)
  let low = 0
  let high = 1
  while (studentT(high, degreesOfFreedom) < probability) high *= 2
  // Halving alone gains a digit in three steps, and never leaves the bracket; it ends where doubles do.
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (studentT(middle, degreesOfFreedom) < probability) low = middle
    else high = middle
  }
}

function checkDegrees(degreesOfFreedom: number): void {
  if (!(Number.isSafeInteger(degreesOfFreedom) && degreesOfFreedom >= 1)) {
    throw new RangeError(`Student's t needs whole degrees of freedom ≥ 1, got ${degreesOfFreedom}`)
  }
}

/** P(|T| ≤ t) for t ≥ 0. */
function withinT(t: number, degreesOfFreedom: number): number {
  if (t === Number.POSITIVE_INFINITY) return 1
  const theta = Math.atan2(t, Math.sqrt(degreesOfFreedom))
  const cosine = Math.cos(theta)
  const isOdd = degreesOfFreedom % 2 === 1
  if (degreesOfFreedom === 1) return (2 * theta) / Math.PI
  let term = isOdd ? cosine : 1
  let sum = term
  for (let k = isOdd ? 3 : 2; k < degreesOfFreedom; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine
    sum += term
  }
  const within = isOdd ? (2 / Math.PI) * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum
  return Math.min(within, 1)
}
