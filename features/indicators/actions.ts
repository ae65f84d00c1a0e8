'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { currentActor } from '@/server/session'
import { createIndicator, deleteIndicator, updateIndicator } from './mutations'
import type { createIndicatorSchema, deleteIndicatorSchema, updateIndicatorSchema } from './schema'

export async function createIndicatorAction(input: z.input<typeof createIndicatorSchema>) {
  const outcome = await createIndicator(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function updateIndicatorAction(input: z.input<typeof updateIndicatorSchema>) {
  const outcome = await updateIndicator(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function deleteIndicatorAction(input: z.input<typeof deleteIndicatorSchema>) {
  const outcome = await deleteIndicator(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}
