/**
 * The ten levels of coordination, each a tenth wide, from the lowest: 极度失调, 严重失调, 中度失调, 轻度失调, 濒临失调,
 * 勉强协调, 初级协调, 中级协调, 良好协调, 优质协调.
 */
export const coordinationLevels = [
  'extreme-disorder',
  'severe-disorder',
  'moderate-disorder',
  'mild-disorder',
  'near-disorder',
  'bare-coordination',
  'primary-coordination',
  'intermediate-coordination',
  'good-coordination',
  'quality-coordination',
] as const

/** A level of coordination. */
export type CoordinationLevel = (typeof coordinationLevels)[number]

/**
 * The level of a degree of coordination: level k (from 1) holds (k - 1) / 10 ≤ D < k / 10, and the last one D = 1 too.
 * The bounds are a convention of the literature, no finding.
 *
 * @param coordination D, 0..1, without unit; null = not known
 * @returns the level, or null when D is not known
 * @throws {RangeError} D outside 0..1
 * @see 廖重斌 (1999), 环境与经济协调发展的定量评判及其分类体系, 热带地理 19(2)
 */
export function coordinationLevel(coordination: number | null): CoordinationLevel | null {
  if (coordination === null) return null
  if (!(coordination >= 0 && coordination <= 1)) {
    throw new RangeError(`coordinationLevel needs a degree in 0..1, got ${coordination}`)
  }
  // Against the bound itself: 0.7·10 is a little more than 7, and another product may be a little less.
  const above = coordinationLevels.findLastIndex((_, k) => coordination >= k / 10)
  return coordinationLevels[above] ?? null
}
