/** How far a later publication of the same figures lies from an earlier one. */
export type RevisionStatistics = {
  /** cells observed in both */
  readonly count: number
  /** cells of them whose value is not the same */
  readonly revisedCount: number
  /** MR, in the unit of the values; its sign says which way figures are usually revised */
  readonly meanRevision: number
  /** MAR, in the unit of the values */
  readonly meanAbsoluteRevision: number
  /** RMAR, a share of 1; null when every later value is 0 */
  readonly relativeMeanAbsoluteRevision: number | null
  /** the revision furthest from 0 */
  readonly largestRevision: number
}

/**
 * Summary statistics of revisions R = L - P, L the later and P the earlier value of a cell, over the n cells observed in
 * both: MR = ΣR / n, MAR = Σ|R| / n, RMAR = Σ|R| / Σ|L|. Cells that were not revised count with R = 0; a value that was
 * added or withdrawn has no revision.
 *
 * @param earlier n values in one unit; null = not observed
 * @param later   n values of the same cells in the same order; null = not observed
 * @returns the statistics, unrounded, or null when no cell is observed in both
 * @throws {RangeError} lengths differ
 * @see OECD/Eurostat Guidelines on Revisions Policy and Analysis, "Recommended statistical measures for interpreting the
 *   outputs of revision analyses" (MR, MAR, RMAR)
 */
export function revisionStatistics(
  earlier: readonly (number | null)[],
  later: readonly (number | null)[],
): RevisionStatistics | null {
  if (earlier.length !== later.length) {
    throw new RangeError(
      `revisionStatistics needs as many later values as earlier ones: ${later.length}, ${earlier.length}`,
    )
  }
  let count = 0
  let revisedCount = 0
  let sum = 0
  let absolute = 0
  let size = 0
  let largest = 0
  for (const [i, before] of earlier.entries()) {
    const after = later[i] ?? null
    if (before === null || after === null) continue
    const revision = after - before
    count++
    if (revision !== 0) revisedCount++
    sum += revision
    absolute += Math.abs(revision)
    size += Math.abs(after)
    if (Math.abs(revision) > Math.abs(largest)) largest = revision
  }
  if (count === 0) return null
  return {
    count,
    revisedCount,
    meanRevision: sum / count,
    meanAbsoluteRevision: absolute / count,
    relativeMeanAbsoluteRevision: size === 0 ? null : absolute / size,
    largestRevision: largest,
  }
}
