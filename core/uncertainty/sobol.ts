import { seededRandom } from './random'

/** How much of the variance of an output one of its inputs accounts for. */
export type SobolIndex = {
  /** by itself: what would be saved of the variance, on average, if it were known; near 0 it may come out below 0 */
  readonly first: number
  /** with all its interactions: what would be left of the variance if only it were unknown */
  readonly total: number
  /** 5th and 95th percentile of `first` over resampled points */
  readonly firstInterval: readonly [low: number, high: number]
  /** 5th and 95th percentile of `total` over resampled points */
  readonly totalInterval: readonly [low: number, high: number]
}

const resampleCount = 200

/**
 * The points at which a function must be known for its Sobol indices: N points A, N points B, and, for each of the d
 * inputs, the points A with that input taken from B. N(d + 2) in all.
 *
 * @param dimensions d ≥ 1 inputs
 * @param samples    N ≥ 2
 * @param seed       of the chance, a whole number ≥ 0
 * @returns points in [0, 1)ᵈ in the order that `sobolIndices` takes
 * @throws {RangeError} d, N or seed out of range
 * @see Saltelli et al. (2010), Variance based sensitivity analysis of model output, Computer Physics Communications 181
 */
export function sobolPoints(dimensions: number, samples: number, seed: number): Float64Array[] {
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && Number.isInteger(samples) && samples >= 2)) {
    throw new RangeError(`sobolPoints needs inputs and two samples or more, got ${dimensions} and ${samples}`)
  }
  const random = seededRandom(seed)
  const draw = () => Array.from({ length: samples }, () => Float64Array.from({ length: dimensions }, random))
  const a = draw()
  const b = draw()
  const points = [...a, ...b]
  for (let input = 0; input < dimensions; input++) {
    a.forEach((point, sample) => {
      const mixed = point.slice()
      mixed[input] = b[sample]?.[input] as number
      points.push(mixed)
    })
  }
  return points
}

/**
 * Sobol indices of first and total order from the outputs at `sobolPoints`, with V the variance over A and B:
 * Sᵢ = E[f(B)·(f(A_Bⁱ) - f(A))] / V (Saltelli 2010) and S_Tᵢ = E[(f(A) - f(A_Bⁱ))²] / 2V (Jansen 1999).
 *
 * They are estimates: with N samples their error is of the order of 1/√N, which the intervals show (bootstrap over the
 * samples).
 *
 * @param outputs    N(d + 2) values of the function at the points, in their order
 * @param dimensions d
 * @param seed       of the resampling
 * @returns an index per input; null when the output is the same at all points of A and B, so that there is nothing to
 *   share out
 * @throws {RangeError} a number of outputs that is no N(d + 2), or an output that is not finite
 * @see Saltelli et al. (2010), Computer Physics Communications 181; Jansen (1999), ibid. 117
 */
export function sobolIndices(outputs: Float64Array, dimensions: number, seed: number): SobolIndex[] | null {
  const samples = outputs.length / (dimensions + 2)
  if (!(Number.isInteger(samples) && samples >= 2)) {
    throw new RangeError(`sobolIndices needs N(${dimensions} + 2) outputs, got ${outputs.length}`)
  }
  if (!outputs.every(Number.isFinite)) throw new RangeError('sobolIndices needs finite outputs')
  const rows = Uint32Array.from({ length: samples }, (_, sample) => sample)
  const estimates = estimate(outputs, dimensions, rows)
  if (estimates === null) return null
  const random = seededRandom(seed)
  const firsts = Array.from({ length: dimensions }, (): number[] => [])
  const totals = Array.from({ length: dimensions }, (): number[] => [])
  for (let resample = 0; resample < resampleCount; resample++) {
    for (let place = 0; place < samples; place++) rows[place] = Math.floor(random() * samples)
    // Points that happen to give one output only say nothing about shares.
    estimate(outputs, dimensions, rows)?.forEach(({ first, total }, input) => {
      firsts[input]?.push(first)
      totals[input]?.push(total)
    })
  }
  return estimates.map((one, input) => ({
    ...one,
    firstInterval: middle(firsts[input] ?? [], one.first),
    totalInterval: middle(totals[input] ?? [], one.total),
  }))
}

function estimate(
  outputs: Float64Array,
  dimensions: number,
  rows: Uint32Array,
): { readonly first: number; readonly total: number }[] | null {
  const samples = outputs.length / (dimensions + 2)
  let sum = 0
  for (const row of rows) sum += (outputs[row] as number) + (outputs[samples + row] as number)
  const mean = sum / (2 * rows.length)
  let squares = 0
  for (const row of rows) {
    squares += ((outputs[row] as number) - mean) ** 2 + ((outputs[samples + row] as number) - mean) ** 2
  }
  const variance = squares / (2 * rows.length)
  // A constant output leaves the square of a rounding error at most.
  if (variance <= (Math.abs(mean) * 1e-12) ** 2) return null
  return Array.from({ length: dimensions }, (_, input) => {
    let shared = 0
    let moved = 0
    for (const row of rows) {
      const a = outputs[row] as number
      const mixed = outputs[(2 + input) * samples + row] as number
      // Taken from the mean, which changes nothing on average and steadies the estimate.
      shared += ((outputs[samples + row] as number) - mean) * (mixed - a)
      moved += (a - mixed) ** 2
    }
    return { first: shared / rows.length / variance, total: moved / (2 * rows.length) / variance }
  })
}

function middle(values: number[], otherwise: number): readonly [number, number] {
  values.sort((a, b) => a - b)
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? otherwise
  return [at(0.05), at(0.95)]
}
