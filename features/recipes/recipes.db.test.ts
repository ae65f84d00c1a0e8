import { beforeAll, describe, expect, it } from 'vitest'
import { defaultRecipe, type Recipe } from '@/core/index/recipe'
import { scoreOf } from '@/core/index/run-index'
import { loadSample } from '@/features/sample/mutations'
import { getWorkspace } from '@/features/scores/queries'
import { indexRoot } from '@/features/scores/schema'
import { AppError } from '@/lib/errors'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { chooseRecipe, deleteRecipe, saveRecipe } from './mutations'
import { getRecipeInUse, listRecipes } from './queries'

const actor = systemActor('test')
const editor: Actor = { kind: 'user', id: 'ed', name: 'Ed', role: 'editor' }
const entropy: Recipe = { ...defaultRecipe, weights: { method: 'entropy' } }
const lastAudit = (action: string) =>
  db().audit.findFirstOrThrow({ where: { action }, orderBy: { id: 'desc' } })
const indexOf = async (region: string) =>
  scoreOf((await getWorkspace(actor, {})).index, region, 2019, indexRoot).score

beforeAll(async () => {
  expect((await loadSample(actor, {})).ok).toBe(true)
})

describe('saving a recipe', () => {
  it('keeps it complete under its name, with an audit row', async () => {
    const body = { weights: { method: 'entropy' }, coverage: { minimum: 0.5 } }
    expect(await saveRecipe(actor, { name: ' Entropy ', body, version: 0 })).toEqual({
      ok: true,
      value: { name: 'Entropy' },
    })
    expect(await listRecipes(actor, {})).toEqual([
      { name: 'Entropy', recipe: entropy, isDefault: false, version: 1 },
    ])
    expect(await lastAudit('recipe.save')).toMatchObject({
      entity: 'recipe',
      entityKey: 'Entropy',
      detail: { before: null, after: { weights: { method: 'entropy' } } },
    })
  })

  it('is for those who manage', async () => {
    const input = { name: 'Mine', body: entropy, version: 0 }
    await expect(saveRecipe(editor, input)).rejects.toThrow(AppError)
    await expect(chooseRecipe(editor, { name: 'Entropy' })).rejects.toThrow(AppError)
    await expect(deleteRecipe(editor, { name: 'Entropy' })).rejects.toThrow(AppError)
    expect(await listRecipes(editor, {})).toHaveLength(1)
  })

  it('refuses what core refuses, a name that is missing, and one that is taken', async () => {
    for (const body of [{ weights: { method: 'guess' } }, { normalise: { lower: 9, upper: 1 } }, null, 'x']) {
      expect(await saveRecipe(actor, { name: 'Bad', body, version: 0 })).toMatchObject({
        ok: false,
        reason: 'invalid',
        issues: [{ path: 'body', code: 'recipe' }],
      })
    }
    expect(await saveRecipe(actor, { name: ' ', body: entropy, version: 0 })).toMatchObject({
      reason: 'invalid',
      issues: [{ path: 'name', code: 'required' }],
    })
    expect(await saveRecipe(actor, { name: 'Entropy', body: entropy, version: 0 })).toEqual({
      ok: false,
      reason: 'nameTaken',
    })
  })

  it('notices that somebody changed or removed it meanwhile', async () => {
    const changed = { ...entropy, coverage: { minimum: 0.4 } }
    const outcomes = await Promise.all(
      [1, 2].map(() => saveRecipe(actor, { name: 'Entropy', body: changed, version: 1 })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes).toContainEqual({ ok: false, reason: 'changedMeanwhile' })
    expect(await saveRecipe(actor, { name: 'Gone', body: entropy, version: 3 })).toEqual({
      ok: false,
      reason: 'notFound',
    })
  })
})

describe('choosing a recipe', () => {
  it('changes the scores of every page, and choosing none brings them back', async () => {
    const before = await indexOf('CN-GD')
    expect(await chooseRecipe(actor, { name: 'Entropy' })).toEqual({ ok: true, value: { name: 'Entropy' } })
    expect(await lastAudit('recipe.choose')).toMatchObject({ detail: { before: null, after: 'Entropy' } })
    expect((await getRecipeInUse(actor, {})).name).toBe('Entropy')
    const workspace = await getWorkspace(actor, {})
    expect(workspace.recipeName).toBe('Entropy')
    expect(workspace.index.recipe.weights.method).toBe('entropy')
    const after = await indexOf('CN-GD')
    expect(after).not.toBeNull()
    expect(after).not.toBeCloseTo(before ?? Number.NaN, 3)

    expect(await deleteRecipe(actor, { name: 'Entropy' })).toEqual({ ok: false, reason: 'isDefault' })

    expect(await chooseRecipe(actor, { name: null })).toMatchObject({ ok: true })
    expect(await lastAudit('recipe.choose')).toMatchObject({
      entityKey: 'pentad',
      detail: { before: 'Entropy', after: null },
    })
    expect(await getRecipeInUse(actor, {})).toEqual({ name: null, recipe: defaultRecipe })
    expect(await indexOf('CN-GD')).toBe(before)
  })

  it('refuses a recipe that is not there, and one whose scores the pages cannot draw', async () => {
    expect(await chooseRecipe(actor, { name: 'Nothing' })).toEqual({ ok: false, reason: 'notFound' })
    const body = { ...defaultRecipe, normalise: { ...defaultRecipe.normalise, method: 'z-score' } }
    await saveRecipe(actor, { name: 'Z', body, version: 0 })
    expect(await chooseRecipe(actor, { name: 'Z' })).toEqual({ ok: false, reason: 'otherScale' })
    expect((await getRecipeInUse(actor, {})).name).toBeNull()
  })

  it('leaves one default when two are chosen at once', async () => {
    await saveRecipe(actor, { name: 'Other', body: entropy, version: 0 })
    const outcomes = await Promise.all([
      chooseRecipe(actor, { name: 'Entropy' }),
      chooseRecipe(actor, { name: 'Other' }),
    ])
    expect(outcomes.some(({ ok }) => ok)).toBe(true)
    expect((await listRecipes(actor, {})).filter(({ isDefault }) => isDefault)).toHaveLength(1)
    await chooseRecipe(actor, { name: null })
  })
})

describe('removing a recipe', () => {
  it('keeps what it was in the audit trail', async () => {
    expect(await deleteRecipe(actor, { name: 'Other' })).toMatchObject({ ok: true })
    expect(await lastAudit('recipe.delete')).toMatchObject({
      entityKey: 'Other',
      detail: { before: { weights: { method: 'entropy' } } },
    })
    expect(await deleteRecipe(actor, { name: 'Other' })).toEqual({ ok: false, reason: 'notFound' })
  })
})
