/** What a correlation gives reason to look at. */
export type CorrelationFlag = 'redundant' | 'negative' | 'weak'

/** Below `negative` a correlation runs against the other, below `weak` it says little, above `high` too much. */
export type FlagThresholds = { readonly negative: number; readonly weak: number; readonly high: number }

/** COINr's: below -0.4 negative, up to 0.3 weak, above 0.9 high. */
export const flagThresholds: FlagThresholds = { negative: -0.4, weak: 0.3, high: 0.9 }

/**
 * Flag the correlation of two children of one node: 'redundant' for |r| > high (the two count the same thing twice,
 * or the reverse of it), 'negative' for r < negative (what one wins the other loses, and the mean hides both).
 *
 * @param coefficient r of two columns on which higher is better; null = none
 * @param thresholds  where the flags begin
 * @returns a flag, or null
 * @see COINr, get_corr_flags and plot_corr (flagthresh)
 */
export function flagSiblings(
  coefficient: number | null,
  thresholds: FlagThresholds = flagThresholds,
): CorrelationFlag | null {
  if (coefficient === null) return null
  if (Math.abs(coefficient) > thresholds.high) return 'redundant'
  return coefficient < thresholds.negative ? 'negative' : null
}

/**
 * Flag the correlation of a child with its parent: 'negative' for r < negative (a region that improves on the child
 * tends to fall on the whole), 'weak' for negative ≤ r < weak (the child hardly moves the whole, whatever its weight),
 * 'redundant' for r > high (the whole says little beyond this child).
 *
 * @param coefficient r of child and parent, on both of which higher is better; null = none
 * @param thresholds  where the flags begin
 * @returns a flag, or null
 * @see COINr, plot_corr (withparent, flagthresh)
 */
export function flagWithParent(
  coefficient: number | null,
  thresholds: FlagThresholds = flagThresholds,
): CorrelationFlag | null {
  if (coefficient === null) return null
  if (coefficient < thresholds.negative) return 'negative'
  if (coefficient < thresholds.weak) return 'weak'
  return coefficient > thresholds.high ? 'redundant' : null
}
