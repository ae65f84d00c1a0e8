'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { currentActor } from '@/server/session'
import { decideFindings, deleteRule, removeDecisions, saveRule } from './mutations'
import type { decideSchema, deleteRuleSchema, removeDecisionSchema, saveRuleSchema } from './schema'

export async function decideAction(input: z.input<typeof decideSchema>) {
  const outcome = await decideFindings(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function removeDecisionAction(input: z.input<typeof removeDecisionSchema>) {
  const outcome = await removeDecisions(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function saveRuleAction(input: z.input<typeof saveRuleSchema>) {
  const outcome = await saveRule(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}

export async function deleteRuleAction(input: z.input<typeof deleteRuleSchema>) {
  const outcome = await deleteRule(await currentActor(), input)
  if (outcome.ok) revalidatePath('/', 'layout')
  return outcome
}
