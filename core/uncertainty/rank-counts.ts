/**
 * Quantile of the ranks that a region had in many runs, by the R-7 method: at h = (k - 1)·p between the two ranks there,
 * k being the runs that gave it one.
 *
 * @param counts runs by rank; those of no rank stand at 0 and are left out
 * @param share  p in 0..1
 * @returns a rank, between two where p falls between two runs; null when no run gave one
 * @throws {RangeError} p outside 0..1
 * @see core/stats/quantile.ts
 */
export function rankQuantile(counts: Uint32Array, share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`rankQuantile needs a share in 0..1, got ${share}`)
  const ranked = rankedRuns(counts)
  if (ranked === 0) return null
  const position = (ranked - 1) * share
  const below = Math.floor(position)
  const low = rankAt(counts, below)
  const high = rankAt(counts, Math.min(below + 1, ranked - 1))
  return low + (high - low) * (position - below)
}

/**
 * The runs that gave a rank.
 *
 * @param counts runs by rank; those of no rank stand at 0
 */
export function rankedRuns(counts: Uint32Array): number {
  let ranked = 0
  for (let rank = 1; rank < counts.length; rank++) ranked += counts[rank] as number
  return ranked
}

/** The rank of the run at a place, counted from 0, of the runs in the order of their ranks. */
function rankAt(counts: Uint32Array, place: number): number {
  let passed = 0
  for (let rank = 1; rank < counts.length; rank++) {
    passed += counts[rank] as number
    if (passed > place) return rank
  }
  return counts.length - 1
}
