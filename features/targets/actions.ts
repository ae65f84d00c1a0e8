'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { currentActor } from '@/server/session'
import { createTarget, deleteTarget, updateTarget } from './mutations'
import type { createTargetSchema, deleteTargetSchema, updateTargetSchema } from './schema'

export async function createTargetAction(input: z.input<typeof createTargetSchema>) {
  const outcome = await createTarget(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function updateTargetAction(input: z.input<typeof updateTargetSchema>) {
  const outcome = await updateTarget(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function deleteTargetAction(input: z.input<typeof deleteTargetSchema>) {
  const outcome = await deleteTarget(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}
