import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { carriedOf } from '@/app/[locale]/(dashboard)/data/history/carried'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { HistoryNav } from '@/features/history/components/history-nav'
import { OtherTable } from '@/features/history/components/other-table'
import { listOtherChanges } from '@/features/history/queries'
import { batchIdSchema } from '@/features/history/schema'
import { text } from '@/features/lookback/schema'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'history' })
  return { title: t('other.title') }
}

export default async function OtherRoute({ params, searchParams }: Props) {
  const { locale } = await params
  const search = await searchParams
  const t = await getTranslations({ locale, namespace: 'history' })
  const { timeZone, query } = carriedOf(search)
  const before = batchIdSchema.safeParse(text(search, 'before'))
  const { changes, older } = await listOtherChanges(await currentActor(), {
    before: before.success ? before.data : null,
  })
  return (
    <>
      <PageHead title={t('other.title')} lead={t('other.lead')} />
      <HistoryNav current="other" query={query()} />
      {changes.length === 0 ? (
        <Empty title={t('other.none')} />
      ) : (
        <OtherTable changes={changes} timeZone={timeZone} />
      )}
      <nav aria-label={t('ledger.pages')} className="no-print mt-4 flex flex-wrap gap-2">
        {before.success && (
          <Link className={buttonClass()} href={`${routes.historyOther}${query()}`}>
            {t('ledger.newest')}
          </Link>
        )}
        {older && (
          <Link className={buttonClass()} href={`${routes.historyOther}${query({ before: older })}`}>
            {t('ledger.older')}
          </Link>
        )}
      </nav>
      <p className="mt-3 text-xs text-ink-3">{t('moment.zoneSaid', { zone: timeZone })}</p>
    </>
  )
}
