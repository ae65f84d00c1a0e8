import type { Metadata } from 'next'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { AreaParts, AreaRanking, AreaTrend } from '@/features/areas/components/area-charts'
import { AreaHead } from '@/features/areas/components/area-head'
import { AreaSummary } from '@/features/areas/components/area-summary'
import { IndicatorTable } from '@/features/areas/components/indicator-table'
import { Multiples } from '@/features/areas/components/multiples'
import { NotCollected } from '@/features/areas/components/not-collected'
import { getAreaPage } from '@/features/areas/queries'
import { NoData } from '@/features/sample/components/no-data'
import { getWorkspace } from '@/features/scores/queries'
import { pick } from '@/lib/bilingual'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = {
  readonly params: Promise<{ locale: string; area: string }>
  readonly searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, area: slug } = await params
  const { areas } = await getWorkspace(await currentActor(), {})
  const area = areas.find((candidate) => candidate.slug === slug)
  return area ? { title: pick(area.name, locale) } : {}
}

export default async function AreaRoute({ params, searchParams }: Props) {
  const { area: slug } = await params
  const page = await getAreaPage(await currentActor(), { slug, params: await searchParams })
  if (page === 'unknown') return <Missing />
  if (!page) return <NoData />
  const token = `--area-${page.area.code.toLowerCase()}`
  return (
    <>
      <AreaHead page={page} token={token} />
      <AreaSummary page={page} />
      <div className="mb-10 grid gap-x-10 gap-y-8 xl:grid-cols-[3fr_2fr]">
        <div className="grid content-start gap-y-8">
          <AreaParts page={page} token={token} />
          <AreaTrend page={page} token={token} />
        </div>
        <AreaRanking page={page} token={token} />
      </div>
      <IndicatorTable indicators={page.indicators} chosen={page.chosen} token={token} hasScore />
      <Multiples page={page} token={token} />
      <NotCollected indicators={page.notCollected} chosen={page.chosen} isScored />
    </>
  )
}
