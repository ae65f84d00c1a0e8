'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { TextInput } from '@/components/ui/form'
import { formReader } from '@/components/ui/form-reader'
import { Notice } from '@/components/ui/notice'
import { useSubmit } from '@/components/ui/use-submit'
import type { Recipe } from '@/core/index/recipe'
import { useRouter } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { chooseRecipeAction, deleteRecipeAction, saveRecipeAction } from '../actions'

type Props = {
  /** the recipe that the page shows; null = it cannot be carried out, so there is nothing to save */
  readonly recipe: Recipe | null
  /** the saved recipe that it starts from */
  readonly saved: { readonly name: string; readonly version: number; readonly isDefault: boolean } | null
  readonly isChanged: boolean
  /** name of the recipe that makes the scores; null = the one that Pentad starts with */
  readonly inUseName: string | null
  /** what becomes of the scores when the saved recipe makes them */
  readonly effect: string
  /** why it cannot make the scores; null = it can */
  readonly obstacle: string | null
}

/** Saving, choosing and removing recipes. What changes is said before; a refusal leaves everything in place. */
export function RecipeActions({ recipe, saved, isChanged, inUseName, effect, obstacle }: Props) {
  const t = useTranslations('admin')
  const router = useRouter()
  const [name, setName] = useState('')
  const show = (shown: string | null) => {
    const query = shown === null ? 'recipe=' : `recipe=${encodeURIComponent(shown)}`
    router.push(`${routes.method}?view=recipe&${query}`)
    router.refresh()
  }
  const { submit, isPending, issueOf, issues, setIssues, refusal } = useSubmit<{ name: string | null }>(
    (done) => show(done.name),
  )
  const onSave = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = formReader(new FormData(event.currentTarget))
    const wanted = form.text('name')
    if (wanted === '') return setIssues([{ path: 'name', code: 'required' }])
    submit(() => saveRecipeAction({ name: wanted, body: recipe, version: 0 }))
  }
  const isReady = saved !== null && !isChanged && !saved.isDefault
  return (
    <div className="no-print grid max-w-4xl gap-6">
      {(refusal || (issues.length > 0 && !issueOf('name'))) && (
        <Notice tone="danger" role="alert">
          {t(`refusal.${refusal ?? 'recipe'}`)}
        </Notice>
      )}
      {recipe && (saved === null || isChanged) && (
        <form onSubmit={onSave} noValidate className="flex flex-wrap items-end gap-3">
          <TextInput
            name="name"
            label={t('recipe.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={120}
            issue={issueOf('name')}
            required
            className="min-w-0 grow basis-64"
          />
          <Button type="submit" tone="primary" disabled={isPending}>
            {t('recipe.save')}
          </Button>
          {saved && (
            <Button
              disabled={isPending}
              onClick={() =>
                submit(() => saveRecipeAction({ name: saved.name, body: recipe, version: saved.version }))
              }
            >
              {t('recipe.saveChanges', { name: saved.name })}
            </Button>
          )}
          {saved?.isDefault && (
            <p className="basis-full text-sm text-ink-2">{t('recipe.changesScores', { effect })}</p>
          )}
        </form>
      )}
      {isReady && (
        <div>
          <p className="prose-width mb-2 text-sm text-ink-2">
            {obstacle ?? t('recipe.chooseText', { effect })}
          </p>
          <div className="flex flex-wrap gap-2">
            {obstacle === null && (
              <Button
                tone="primary"
                disabled={isPending}
                onClick={() => submit(() => chooseRecipeAction({ name: saved.name }))}
              >
                {t('recipe.choose')}
              </Button>
            )}
            <ConfirmButton
              disabled={isPending}
              label={t('recipe.delete')}
              title={t('remove.title', { name: t('recipe.quoted', { name: saved.name }) })}
              text={t('remove.text')}
              cancel={t('remove.keep')}
              onConfirm={() =>
                submit(async () => {
                  const outcome = await deleteRecipeAction({ name: saved.name })
                  return outcome.ok ? { ok: true, value: { name: inUseName } } : outcome
                })
              }
            />
          </div>
        </div>
      )}
      {inUseName !== null && (
        <div>
          <p className="prose-width mb-2 text-sm text-ink-2">{t('recipe.backText', { name: inUseName })}</p>
          <Button disabled={isPending} onClick={() => submit(() => chooseRecipeAction({ name: null }))}>
            {t('recipe.back')}
          </Button>
        </div>
      )}
    </div>
  )
}
