import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { carriedOf } from '@/app/[locale]/(dashboard)/data/history/carried'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { CellFilterFields } from '@/features/history/components/cell-filter'
import { HistoryNav } from '@/features/history/components/history-nav'
import { getNames } from '@/features/history/queries'
import { parseCells } from '@/features/history/schema'
import { StatisticsTable } from '@/features/revisions/components/statistics-table'
import { VintageTable } from '@/features/revisions/components/vintage-table'
import { getVintages } from '@/features/revisions/queries'
import { getPathname } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'history' })
  return { title: t('vintages.title') }
}

export default async function VintagesRoute({ params, searchParams }: Props) {
  const { locale } = await params
  const search = await searchParams
  const t = await getTranslations({ locale, namespace: 'history' })
  const { timeZone, fields, query } = carriedOf(search)
  const actor = await currentActor()
  const [names, page] = await Promise.all([getNames(actor, {}), getVintages(actor, parseCells(search))])
  return (
    <>
      <PageHead title={t('vintages.title')} lead={t('vintages.lead')} />
      <HistoryNav current="vintages" query={query()} />
      <form
        action={getPathname({ href: routes.historyVintages, locale })}
        className="no-print mb-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4"
      >
        <HiddenFields values={fields} />
        <CellFilterFields filter={page.filter} names={names} />
        <div>
          <Button type="submit" tone="primary">
            {t('vintages.show')}
          </Button>
        </div>
      </form>
      {page.isCut && (
        <Notice tone="warning" className="mb-4">
          {t('vintages.cut', { count: page.rows.length })}
        </Notice>
      )}
      {page.rows.length === 0 ? (
        <Empty title={t('vintages.none')}>{t('vintages.noneText')}</Empty>
      ) : (
        <>
          <div className="mb-10">
            <VintageTable
              caption={t('vintages.caption', { count: page.rows.length })}
              rows={page.rows}
              names={names}
              timeZone={timeZone}
              query={query()}
            />
          </div>
          <StatisticsTable statistics={page.statistics} names={names} />
        </>
      )}
    </>
  )
}
