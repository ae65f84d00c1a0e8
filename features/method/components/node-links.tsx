import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { type MethodView, type RecipeTrial, trialQuery } from '../schema'

/** The name of a node of the framework in the language of the page. */
export function useNodeName(trial: RecipeTrial): (code: string) => string {
  const common = useTranslations('common')
  const locale = useLocale()
  return (code) => {
    if (code === trial.rootCode) return common('index')
    const named = trial.areas.find((area) => area.code === code) ?? trial.indicator.get(code)
    return named ? pick(named.name, locale) : code
  }
}

type Props = { readonly trial: RecipeTrial; readonly view: MethodView }

/** What the ranks are about: the index or an area. */
export function NodeLinks({ trial, view }: Props) {
  const t = useTranslations('method')
  const nodeName = useNodeName(trial)
  return (
    <nav aria-label={t('of')} className="no-print mb-4">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {[trial.rootCode, ...trial.areas.map(({ code }) => code)].map((code) => (
          <li key={code}>
            <Link
              href={`${routes.method}${trialQuery(trial, view, code)}`}
              aria-current={code === trial.node ? 'true' : undefined}
              prefetch={false}
              className={code === trial.node ? 'font-semibold text-ink no-underline' : 'inline-block min-h-6'}
            >
              {nodeName(code)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
