import type { ProgressMethod } from './method'

/**
 * The rule of Eurostat's monitoring reports on the Sustainable Development Goals. With a target, the observed yearly
 * pace over the required one: at least 0.95 significant progress, 0.60 moderate, 0 insufficient, below 0 movement
 * away. Without a target, the yearly growth in the wanted direction: at least 1 % significant progress, 0 % moderate;
 * below 0 it is movement away, moderate or (from -1 % down) significant: both are "moving away" here, so that the
 * class "limited", which promises progress, is empty.
 *
 * The bounds are recalled from the reports and were not read again in the source; that the method of Open SDG, whose
 * bounds with a target are the same, was taken from them is confirmed.
 *
 * @see Eurostat, Sustainable development in the European Union, monitoring report (yearly), chapter on the method
 */
export const eurostat: ProgressMethod = {
  withTarget: { onTrack: 0.95, needsAcceleration: 0.6, limited: 0 },
  withoutTarget: { onTrack: 0.01, needsAcceleration: 0, limited: 0 },
}
