import { lineAt, predictionErrorAt, type TrendFit } from './method'
import { studentT } from './student-t'

/** On a line without residuals, a distance of this share of the values is rounding: the target is met. */
const roundingShare = 1e-9

/**
 * Probability that the value of a year meets a target: 1 - F((T - ŷ)/se) where higher is better, F((T - ŷ)/se) where
 * lower is, F Student's t with n - 2 degrees of freedom, se the prediction error of the year.
 *
 * @param fit       a line with a residual error
 * @param target    year and value T, in the indicator's unit
 * @param direction 1 = higher is better, -1 = lower is better
 * @param limits    natural limits of the indicator; a target outside them is met by every value or by none
 * @returns a probability, 0..1
 * @throws {RangeError} the fit has no residual error
 */
export function chanceOfMeeting(
  fit: TrendFit,
  target: { readonly year: number; readonly value: number },
  direction: 1 | -1,
  limits: { readonly lower: number | null; readonly upper: number | null },
): number {
  const error = predictionErrorAt(fit, target.year)
  if (error === null) throw new RangeError('a probability needs a line with a residual error')
  const isAbove = limits.upper !== null && target.value > limits.upper
  const isBelow =
    (limits.lower !== null && target.value < limits.lower) || (fit.scale === 'log' && target.value <= 0)
  if (isAbove || isBelow) return isBelow === (direction === 1) ? 1 : 0
  const goal = fit.scale === 'log' ? Math.log(target.value) : target.value
  const lead = direction * (lineAt(fit, target.year) - goal)
  if (error === 0) return lead >= -roundingShare * Math.max(Math.abs(fit.level), Math.abs(goal)) ? 1 : 0
  return studentT(lead / error, fit.count - 2)
}
