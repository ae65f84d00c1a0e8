'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { currentActor } from '@/server/session'
import { chooseRecipe, deleteRecipe, saveRecipe } from './mutations'
import type { chooseRecipeSchema, deleteRecipeSchema, saveRecipeSchema } from './schema'

export async function saveRecipeAction(input: z.input<typeof saveRecipeSchema>) {
  const outcome = await saveRecipe(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function chooseRecipeAction(input: z.input<typeof chooseRecipeSchema>) {
  const outcome = await chooseRecipe(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function deleteRecipeAction(input: z.input<typeof deleteRecipeSchema>) {
  const outcome = await deleteRecipe(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}
