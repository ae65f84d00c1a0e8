import 'server-only'
import { z } from 'zod'
import { completeRecipe, defaultRecipe, type Recipe } from '@/core/index/recipe'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import type { SavedRecipe } from './schema'

const columns = { name: true, body: true, isDefault: true, version: true } as const

/** The saved recipes by name. */
export const listRecipes = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: async (): Promise<SavedRecipe[]> => {
    const rows = await db().recipe.findMany({ orderBy: { name: 'asc' }, select: columns })
    return rows.map(({ body, ...row }) => ({ ...row, recipe: completeRecipe(body) }))
  },
})

/** The recipe that makes the scores, and its name; null = the one that Pentad starts with. */
export const getRecipeInUse = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: async (): Promise<{ readonly name: string | null; readonly recipe: Recipe }> => {
    const row = await db().recipe.findFirst({ where: { isDefault: true }, select: columns })
    return row ? { name: row.name, recipe: completeRecipe(row.body) } : { name: null, recipe: defaultRecipe }
  },
})
