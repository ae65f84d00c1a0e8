import type { Metadata } from 'next'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { NoData } from '@/features/sample/components/no-data'
import { getWorkspace } from '@/features/scores/queries'
import { IndicatorHead } from '@/features/trends/components/indicator-head'
import { IndicatorTabs } from '@/features/trends/components/indicator-tabs'
import { Metadata as IndicatorMetadata } from '@/features/trends/components/metadata'
import { NotCollected } from '@/features/trends/components/not-collected'
import { RegionCharts } from '@/features/trends/components/region-charts'
import { Revisions } from '@/features/trends/components/revisions'
import { StatusMethod } from '@/features/trends/components/status-method'
import { TrendChart } from '@/features/trends/components/trend-chart'
import { ValueTable } from '@/features/trends/components/value-table'
import { getIndicatorPage } from '@/features/trends/queries'
import { type IndicatorPage, type IndicatorTab, tabSchema } from '@/features/trends/schema'
import { pick } from '@/lib/bilingual'
import { codeIn } from '@/lib/routes'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = {
  readonly params: Promise<{ locale: string; code: string }>
  readonly searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code } = await params
  const workspace = await getWorkspace(await currentActor(), {})
  const indicator = workspace.indicator.get(codeIn(code))
  return indicator ? { title: pick(indicator.name, locale) } : {}
}

export default async function IndicatorRoute({ params, searchParams }: Props) {
  const code = codeIn((await params).code)
  const query = await searchParams
  const page = await getIndicatorPage(await currentActor(), { code, params: query })
  if (!page) return <Missing />
  if (page.chosen === null) {
    return (
      <>
        <IndicatorHead page={page} />
        <IndicatorMetadata page={page} />
        <NoData isPage={false} />
      </>
    )
  }
  const tab = tabSchema.parse(query.tab)
  return (
    <>
      <IndicatorHead page={page} />
      <IndicatorTabs page={page} tab={tab} />
      {page.rows.length === 0 && ['chart', 'regions', 'table'].includes(tab) ? (
        <NotCollected page={page} />
      ) : (
        <Side page={page} tab={tab} />
      )}
    </>
  )
}

function Side({ page, tab }: { readonly page: IndicatorPage; readonly tab: IndicatorTab }) {
  const token = `--area-${page.indicator.area.toLowerCase()}`
  switch (tab) {
    case 'chart':
      return <TrendChart page={page} token={token} />
    case 'regions':
      return <RegionCharts page={page} token={token} />
    case 'table':
      return <ValueTable page={page} />
    case 'meta':
      return <IndicatorMetadata page={page} />
    case 'status':
      return <StatusMethod page={page} />
    case 'history':
      return <Revisions page={page} />
  }
}
