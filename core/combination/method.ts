/** How well n systems that were scored apart go together. */
export type Combination = {
  /** C, 0..1: are they alike? null when a score is missing or all are 0 */
  readonly coupling: number | null
  /** T, 0..1: how far have they come together? null when a score is missing */
  readonly development: number | null
  /** D = √(C·T), 0..1; 0 when all scores are 0; null when a score is missing */
  readonly coordination: number | null
}

/**
 * The signature of the family: n ≥ 2 scores in 0..1, higher = better, and n weights ≥ 0, relative, to how well they go
 * together.
 */
export type CombinationMethod = (
  scores: readonly (number | null)[],
  weights?: readonly number[],
) => Combination
