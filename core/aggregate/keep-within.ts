/**
 * Draw a mean back between the lowest and the highest of its children, which rounding on the way through logarithms,
 * inverses or powers can leave by some last bits. Where all children of a unit are equal the mean then is that score.
 *
 * @param children k columns of n scores; NaN = not observed
 * @param weights  k weights ≥ 0; a child of weight 0 takes no part
 * @param result   n means, changed in place; NaN stays
 */
export function keepWithin(
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
): void {
  for (let unit = 0; unit < result.length; unit++) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (let c = 0; c < children.length; c++) {
      const score = (children[c] as Float64Array)[unit] as number
      if (Number.isNaN(score) || (weights[c] as number) === 0) continue
      if (score < low) low = score
      if (score > high) high = score
    }
    const mean = result[unit] as number
    if (mean < low) result[unit] = low
    else if (mean > high) result[unit] = high
  }
}
