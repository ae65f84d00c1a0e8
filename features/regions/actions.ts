'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { currentActor } from '@/server/session'
import { createRegion, deleteRegion, updateRegion } from './mutations'
import type { createRegionSchema, deleteRegionSchema, updateRegionSchema } from './schema'

export async function createRegionAction(input: z.input<typeof createRegionSchema>) {
  const outcome = await createRegion(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function updateRegionAction(input: z.input<typeof updateRegionSchema>) {
  const outcome = await updateRegion(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function deleteRegionAction(input: z.input<typeof deleteRegionSchema>) {
  const outcome = await deleteRegion(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}
