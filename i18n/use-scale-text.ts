import { useLocale, useTranslations } from 'next-intl'
import { defaultRecipe, type Recipe } from '@/core/index/recipe'
import { formatNumber } from '@/lib/format'

/** On what scale the scores stand and how they were made, in one line, true for any recipe. */
export function useScaleText({ normalise, aggregate, impute, treat }: Recipe): string {
  const t = useTranslations('common')
  const locale = useLocale()
  const plain = (value: number) => formatNumber(value, { locale, decimals: 2, trim: true })
  const own = defaultRecipe.normalise
  const isOwn =
    normalise.method === own.method &&
    normalise.frame === own.frame &&
    normalise.lower === own.lower &&
    normalise.upper === own.upper &&
    impute.method === 'none' &&
    treat.method === 'none' &&
    aggregate.method === 'arithmetic' &&
    Object.keys(aggregate.byLevel).length === 0
  if (isOwn) return t('pooledScale')
  const { lower, upper, mean, sd } = normalise
  const numbers = { lower: plain(lower), upper: plain(upper), mean: plain(mean), sd: plain(sd) }
  const methods = new Set([aggregate.byLevel['1'] ?? aggregate.method, ...Object.values(aggregate.byLevel)])
  return [
    t(`scale.normalise.${normalise.method}`, numbers),
    t(`scale.frame.${normalise.frame}`),
    ...[...methods].map((method) => t(`scale.aggregate.${method}`)),
    ...(treat.method === 'none' ? [] : [t('scale.treated')]),
    ...(impute.method === 'none' ? [] : [t('scale.imputed')]),
  ].join(t('scale.separator'))
}
