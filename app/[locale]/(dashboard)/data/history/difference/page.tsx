import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { carriedOf, given } from '@/app/[locale]/(dashboard)/data/history/carried'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { CellFilterFields } from '@/features/history/components/cell-filter'
import { HistoryNav } from '@/features/history/components/history-nav'
import { getLatestBatch, getNames } from '@/features/history/queries'
import { parseCells } from '@/features/history/schema'
import { momentText } from '@/features/lookback/components/moment-text'
import { askedMoment, type Moment, text } from '@/features/lookback/schema'
import { ChangeTable } from '@/features/revisions/components/change-table'
import { CountList } from '@/features/revisions/components/count-list'
import { CountsTable } from '@/features/revisions/components/counts-table'
import { EffectTable } from '@/features/revisions/components/effect-table'
import { StatisticsTable } from '@/features/revisions/components/statistics-table'
import { getDifference } from '@/features/revisions/queries'
import { changeKinds, pageSize } from '@/features/revisions/schema'
import { indexRoot } from '@/features/scores/schema'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { type SearchParams, selectionQuery } from '@/lib/selection'
import { currentActor } from '@/server/session'
import { DifferenceForm } from './difference-form'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'history' })
  return { title: t('difference.title') }
}

export default async function DifferenceRoute({ params, searchParams }: Props) {
  const { locale } = await params
  const search = await searchParams
  const t = await getTranslations({ locale, namespace: 'history' })
  const common = await getTranslations({ locale, namespace: 'common' })
  const { timeZone, query, selection, fields } = carriedOf(search)
  const actor = await currentActor()
  const from = askedMoment(search, 'from', timeZone)
  const to = askedMoment(search, 'to', timeZone)
  const latest = await getLatestBatch(actor, {})
  // Without a choice, what the latest change did.
  const early: Moment | null = from.moment ?? (latest === null ? null : { kind: 'before', batch: latest })
  const cells = parseCells(search)
  const kind = changeKinds.find((one) => one === text(search, 'kind')) ?? null
  const pageText = text(search, 'page')
  const node = text(search, 'node') || indexRoot
  const isUnclear = from.isUnclear || to.isUnclear
  const names = await getNames(actor, {})
  const page =
    early === null || isUnclear
      ? null
      : await getDifference(actor, {
          from: early,
          to: to.moment ?? { kind: 'now' },
          filter: { ...cells, kind },
          node,
          page: /^[1-9]\d{0,5}$/.test(pageText) ? Number(pageText) : 1,
          params: search,
        })
  if (early !== null && !isUnclear && !page) return <Missing />
  const words = {
    t: (key: string, values?: Record<string, string>) => t(`moment.${key}`, values),
    locale,
    timeZone,
  }
  const asked = {
    from: given(from.day),
    fromClock: given(from.clock),
    to: given(to.day),
    toClock: given(to.clock),
    place: given(cells.region),
    indicator: given(cells.indicator),
    dataYear: given(cells.year),
    kind: given(kind),
    node: node === indexRoot ? undefined : node,
  }
  const here = (more: Readonly<Record<string, string | undefined>>) =>
    `${routes.historyDifference}${query({ ...asked, ...more })}`
  const nameOfIndicator = (code: string) => {
    const info = names.indicators.get(code)
    return info ? pick(info.name, locale) : code
  }
  const nameOfRegion = (code: string) => {
    const info = names.regions.get(code)
    return info ? pick(info.name, locale) : code
  }
  const form = (
    <DifferenceForm from={from} to={to} timeZone={timeZone} carried={{ ...fields, tz: null, kind, node }}>
      <CellFilterFields filter={cells} names={names} />
    </DifferenceForm>
  )
  if (!page) {
    return (
      <>
        <PageHead title={t('difference.title')} lead={t('difference.lead')} />
        <HistoryNav current="difference" query={query()} />
        {form}
        {isUnclear ? (
          <Notice tone="danger" role="alert">
            {t('moment.unclear')}
          </Notice>
        ) : (
          <Empty title={t('ledger.none')} />
        )}
      </>
    )
  }
  const total = changeKinds.reduce((sum, one) => sum + page.counts[one], 0)
  const areaName = new Map(page.now.areas.map((area) => [area.code, pick(area.name, locale)]))
  const lastPage = Math.ceil(page.matching / pageSize)
  return (
    <>
      <PageHead
        title={t('difference.titleCount', { count: total })}
        lead={t('difference.between', { from: momentText(page.from, words), to: momentText(page.to, words) })}
        actions={
          total > 0 && (
            <a
              className={buttonClass()}
              href={`/api/v1/history/difference.csv${query({ ...asked, from: asked.from ?? `before-${latest}` })}`}
              download
            >
              {t('difference.download')}
            </a>
          )
        }
      />
      <HistoryNav current="difference" query={query()} />
      {form}
      {page.isTurned && <Notice className="mb-6">{t('difference.turned')}</Notice>}
      <CountList
        counts={page.counts}
        current={kind}
        hrefOf={(one) => `${here({ kind: one ?? undefined })}#cells`}
      />
      {page.effect && (
        <EffectTable
          effect={page.effect}
          names={names}
          nameOfNode={(code) => areaName.get(code) ?? common('index')}
          hrefOfNode={(code) => here({ node: code === indexRoot ? undefined : code })}
          queryOf={(region) => selectionQuery({ ...selection, region, year: page.effect?.year ?? null })}
        />
      )}
      {total > 0 && (
        <div className="mb-10 grid gap-8 lg:grid-cols-2">
          <CountsTable
            caption={t('difference.byIndicator')}
            head={common('indicator')}
            rows={page.byIndicator}
            nameOf={nameOfIndicator}
            hrefOf={(code) => `${here({ indicator: code })}#cells`}
          />
          <CountsTable
            caption={t('difference.byRegion')}
            head={common('region')}
            rows={page.byRegion}
            nameOf={nameOfRegion}
            hrefOf={(code) => `${here({ place: code })}#cells`}
          />
        </div>
      )}
      <StatisticsTable statistics={page.statistics} names={names} />
      <h2 id="cells" className="mb-3">
        {t('difference.cells', { count: page.matching })}
      </h2>
      {page.cells.length > 0 && (
        <ChangeTable
          caption={t('difference.cells', { count: page.matching })}
          cells={page.cells}
          names={names}
          query={query()}
        />
      )}
      {lastPage > 1 && (
        <nav
          aria-label={t('ledger.pages')}
          className="no-print mt-4 flex flex-wrap items-center gap-2 text-sm"
        >
          {page.page > 1 && (
            <Link className={buttonClass()} href={`${here({ page: String(page.page - 1) })}#cells`}>
              {t('difference.previousPage')}
            </Link>
          )}
          {page.page < lastPage && (
            <Link className={buttonClass()} href={`${here({ page: String(page.page + 1) })}#cells`}>
              {t('difference.nextPage')}
            </Link>
          )}
          <span className="text-ink-2">{t('difference.page', { page: page.page, last: lastPage })}</span>
        </nav>
      )}
      <p className="mt-3 text-xs text-ink-3">{t('moment.zoneSaid', { zone: timeZone })}</p>
    </>
  )
}
