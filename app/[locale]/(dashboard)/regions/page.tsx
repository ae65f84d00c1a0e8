import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { RegionTable } from '@/features/profiles/components/region-table'
import { parseSort } from '@/features/profiles/components/sort-regions'
import { getRegionList } from '@/features/profiles/queries'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { type SearchParams, selectionQuery } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'regions' })
  return { title: t('title') }
}

export default async function RegionsPage({ params, searchParams }: Props) {
  const { locale } = await params
  const search = await searchParams
  const t = await getTranslations({ locale, namespace: 'regions' })
  const list = await getRegionList(await currentActor(), { params: search })
  const add = (
    <Link href={routes.newRegion} className={buttonClass()}>
      {t('add')}
    </Link>
  )
  if (list.rows.length === 0) {
    return (
      <>
        <PageHead title={t('title')} />
        <Empty title={t('leadEmpty')}>{add}</Empty>
      </>
    )
  }
  const codes = list.areas.map((area) => area.code)
  return (
    <>
      <PageHead
        title={t('title')}
        lead={
          list.year === null
            ? t('leadNoData', { count: list.rows.length })
            : t('lead', { count: list.rows.length, year: String(list.year) })
        }
        actions={add}
      />
      {list.lacking.length > 0 && (
        <Notice className="mb-4">
          {t('noIndex', {
            year: String(list.year),
            areas: new Intl.ListFormat(locale).format(list.lacking.map((area) => pick(area.name, locale))),
          })}{' '}
          {list.shownYear !== null && (
            <Link href={`${routes.regions}${selectionQuery({ ...list.selection, year: list.shownYear })}`}>
              {t('showYear', { year: String(list.shownYear) })}
            </Link>
          )}
        </Notice>
      )}
      <RegionTable list={list} sort={parseSort(search.sort, search.order, codes)} />
    </>
  )
}
