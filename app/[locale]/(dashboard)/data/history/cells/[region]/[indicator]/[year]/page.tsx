import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { carriedOf } from '@/app/[locale]/(dashboard)/data/history/carried'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { HistoryNav } from '@/features/history/components/history-nav'
import { VersionList } from '@/features/history/components/version-list'
import { getCellHistory, getNames } from '@/features/history/queries'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { codeIn, routes } from '@/lib/routes'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = {
  readonly params: Promise<{ locale: string; region: string; indicator: string; year: string }>
  readonly searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'history' })
  return { title: t('cell.title') }
}

export default async function CellRoute({ params, searchParams }: Props) {
  const segments = await params
  const { locale } = segments
  const actor = await currentActor()
  const names = await getNames(actor, {})
  const region = names.regions.get(codeIn(segments.region))
  const indicator = names.indicators.get(codeIn(segments.indicator))
  if (!region || !indicator || !/^(?:19|20|21)\d\d$/.test(segments.year)) return <Missing />
  const year = Number(segments.year)
  const t = await getTranslations({ locale, namespace: 'history' })
  const { timeZone, query } = carriedOf(await searchParams)
  const { versions, canEnter } = await getCellHistory(actor, {
    region: region.code,
    indicator: indicator.code,
    year,
  })
  const grid = { by: 'indicator', indicator: indicator.code }
  return (
    <>
      <PageHead
        kicker={
          <Link href={`${routes.dataHistory}${query()}`} className="text-ink-2">
            {t('title')}
          </Link>
        }
        title={t('cell.titleOf', {
          region: pick(region.name, locale),
          indicator: pick(indicator.name, locale),
          year: String(year),
        })}
        lead={[indicator.code, pick(indicator.unit, locale)].filter(Boolean).join(' · ')}
        actions={
          <Link className={buttonClass()} href={`${routes.data}${query(grid)}`}>
            {t('cell.edit')}
          </Link>
        }
      />
      <HistoryNav current="ledger" query={query()} />
      {versions.length === 0 ? (
        <Empty title={t('cell.none')} />
      ) : (
        <VersionList
          versions={versions}
          measured={indicator}
          timeZone={timeZone}
          query={query()}
          canEnter={canEnter}
        />
      )}
      <p className="mt-3 text-xs text-ink-3">{t('moment.zoneSaid', { zone: timeZone })}</p>
    </>
  )
}
