import type { ProgressMethod } from './method'

/**
 * The rule of the United Nations' SDG Progress Chart. With a target, the observed yearly pace over the required one:
 * above 0.95 substantial progress or on track, from 0.5 fair, from -0.1 limited or none, below -0.1 deterioration.
 * Without a target, the yearly growth in the wanted direction: above 1.5 %, from 0.5 %, from -0.5 %, below -0.5 %.
 * "Limited" reaches below 0: what hardly moves is no deterioration.
 *
 * The bounds are recalled from the technical notes of 2020 to 2022 and were not read again in the source. Later notes
 * class the expected value of 2030 instead, with other bounds.
 *
 * @see UN DESA, Sustainable Development Goals Progress Chart, Technical Note
 */
export const unProgressChart: ProgressMethod = {
  withTarget: { onTrack: 0.95, needsAcceleration: 0.5, limited: -0.1, isOnTrackAbove: true },
  withoutTarget: { onTrack: 0.015, needsAcceleration: 0.005, limited: -0.005, isOnTrackAbove: true },
}
