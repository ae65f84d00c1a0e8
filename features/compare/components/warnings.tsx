import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { pick } from '@/lib/bilingual'
import type { ComparePage, CompareWarning } from '../schema'

const missingWords = {
  index: 'noIndex',
  area: 'noScore',
  indicator: 'missing',
  parts: 'missingParts',
} as const

/** What stands against reading the comparison at face value. */
export function Warnings({ page }: { readonly page: ComparePage }) {
  const t = useTranslations('compare.warning')
  const locale = useLocale()
  if (page.warnings.length === 0) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const names = (those: readonly { readonly name: { readonly en: string; readonly zh: string } }[]) =>
    list.format(those.map((one) => pick(one.name, locale)))
  const sentence = (warning: CompareWarning): string => {
    switch (warning.code) {
      case 'tooMany':
        return t('tooMany', { shown: warning.shown, chosen: warning.chosen })
      case 'missing':
        return t(missingWords[warning.what], { year: String(warning.year), regions: names(warning.regions) })
      case 'definitions':
        return t(warning.isBelow ? 'definitionsBelow' : 'definitions', {
          year: String(warning.year),
          regions: names(warning.regions),
        })
      case 'breaks':
        return t(warning.isBelow ? 'breaksBelow' : 'breaks', {
          years: list.format(warning.items[0]?.years.map(String) ?? []),
          items: list.format(
            warning.items.map(({ indicator, years }) =>
              t('breakItem', {
                indicator: pick(indicator.name, locale),
                years: list.format(years.map(String)),
              }),
            ),
          ),
        })
      case 'sources':
        return t(warning.isBelow ? 'sourcesBelow' : 'sources', {
          count: warning.count,
          year: String(warning.year),
          indicators: names(warning.indicators),
        })
      case 'otherLevel':
        return t('otherLevel', { regions: names(warning.regions) })
    }
  }
  const sentences = [...new Set(page.warnings.map(sentence))]
  return (
    <Notice tone="warning" className="mb-5">
      <ul>
        {sentences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  )
}
