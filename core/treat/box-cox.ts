import { rangeOf, shareOfRange } from '../stats/range'
import { shapeOf } from '../stats/shape'

/** How far above 0 the smallest value is put, as a share of the range: that of the log. */
const floorShare = 0.01
/** Where λ is looked for; beyond it the transformation is a cliff, not a curve. */
const lowest = -5
const highest = 5
/** Steps of the golden section; 60 leave 3e-12 of the width. */
const steps = 60
const golden = (Math.sqrt(5) - 1) / 2

/**
 * The Box-Cox transformation of one value: (xᵏ - 1) / k, ln x for k = 0.
 *
 * @param value  > 0
 * @param lambda k
 */
export function boxCoxOf(value: number, lambda: number): number {
  return powerOf(Math.log(value), lambda)
}

/**
 * Box-Cox with the exponent that makes the values most like a normal distribution: λ maximises the likelihood
 * -n/2·ln var(y) + (λ - 1)·Σ ln x over -5..5, found by golden section.
 *
 * The values are first put into ranges above 0, x = (value - min) / (max - min) + 0.01, so that neither unit nor origin
 * matters. Where the skewness is negative the distance from the largest is transformed instead, and turned round
 * again, so that a long tail of low values is mended too.
 *
 * @param values n values of one frame in one unit, written: transformed, in no unit; NaN = not observed. All equal or
 *   nothing observed: left as they are
 * @see Box & Cox (1964), An Analysis of Transformations, Journal of the Royal Statistical Society B 26(2), 211-252
 */
export function boxCox(values: Float64Array): void {
  const range = rangeOf(values)
  if (!(range.low < range.high)) return
  const side = (shapeOf(values).skewness ?? 0) < 0 ? -1 : 1
  for (let i = 0; i < values.length; i++) {
    const share = shareOfRange(values[i] as number, range)
    values[i] = Math.log((side === 1 ? share : 1 - share) + floorShare)
  }
  // Sorted, so that the sums, and λ to its last digit, do not depend on the order of the regions.
  const lambda = likeliestLambda(values.filter((log) => !Number.isNaN(log)).sort())
  for (let i = 0; i < values.length; i++) values[i] = side * powerOf(values[i] as number, lambda)
}

/** (xᵏ - 1) / k from ln x. */
function powerOf(log: number, lambda: number): number {
  return lambda === 0 ? log : Math.expm1(lambda * log) / lambda
}

function likeliestLambda(logs: Float64Array): number {
  let from = lowest
  let to = highest
  let left = to - golden * (to - from)
  let right = from + golden * (to - from)
  let atLeft = likelihood(logs, left)
  let atRight = likelihood(logs, right)
  for (let step = 0; step < steps; step++) {
    if (atLeft >= atRight) {
      to = right
      right = left
      atRight = atLeft
      left = to - golden * (to - from)
      atLeft = likelihood(logs, left)
    } else {
      from = left
      left = right
      atLeft = atRight
      right = from + golden * (to - from)
      atRight = likelihood(logs, right)
    }
  }
  return (from + to) / 2
}

/** Logarithm of the likelihood, but for what does not depend on λ. */
function likelihood(logs: Float64Array, lambda: number): number {
  const n = logs.length
  let sumOfLogs = 0
  let mean = 0
  let squares = 0
  for (let i = 0; i < n; i++) {
    const log = logs[i] as number
    const y = powerOf(log, lambda)
    sumOfLogs += log
    const step = y - mean
    mean += step / (i + 1)
    squares += step * (y - mean)
  }
  return (-n / 2) * Math.log(squares / n) + (lambda - 1) * sumOfLogs
}
