import type { ProgressMethod } from './method'

/**
 * The rule of Open SDG and of Statistics Canada's data hub. With a target, the observed yearly pace over the
 * required one: at least 0.95 on track, 0.60 needs acceleration, 0 limited, below 0 moving away. Without a target,
 * the yearly growth in the wanted direction: at least 1.5 %, 0.5 %, 0 %, below 0 %.
 *
 * @see Open SDG, Progress Measurement Methodology for the Sustainable Development Goals, docs/progress-methodology.md,
 *   developed by Statistics Canada
 */
export const openSdg: ProgressMethod = {
  withTarget: { onTrack: 0.95, needsAcceleration: 0.6, limited: 0 },
  withoutTarget: { onTrack: 0.015, needsAcceleration: 0.005, limited: 0 },
}
