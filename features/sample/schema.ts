import { z } from 'zod'

export const sampleCommandSchema = z.object({})

export type SampleRefusal = { readonly ok: false; readonly reason: 'notEmpty' | 'noSample' }

export type SampleState = {
  /** Observations that are the sample's and have not been replaced. */
  readonly sampleObservations: number
  readonly ownObservations: number
}
