'use server'

import type { z } from 'zod'
import { currentActor } from '@/server/session'
import { removeEvidence } from './mutations'
import type { removeEvidenceSchema } from './schema'

export async function removeEvidenceAction(input: z.input<typeof removeEvidenceSchema>) {
  return removeEvidence(await currentActor(), input)
}
