import { useLocale, useTranslations } from 'next-intl'
import { cited } from '@/components/charts/frame/cited'
import { pick } from '@/lib/bilingual'
import type { IndicatorPage } from '../schema'

/** What the values of an indicator cite, as a line under its charts. */
export function useSource({ sources }: IndicatorPage): string {
  const common = useTranslations('common')
  const locale = useLocale()
  const citations = sources.map((source) => pick(source, locale))
  return cited(citations, common('citationSeparator')) || common('workingData')
}
