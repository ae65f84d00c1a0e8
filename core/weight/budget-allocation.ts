const budget = 100
/** Absorbs the rounding of a sum of decimal points, and nothing that an expert could have meant. */
const tolerance = 1e-6

/**
 * Budget allocation: each expert spreads 100 points over the children; w = mean of the experts' points / 100.
 *
 * @param points a row per expert, of k points ≥ 0 that sum to 100
 * @returns k weights that sum to 1
 * @throws {RangeError} no expert, no child, rows of different lengths, points that are negative or not finite, or that
 *   do not sum to 100; says which expert
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 6
 */
export function budgetAllocation(points: readonly (readonly number[])[]): number[] {
  const width = points[0]?.length ?? 0
  if (width === 0) throw new RangeError('budgetAllocation needs the points of at least one expert')
  const totals = new Float64Array(width)
  points.forEach((row, expert) => {
    const who = `budgetAllocation: expert ${expert + 1}`
    if (row.length !== width) throw new RangeError(`${who} has ${row.length} points, the first has ${width}`)
    let sum = 0
    row.forEach((point, c) => {
      if (!(point >= 0 && Number.isFinite(point))) throw new RangeError(`${who} gives ${point} points`)
      sum += point
      totals[c] = (totals[c] as number) + point
    })
    if (Math.abs(sum - budget) > tolerance) throw new RangeError(`${who} gives ${sum} points instead of 100`)
  })
  return Array.from(totals, (total) => total / points.length / budget)
}
