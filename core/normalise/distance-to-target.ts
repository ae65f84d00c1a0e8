import type { NormaliseOptions, NormaliseWarning } from './method'
import { rescale } from './rescale'
import { incomparable, spanOf, withhold } from './span'

/**
 * Distance to target: (x - min) / (T - min); where lower is better, (max - x) / (max - T). The worst value of the
 * frame gets 0, one that stands on the target 1; one beyond it counts on above 1 unless `cap`.
 *
 * With the value of a reference region as the target this is the distance to that region.
 *
 * @param values  n values of one indicator in one unit; NaN = not observed
 * @param scores  n places, written: 0..1, or above beyond the target, NaN where not observed; may be `values`
 * @param options direction; target in the unit of the values; cap
 * @returns null, or why there are no scores, with NaN everywhere: 'no-target'; 'target-passed' (even the worst value
 *   stands on the target or beyond it: T ≤ min, or T ≥ max where lower is better. The formula would divide by 0 or
 *   give the better of two values the lower score); 'single-unit' or 'constant' (the way to the target starts at the
 *   worst value, and all stand there)
 * @throws {RangeError} lengths differ, the target is not finite, or a score would be beyond what a number can hold
 * @see COINr, n_dist2targ, which gives scores turned upside down when the target is passed, and a warning
 */
export function distanceToTarget(
  values: Float64Array,
  scores: Float64Array,
  { direction, target, cap = false }: Pick<NormaliseOptions, 'direction' | 'target' | 'cap'>,
): NormaliseWarning | null {
  const span = spanOf(values, scores)
  if (span.observed === 0) return withhold(scores, null)
  if (target === null) return withhold(scores, 'no-target')
  if (!Number.isFinite(target)) throw new RangeError(`distanceToTarget needs a finite target, got ${target}`)
  const worst = direction === 1 ? span.min : span.max
  if (direction * target <= direction * worst) return withhold(scores, 'target-passed')
  const warning = incomparable(span)
  if (warning !== null) return withhold(scores, warning)
  rescale(values, scores, { from: worst, to: target, low: 0, high: 1 }, span)
  if (cap) for (let i = 0; i < scores.length; i++) if ((scores[i] as number) > 1) scores[i] = 1
  return null
}
