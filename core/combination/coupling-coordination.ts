import type { Combination } from './method'

/**
 * Coupling coordination degree: C = [ΠU / (ΣU/n)ⁿ]^(1/n), the geometric over the arithmetic mean; T = ΣαU; D = √(C·T).
 * C alone praises systems that are equally poor; D asks for both, alike and far.
 *
 * The scores must stand on one scale from 0 to 1, on which 0 is 0: a min-max score of 0 makes C and D 0, whatever the
 * other systems do. Results are no shares of anything; compare them with each other and with the levels.
 *
 * @param scores  U, n ≥ 2 scores in 0..1; null = not known, and then nothing is known of all
 * @param weights α, n weights ≥ 0, relative, for T alone; left out: equal
 * @returns C, T and D, each 0..1. All scores 0: C null (0/0), T and D 0. A weight of 0 for every system: T and D null
 * @throws {RangeError} fewer than 2 systems, a score outside 0..1, a weight that is negative or not finite, or lengths
 *   that differ
 * @see Tang (2015), Tourism Management 46; Wang, Kong, Ren, Zhi & Dai (2021), 国内耦合协调度模型的误区及修正,
 *   自然资源学报 36(3), on the forms in which the formula of C is misprinted
 */
export function couplingCoordination(
  scores: readonly (number | null)[],
  weights: readonly number[] = scores.map(() => 1),
): Combination {
  const count = scores.length
  if (count < 2) throw new RangeError(`couplingCoordination needs at least two systems, got ${count}`)
  if (weights.length !== count) throw new RangeError(`couplingCoordination needs ${count} weights`)
  let mean = 0
  for (const score of scores) {
    if (score !== null && !(score >= 0 && score <= 1)) {
      throw new RangeError(`couplingCoordination needs scores in 0..1, got ${score}`)
    }
    mean += (score ?? 0) / count
  }
  if (weights.some((weight) => !(weight >= 0 && Number.isFinite(weight)))) {
    throw new RangeError('couplingCoordination needs finite weights of at least 0')
  }
  const known = scores.filter((score) => score !== null)
  if (known.length < count) return { coupling: null, development: null, coordination: null }
  const development = weightedMean(known, weights)
  const coupling =
    mean === 0
      ? null
      : Math.min(1, known.reduce((product, score) => product * (score / mean), 1) ** (1 / count))
  if (development === null) return { coupling, development, coordination: null }
  return { coupling, development, coordination: Math.sqrt((coupling ?? 0) * development) }
}

function weightedMean(scores: readonly number[], weights: readonly number[]): number | null {
  const largest = weights.reduce((a, b) => Math.max(a, b), 0)
  if (largest === 0) return null
  const shares = weights.map((weight) => weight / largest)
  const total = shares.reduce((sum, share) => sum + share, 0)
  return Math.min(1, scores.reduce((sum, score, i) => sum + score * (shares[i] as number), 0) / total)
}
