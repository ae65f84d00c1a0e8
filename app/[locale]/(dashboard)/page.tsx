import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AreaRows } from '@/features/overview/components/area-rows'
import { Attention } from '@/features/overview/components/attention'
import { Headline } from '@/features/overview/components/headline'
import { Movers } from '@/features/overview/components/movers'
import { OverviewHead } from '@/features/overview/components/overview-head'
import { RegionHeat } from '@/features/overview/components/region-heat'
import { getOverview } from '@/features/overview/queries'
import { NoData } from '@/features/sample/components/no-data'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'shell' })
  return { title: t('nav.overview') }
}

export default async function OverviewPage({ searchParams }: Props) {
  const page = await getOverview(await currentActor(), { params: await searchParams })
  if (!page) return <NoData />
  return (
    <>
      <OverviewHead page={page} />
      <Headline page={page} />
      <AreaRows page={page} />
      <div className="grid gap-10 xl:grid-cols-[3fr_2fr]">
        <RegionHeat page={page} />
        <div>
          <Movers page={page} />
          <Attention page={page} />
        </div>
      </div>
    </>
  )
}
