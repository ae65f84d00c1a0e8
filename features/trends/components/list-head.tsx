import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { statusMarks } from '@/lib/status'
import type { IndicatorList, ListFilter } from '../schema'
import { filterRows } from './filter-rows'

type Props = { readonly page: IndicatorList; readonly filter: ListFilter }

/** Says what the list counts: all indicators, or those of an area or at a status. */
export function ListHead({ page, filter }: Props) {
  const t = useTranslations('indicators')
  const progress = useTranslations('progress')
  const locale = useLocale()
  const { chosen, rows } = page
  const area = rows.find((row) => row.indicator.area === filter.area)?.area ?? null
  const parts = [
    area ? pick(area.name, locale) : null,
    filter.status ? progress(statusMarks[filter.status].key) : null,
  ].filter((part) => part !== null)
  const used = rows.filter((row) => row.state !== null).length
  return (
    <PageHead
      kicker={parts.length > 0 ? t('title') : null}
      title={
        parts.length > 0
          ? t('titleFiltered', { what: parts.join(t('separator')), count: filterRows(rows, filter).length })
          : t('title')
      }
      lead={
        chosen && used > 0
          ? t('lead', {
              used,
              all: rows.length,
              region: pick(chosen.region.name, locale),
              year: String(chosen.year),
            })
          : t('leadEmpty', { all: rows.length })
      }
      actions={
        <Link href={routes.newIndicator} className={buttonClass()}>
          {t('add')}
        </Link>
      }
    />
  )
}
