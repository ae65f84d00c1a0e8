import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { IndicatorList } from '@/features/trends/components/indicator-list'
import { ListFilters } from '@/features/trends/components/list-filters'
import { ListHead } from '@/features/trends/components/list-head'
import { getIndicatorList } from '@/features/trends/queries'
import { parseFilter } from '@/features/trends/schema'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'indicators' })
  return { title: t('title') }
}

export default async function IndicatorsRoute({ searchParams }: Props) {
  const params = await searchParams
  const page = await getIndicatorList(await currentActor(), { params })
  const filter = parseFilter(params)
  return (
    <>
      <ListHead page={page} filter={filter} />
      {page.rows.length > 0 && <ListFilters page={page} filter={filter} />}
      {page.rows.length > 0 && <IndicatorList page={page} filter={filter} />}
    </>
  )
}
