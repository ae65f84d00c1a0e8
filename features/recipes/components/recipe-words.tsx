import { useLocale, useTranslations } from 'next-intl'
import type { Recipe } from '@/core/index/recipe'
import { formatNumber, formatPercent } from '@/lib/format'

/** A recipe in sentences, step by step. */
export function RecipeWords({ recipe }: { readonly recipe: Recipe }) {
  const t = useTranslations('report.recipe')
  const step = useTranslations('report.step')
  const own = useTranslations('recipe')
  const locale = useLocale()
  const { impute, treat, normalise, weights, aggregate, coverage } = recipe
  const plain = (value: number) => formatNumber(value, { locale, decimals: 2, trim: true })
  const scale = {
    lower: plain(normalise.lower),
    upper: plain(normalise.upper),
    mean: plain(normalise.mean),
    sd: plain(normalise.sd),
  }
  const limits = { skew: plain(treat.skew), kurtosis: plain(treat.kurtosis), points: treat.maxPoints }
  const power = { power: plain(aggregate.power) }
  const between = aggregate.byLevel['2']
  const isRaised = normalise.method === 'min-max' && normalise.lower === 1
  const rows: readonly (readonly [key: string, sentences: readonly string[]])[] = [
    ['impute', [t(`impute.${impute.method}`)]],
    [
      'treat',
      [
        t(`treat.${treat.method}`, limits),
        ...(treat.method === 'none' ? [] : [t(`fallback.${treat.fallback}`)]),
      ],
    ],
    ['normalise', [t(`normalise.${normalise.method}`, scale), ...(isRaised ? [own('raised', scale)] : [])]],
    ['frame', [t(`frame.${normalise.frame}`)]],
    ['weights', [t(`weights.${weights.method}`)]],
    [
      'aggregate',
      [
        t(`aggregate.${aggregate.byLevel['1'] ?? aggregate.method}`, power),
        ...(between ? [t('betweenAreas', { method: t(`aggregate.${between}`, power) })] : []),
      ],
    ],
    [
      'coverage',
      [
        coverage.minimum === 0
          ? t('noCoverage')
          : t('coverage', { minimum: formatPercent(coverage.minimum, { locale, decimals: 0 }) }),
      ],
    ],
  ]
  return (
    <dl className="grid max-w-4xl gap-x-6 gap-y-2 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
      {rows.map(([key, sentences]) => (
        <div key={key} className="contents">
          <dt className="font-medium">{step(key)}</dt>
          <dd className="text-ink-2">{sentences.join(locale === 'zh' ? '' : ' ')}</dd>
        </div>
      ))}
    </dl>
  )
}
