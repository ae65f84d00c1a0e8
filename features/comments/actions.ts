'use server'

import type { z } from 'zod'
import { currentActor } from '@/server/session'
import { addComment, resolveComment } from './mutations'
import type { addCommentSchema, resolveCommentSchema } from './schema'

export async function addCommentAction(input: z.input<typeof addCommentSchema>) {
  return addComment(await currentActor(), input)
}

export async function resolveCommentAction(input: z.input<typeof resolveCommentSchema>) {
  return resolveComment(await currentActor(), input)
}
