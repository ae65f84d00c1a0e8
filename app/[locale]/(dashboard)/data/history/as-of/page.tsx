import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { carriedOf, given } from '@/app/[locale]/(dashboard)/data/history/carried'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { Button, buttonClass } from '@/components/ui/button'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { MomentFields } from '@/components/ui/moment-fields'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { HistoryNav } from '@/features/history/components/history-nav'
import { momentText } from '@/features/lookback/components/moment-text'
import { PastBanner } from '@/features/lookback/components/past-banner'
import { PastTable } from '@/features/lookback/components/past-table'
import { ScoreTable } from '@/features/lookback/components/score-table'
import { TableChoice } from '@/features/lookback/components/table-choice'
import { ZoneSelect } from '@/features/lookback/components/zone-select'
import { getAsOf } from '@/features/lookback/queries'
import { askedMoment, text } from '@/features/lookback/schema'
import { indexRoot } from '@/features/scores/schema'
import { getPathname } from '@/i18n/navigation'
import { formatNumber } from '@/lib/format'
import { routes } from '@/lib/routes'
import { type SearchParams, selectionQuery } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'history' })
  return { title: t('asOf.title') }
}

export default async function AsOfRoute({ params, searchParams }: Props) {
  const { locale } = await params
  const search = await searchParams
  const t = await getTranslations({ locale, namespace: 'history' })
  const { timeZone, fields, query, selection } = carriedOf(search)
  const asked = askedMoment(search, 'at', timeZone)
  const page = asked.moment && (await getAsOf(await currentActor(), { moment: asked.moment, params: search }))
  if (asked.moment && !page) return <Missing />
  const shown = { by: given(text(search, 'by')), indicator: given(text(search, 'indicator')) }
  const at = { at: given(asked.day), atClock: given(asked.clock) }
  const moment =
    page && momentText(page.at, { t: (key, values) => t(`moment.${key}`, values), locale, timeZone })
  const count = (value: number) => formatNumber(value, { locale, decimals: 0 })
  return (
    <>
      <PageHead
        title={moment ? t('asOf.titleAt', { moment }) : t('asOf.title')}
        lead={!page && t('asOf.lead')}
        actions={
          page && (
            <a className={buttonClass()} href={`/api/v1/history/as-of.csv${query(at)}`} download>
              {t('asOf.download')}
            </a>
          )
        }
      />
      <HistoryNav current="asOf" query={query()} />
      <form
        action={getPathname({ href: routes.historyAsOf, locale })}
        className="no-print mb-6 flex flex-wrap items-end gap-3"
      >
        <HiddenFields
          values={{ ...fields, tz: null, by: shown.by ?? null, indicator: shown.indicator ?? null }}
        />
        <MomentFields
          name="at"
          day={asked.day}
          clock={asked.clock}
          words={{ day: t('moment.day'), clock: t('moment.clock') }}
        />
        <ZoneSelect timeZone={timeZone} />
        <Button type="submit" tone="primary">
          {t('asOf.look')}
        </Button>
      </form>
      {asked.isUnclear && (
        <Notice tone="danger" role="alert" className="mb-6">
          {t('moment.unclear')}
        </Notice>
      )}
      {!page && <p className="prose-width text-sm text-ink-2">{t('asOf.help')}</p>}
      {page && moment && (
        <>
          <PastBanner
            moment={moment}
            timeZone={timeZone}
            todayHref={`${routes.data}${query()}`}
            differenceHref={`${routes.historyDifference}${query({ from: at.at, fromClock: at.atClock })}`}
            restoreHref={`${routes.historyRestore}${query(at)}`}
          />
          <dl className="mb-8 flex flex-wrap gap-x-10 gap-y-4">
            {(['observations', 'observationsNow'] as const).map((key) => (
              <div key={key} className="flex flex-col-reverse">
                <dt className="text-sm text-ink-2">{t(`asOf.${key}`)}</dt>
                <dd className="text-xl font-semibold">{count(page[key])}</dd>
              </div>
            ))}
          </dl>
          {page.year !== null && (
            <ScoreTable
              page={{ ...page, year: page.year }}
              root={indexRoot}
              queryOf={(region) => selectionQuery({ ...selection, region, year: page.year })}
            />
          )}
          <TableChoice page={page} carried={{ ...fields, at: asked.day, atClock: asked.clock }} />
          <PastTable page={page} query={query()} />
        </>
      )}
    </>
  )
}
