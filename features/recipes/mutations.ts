import 'server-only'
import { completeRecipe } from '@/core/index/recipe'
import type { Prisma } from '@/server/db'
import { type Audited, defineMutation } from '@/server/define'
import {
  chooseRecipeSchema,
  deleteRecipeSchema,
  isOnPageScale,
  type RecipeRefusal,
  saveRecipeSchema,
} from './schema'

type Named = { readonly name: string }

const json = (value: unknown): Prisma.InputJsonObject => JSON.parse(JSON.stringify(value))

/** Saves a recipe under a name: a new one, or a change of the version that was opened. */
export const saveRecipe = defineMutation<typeof saveRecipeSchema, Named, RecipeRefusal>({
  name: 'recipe.save',
  permission: 'manage',
  input: saveRecipeSchema,
  scope: () => true,
  run: async (tx, { name, body, version }): Promise<Audited<Named> | RecipeRefusal> => {
    const before = await tx.recipe.findUnique({ where: { name } })
    if (version === 0 && before) return { ok: false, reason: 'nameTaken' }
    if (version > 0 && !before) return { ok: false, reason: 'notFound' }
    if (before && before.version !== version) return { ok: false, reason: 'changedMeanwhile' }
    // The recipe in use stays one that the pages can show.
    if (before?.isDefault && !isOnPageScale(body)) return { ok: false, reason: 'otherScale' }
    const data = { body: json(body), version: version + 1 }
    if (before) {
      const { count } = await tx.recipe.updateMany({ where: { name, version }, data })
      if (count === 0) return { ok: false, reason: 'changedMeanwhile' }
    } else {
      await tx.recipe.create({ data: { name, ...data } })
    }
    const detail = { before: before ? json(before.body) : null, after: json(body) }
    return { ok: true, value: { name }, audit: { entity: 'recipe', entityKey: name, detail } }
  },
  collisions: { P2002: { ok: false, reason: 'nameTaken' } },
})

/** Makes a saved recipe, or the one that Pentad starts with, the one that makes all scores. */
export const chooseRecipe = defineMutation<typeof chooseRecipeSchema, { name: string | null }, RecipeRefusal>(
  {
    name: 'recipe.choose',
    permission: 'manage',
    input: chooseRecipeSchema,
    scope: () => true,
    run: async (tx, { name }) => {
      const before = await tx.recipe.findFirst({ where: { isDefault: true }, select: { name: true } })
      await tx.recipe.updateMany({ where: { isDefault: true }, data: { isDefault: false } })
      if (name !== null) {
        const chosen = await tx.recipe.findUnique({ where: { name }, select: { body: true } })
        if (!chosen) return { ok: false, reason: 'notFound' }
        if (!isOnPageScale(completeRecipe(chosen.body))) return { ok: false, reason: 'otherScale' }
        await tx.recipe.update({ where: { name }, data: { isDefault: true } })
      }
      const detail = { before: before?.name ?? null, after: name }
      return { ok: true, value: { name }, audit: { entity: 'recipe', entityKey: name ?? 'pentad', detail } }
    },
    // Somebody else made another one the default between the two steps.
    collisions: { P2002: { ok: false, reason: 'changedMeanwhile' } },
  },
)

/** Removes a saved recipe that is not in use. */
export const deleteRecipe = defineMutation<typeof deleteRecipeSchema, Named, RecipeRefusal>({
  name: 'recipe.delete',
  permission: 'manage',
  input: deleteRecipeSchema,
  scope: () => true,
  run: async (tx, { name }) => {
    const before = await tx.recipe.findUnique({ where: { name } })
    if (!before) return { ok: false, reason: 'notFound' }
    if (before.isDefault) return { ok: false, reason: 'isDefault' }
    await tx.recipe.delete({ where: { name } })
    return {
      ok: true,
      value: { name },
      audit: { entity: 'recipe', entityKey: name, detail: { before: json(before.body) } },
    }
  },
})
