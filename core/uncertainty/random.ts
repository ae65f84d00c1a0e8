import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Draws thrown away first: generators of neighbouring seeds begin alike. */
const warmUp = 20
/** 2³²/φ, odd: spreads the upper half of a long seed over all bits of the lower. */
const spread = 0x9e3779b1

/**
 * Seeded chance: numbers in [0, 1), evenly spread, 53 bits each, the same ones for the same seed on every machine
 * (xoroshiro128+ by pure-rand).
 *
 * @param seed a whole number from 0 to 2⁵³-1
 * @returns a function that gives the next number
 * @throws {RangeError} another seed
 * @see Blackman & Vigna (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47(4)
 */
export function seededRandom(seed: number): () => number {
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new RangeError(`seededRandom needs a whole number of at least 0, got ${seed}`)
  }
  const generator = xoroshiro128plus((seed | 0) ^ Math.imul(Math.floor(seed / 2 ** 32), spread))
  for (let draw = 0; draw < warmUp; draw++) generator.next()
  return () => uniformFloat64(generator)
}
