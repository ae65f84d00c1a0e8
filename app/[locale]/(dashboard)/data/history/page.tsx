import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { carriedOf, given } from '@/app/[locale]/(dashboard)/data/history/carried'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { HistoryNav } from '@/features/history/components/history-nav'
import { LedgerSearch } from '@/features/history/components/ledger-search'
import { LedgerTable } from '@/features/history/components/ledger-table'
import { getLedger, getNames } from '@/features/history/queries'
import { batchIdSchema, parseLedger } from '@/features/history/schema'
import { text } from '@/features/lookback/schema'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'history' })
  return { title: t('title') }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { locale } = await params
  const search = await searchParams
  const t = await getTranslations({ locale, namespace: 'history' })
  const { timeZone, fields, query } = carriedOf(search)
  const filter = parseLedger(search, timeZone)
  const before = batchIdSchema.safeParse(text(search, 'before'))
  const actor = await currentActor()
  const [ledger, names] = await Promise.all([
    getLedger(actor, { filter, before: before.success ? before.data : null }),
    getNames(actor, {}),
  ])
  const asked = {
    place: given(filter.region),
    indicator: given(filter.indicator),
    dataYear: given(filter.year),
    author: given(filter.author),
    kind: given(filter.kind),
    vintage: given(filter.vintage),
    words: given(filter.words),
    since: given(text(search, 'since')),
    until: given(text(search, 'until')),
  }
  const isAsked = Object.values(asked).some((value) => value !== undefined)
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          ledger.batches.length > 0 && (
            <a className={buttonClass()} href={`/api/v1/history/ledger.csv${query(asked)}`} download>
              {t('ledger.download')}
            </a>
          )
        }
      />
      <HistoryNav current="ledger" query={query()} />
      <LedgerSearch
        filter={filter}
        days={{ since: text(search, 'since'), until: text(search, 'until') }}
        authors={ledger.authors}
        names={names}
        carried={fields}
        clearHref={`${routes.dataHistory}${query()}`}
      />
      {ledger.batches.length === 0 ? (
        <Empty title={t(isAsked ? 'ledger.noMatch' : 'ledger.none')} />
      ) : (
        <LedgerTable batches={ledger.batches} names={names} timeZone={timeZone} query={query()} />
      )}
      <nav aria-label={t('ledger.pages')} className="no-print mt-4 flex flex-wrap gap-2">
        {before.success && (
          <Link className={buttonClass()} href={`${routes.dataHistory}${query(asked)}`}>
            {t('ledger.newest')}
          </Link>
        )}
        {ledger.older && (
          <Link
            className={buttonClass()}
            href={`${routes.dataHistory}${query({ ...asked, before: ledger.older })}`}
          >
            {t('ledger.older')}
          </Link>
        )}
      </nav>
      <p className="mt-3 text-xs text-ink-3">{t('moment.zoneSaid', { zone: timeZone })}</p>
    </>
  )
}
