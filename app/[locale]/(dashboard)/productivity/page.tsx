import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HallmarkHead } from '@/features/areas/components/hallmark-head'
import { HallmarkSection } from '@/features/areas/components/hallmark-section'
import { IndicatorTable } from '@/features/areas/components/indicator-table'
import { NotCollected } from '@/features/areas/components/not-collected'
import { getHallmarkPage } from '@/features/areas/queries'
import { NoData } from '@/features/sample/components/no-data'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'productivity' })
  return { title: t('title') }
}

export default async function ProductivityRoute({ searchParams }: Props) {
  const page = await getHallmarkPage(await currentActor(), { params: await searchParams })
  if (!page) return <NoData />
  const token = '--area-pr'
  return (
    <>
      <HallmarkHead page={page} />
      <IndicatorTable indicators={page.indicators} chosen={page.chosen} token={token} />
      {page.indicators.map((state) => (
        <HallmarkSection key={state.indicator.code} state={state} chosen={page.chosen} token={token} />
      ))}
      <NotCollected indicators={page.notCollected} chosen={page.chosen} />
    </>
  )
}
