'use server'

import { revalidatePath } from 'next/cache'
import { currentActor } from '@/server/session'
import { loadSample, removeSample } from './mutations'

export async function loadSampleAction() {
  const outcome = await loadSample(await currentActor(), {})
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function removeSampleAction() {
  const outcome = await removeSample(await currentActor(), {})
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}
