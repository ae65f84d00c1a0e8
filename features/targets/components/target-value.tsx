import { useLocale, useTranslations } from 'next-intl'
import { formatNumber, formatObserved, formatSigned, type Measured } from '@/lib/format'
import type { TargetInfo } from '../schema'

type Props = {
  readonly value: number
  /** a value of the indicator, or a change in % on the baseline */
  readonly kind: TargetInfo['kind']
  readonly indicator: Measured | undefined
}

/** What is aimed at or started from, with its unit. */
export function TargetValue({ value, kind, indicator }: Props) {
  const t = useTranslations('admin.target')
  const locale = useLocale()
  if (kind === 'change_percent') {
    return t('changeOnBaseline', {
      change: formatSigned(value, { locale, decimals: 1, trim: true, unit: '%' }),
    })
  }
  return indicator
    ? formatObserved(value, indicator, locale)
    : formatNumber(value, { locale, decimals: 10, trim: true })
}
