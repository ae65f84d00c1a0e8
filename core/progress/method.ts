/**
 * What a published progress method consists of: where its classes begin. Each bound is the lowest value of its
 * class; what lies below `limited` is moving away.
 */
export type ProgressThresholds = {
  readonly onTrack: number
  readonly needsAcceleration: number
  readonly limited: number
  /** true = 'on-track' begins above its bound, not at it */
  readonly isOnTrackAbove?: true
}

/** The signature of the family. */
export type ProgressMethod = {
  /** bounds of the ratio observed / required pace; without unit */
  readonly withTarget: ProgressThresholds
  /** bounds of the yearly growth in the wanted direction, as a share: 0.015 = 1.5 % a year */
  readonly withoutTarget: ProgressThresholds
}
