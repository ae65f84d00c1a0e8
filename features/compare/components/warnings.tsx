import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { pick } from '@/lib/bilingual'
import type { ComparePage, CompareWarning } from '../schema'

/** What stands against reading the comparison at face value. */
export function Warnings({ page }: { readonly page: ComparePage }) {
  const t = useTranslations('compare.warning')
  const locale = useLocale()
  if (page.warnings.length === 0) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const names = (regions: readonly { readonly name: { readonly en: string; readonly zh: string } }[]) =>
    list.format(regions.map((region) => pick(region.name, locale)))
  const sentence = (warning: CompareWarning): string => {
    switch (warning.code) {
      case 'tooMany':
        return t('tooMany', { shown: warning.shown, chosen: warning.chosen })
      case 'missing':
        return t('missing', { year: String(warning.year), regions: names(warning.regions) })
      case 'definitions':
        return t('definitions', { year: String(warning.year), regions: names(warning.regions) })
      case 'breaks':
        return t('breaks', { years: list.format(warning.years.map(String)) })
      case 'sources':
        return t('sources', { count: warning.count })
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
