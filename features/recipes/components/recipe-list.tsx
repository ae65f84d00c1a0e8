import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { type Selection, selectionQuery } from '@/lib/selection'
import type { SavedRecipe } from '../schema'

type Props = {
  readonly recipes: readonly SavedRecipe[]
  /** the one that is open, and the one that makes the scores; null = the one that Pentad starts with */
  readonly current: string | null
  readonly inUse: string | null
  readonly query: Selection
}

/** The recipes there are, the one that makes the scores marked. */
export function RecipeList({ recipes, current, inUse, query }: Props) {
  const t = useTranslations('recipe')
  const all = [null, ...recipes.map(({ name }) => name)]
  return (
    <ul className="max-w-4xl border-t border-line">
      {all.map((name) => (
        <li key={name ?? ''} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-2">
          <Link
            href={`${routes.method}${selectionQuery(query, { view: 'recipe', recipe: name ?? '' })}`}
            aria-current={name === current ? 'true' : undefined}
            prefetch={false}
            className={name === current ? 'break-words font-semibold text-ink' : 'break-words'}
          >
            {name ?? t('own')}
          </Link>
          {name === inUse && <span className="text-sm text-ink-2">{t('default')}</span>}
        </li>
      ))}
    </ul>
  )
}
