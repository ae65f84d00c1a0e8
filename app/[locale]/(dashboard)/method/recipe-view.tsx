import { useTranslations } from 'next-intl'
import { TrialHead } from '@/features/method/components/trial-head'
import { type RecipeTrial, trialQuery } from '@/features/method/schema'
import { RecipeActions } from '@/features/recipes/components/recipe-actions'
import { RecipeForm } from '@/features/recipes/components/recipe-form'
import { RecipeList } from '@/features/recipes/components/recipe-list'
import { RecipeWords } from '@/features/recipes/components/recipe-words'
import { isOnPageScale } from '@/features/recipes/schema'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'

/** Choosing a recipe: the saved ones, the choices, what they say in words, and what can be done with them. */
export function RecipeView({ trial }: { readonly trial: RecipeTrial }) {
  const t = useTranslations('recipe')
  const { saved, tried, inUseName, selection, node, rootCode, fixedPoints, moved } = trial
  const start = saved?.name ?? ''
  const hidden = [
    ['view', 'effect'],
    ['recipe', start],
    ['region', selection.region],
    ['peers', selection.peers?.join(',')],
    ['year', selection.year?.toString()],
    ['of', node === rootCode ? null : node],
  ].flatMap(([name, value]) => (name && typeof value === 'string' ? [[name, value] as const] : []))
  const { all, goalposts, targets } = fixedPoints
  const blocked = {
    ...(goalposts < all ? { goalposts: t('needsGoalposts', fixedPoints) } : {}),
    ...(targets < all ? { 'distance-to-target': t('needsTargets', fixedPoints) } : {}),
  }
  const effect =
    moved === null ? '' : t('effect', { moved: moved.count, of: moved.of, places: moved.largest })
  return (
    <>
      <section aria-labelledby="recipes" className="mb-8">
        <h2 id="recipes">{t('title')}</h2>
        <p className="prose-width mb-3 text-ink-2">{t('text')}</p>
        <RecipeList
          recipes={trial.recipes}
          current={saved?.name ?? null}
          inUse={inUseName}
          query={selection}
        />
      </section>
      <TrialHead trial={trial} isChoosing />
      <section aria-labelledby="choices">
        <h2 id="choices" className="mb-3">
          {t('choices')}
        </h2>
        <RecipeForm choices={trial.choices} hidden={hidden} blocked={blocked} />
      </section>
      {tried && (
        <section aria-labelledby="in-words" className="mb-8">
          <h2 id="in-words" className="mb-2">
            {t('inWords')}
          </h2>
          <RecipeWords recipe={tried.recipe} />
          {!trial.isInUse && (
            <p className="mt-3 text-sm">
              {effect} <Link href={`${routes.method}${trialQuery(trial, 'effect')}`}>{t('seeEffect')}</Link>
            </p>
          )}
        </section>
      )}
      <RecipeActions
        recipe={tried?.recipe ?? null}
        saved={saved && { name: saved.name, version: saved.version, isDefault: saved.isDefault }}
        isChanged={trial.isChanged}
        inUseName={inUseName}
        effect={effect}
        obstacle={tried === null ? t('cannotRun') : isOnPageScale(tried.recipe) ? null : t('otherScale')}
      />
    </>
  )
}
