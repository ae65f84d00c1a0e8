import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { carriedOf } from '@/app/[locale]/(dashboard)/data/history/carried'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { Button } from '@/components/ui/button'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { MomentFields } from '@/components/ui/moment-fields'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { ReasonForm } from '@/components/ui/reason-form'
import { restoreMomentAction } from '@/features/history/actions'
import { CellFilterFields } from '@/features/history/components/cell-filter'
import { HistoryNav } from '@/features/history/components/history-nav'
import { reasonWords } from '@/features/history/components/reason-words'
import { getNames, getRestorePreview } from '@/features/history/queries'
import { parseCells } from '@/features/history/schema'
import { momentText } from '@/features/lookback/components/moment-text'
import { ZoneSelect } from '@/features/lookback/components/zone-select'
import { askedMoment } from '@/features/lookback/schema'
import { ChangeTable } from '@/features/revisions/components/change-table'
import { CountList } from '@/features/revisions/components/count-list'
import { getPathname } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'history' })
  return { title: t('restore.title') }
}

export default async function RestoreRoute({ params, searchParams }: Props) {
  const { locale } = await params
  const search = await searchParams
  const t = await getTranslations({ locale, namespace: 'history' })
  const words = await getTranslations({ locale, namespace: 'history.restore' })
  const { timeZone, fields, query } = carriedOf(search)
  const actor = await currentActor()
  const asked = askedMoment(search, 'at', timeZone)
  const filter = parseCells(search)
  const names = await getNames(actor, {})
  const preview = asked.moment && (await getRestorePreview(actor, { moment: asked.moment, filter }))
  if (asked.moment && !preview) return <Missing />
  const moment =
    preview && momentText(preview.at, { t: (key, values) => t(`moment.${key}`, values), locale, timeZone })
  return (
    <>
      <PageHead
        title={moment ? t('restore.titleAt', { moment }) : t('restore.title')}
        lead={t('restore.lead')}
      />
      <HistoryNav current={null} query={query()} />
      <form
        action={getPathname({ href: routes.historyRestore, locale })}
        className="no-print mb-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4"
      >
        <HiddenFields values={{ ...fields, tz: null }} />
        <MomentFields
          name="at"
          day={asked.day}
          clock={asked.clock}
          words={{ day: t('moment.day'), clock: t('moment.clock') }}
        />
        <ZoneSelect timeZone={timeZone} />
        <CellFilterFields filter={filter} names={names} />
        <div>
          <Button type="submit">{t('restore.preview')}</Button>
        </div>
      </form>
      {asked.isUnclear && (
        <Notice tone="danger" role="alert">
          {t('moment.unclear')}
        </Notice>
      )}
      {preview && preview.total === 0 && <Notice>{t('restore.same')}</Notice>}
      {preview && preview.total > 0 && (
        <>
          <h2 className="mb-3">{t('restore.would', { count: preview.total })}</h2>
          <CountList counts={preview.counts} isRestore />
          {preview.canEnter ? (
            <ReasonForm
              action={restoreMomentAction}
              fields={{
                locale,
                momentKind: preview.at.moment.kind,
                moment: preview.at.batch?.id ?? preview.at.at,
                place: filter.region,
                indicator: filter.indicator,
                dataYear: filter.year === null ? null : String(filter.year),
                fingerprint: preview.fingerprint,
              }}
              words={reasonWords(words, t('restore.submit', { count: preview.total }))}
            />
          ) : (
            <Notice>{t('restore.notAllowed')}</Notice>
          )}
          <h2 className="mb-3 mt-8">{t('restore.cells', { count: preview.cells.length })}</h2>
          <ChangeTable
            caption={t('restore.cells', { count: preview.cells.length })}
            cells={preview.cells}
            isRestore
            names={names}
            query={query()}
          />
        </>
      )}
    </>
  )
}
