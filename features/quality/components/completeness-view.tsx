import { clsx } from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Heat } from '@/components/charts/heat/heat'
import { PageHead } from '@/components/ui/page-head'
import { TableScroll } from '@/components/ui/table-scroll'
import { getPathname, Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatPercent } from '@/lib/format'
import { routes } from '@/lib/routes'
import { type Selection, selectionQuery } from '@/lib/selection'
import { type CompletenessPage, type QualityFilter, qualityParams, regionsPerPage } from '../schema'
import { PageLinks } from './page-links'

type Props = {
  readonly page: CompletenessPage
  readonly selection: Selection
  /** the links to the other views, below the title */
  readonly children: ReactNode
}

/** Where values are and where they are not, as a table whose cells lead to the grid. */
export function CompletenessView({ page, selection, children }: Props) {
  const t = useTranslations('quality')
  const locale = useLocale()
  const { filter } = page
  const isByYear = filter.by === 'year'
  const href = (changes: Partial<QualityFilter>) =>
    `${routes.dataQuality}${selectionQuery(selection, qualityParams(filter, changes))}`
  // Shares are told in percent, presence by 1 and 0.
  const isShare = isByYear || filter.measure === 'share'
  const scale = isShare ? 100 : 1
  const caption = isByYear ? 'captionYear' : isShare ? 'captionRegion' : 'captionLatest'
  const address = (indicator: string, region: string | null, year: number | null) =>
    getPathname({
      href: `${routes.data}${selectionQuery({ region, peers: null, year }, { indicator })}`,
      locale,
    })
  return (
    <>
      <PageHead
        title={t('completeness.title', {
          share: formatPercent(page.share, { locale, decimals: 1 }),
          observed: page.observed,
          of: page.of,
        })}
        lead={t('completeness.lead', {
          from: String(page.from),
          to: String(page.to),
          never: page.neverObserved,
        })}
      />
      {children}
      <div className="no-print mb-4 grid gap-2 text-sm">
        <Choice
          label={t('completeness.by')}
          items={(['region', 'year'] as const).map((by) => ({
            href: href({ by }),
            label: t(by === 'year' ? 'completeness.byYear' : 'completeness.byRegion'),
            isCurrent: filter.by === by,
          }))}
        />
        {!isByYear && (
          <Choice
            label={t('completeness.measure')}
            items={(['share', 'latest'] as const).map((measure) => ({
              href: href({ measure }),
              label: t(measure === 'latest' ? 'completeness.measureLatest' : 'completeness.measureShare'),
              isCurrent: filter.measure === measure,
            }))}
          />
        )}
        <Choice
          label={t('completeness.areas')}
          items={[
            { href: href({ area: null }), label: t('filter.all'), isCurrent: filter.area === null },
            ...page.areas.map(({ code, name }) => ({
              href: href({ area: code }),
              label: pick(name, locale),
              isCurrent: filter.area === code,
            })),
          ]}
        />
      </div>
      <h2 className="mb-2 text-base">{t(`completeness.${caption}`)}</h2>
      <Heat
        columns={page.columns.map(({ code, name }) => ({
          key: code,
          label: code,
          title: pick(name, locale),
        }))}
        rows={page.rows.map(({ key, region, year, cells }) => ({
          key,
          label: region ? pick(region.name, locale) : String(year),
          tone: region && region.code === selection.region ? 'selected' : 'rest',
          cells: cells.map((cell) => cell && cell * scale),
          links: page.columns.map(({ code }) => address(code, region?.code ?? selection.region, year)),
        }))}
        domain={[0, scale]}
        format={{ locale, decimals: 0 }}
        emptyLabel={t('completeness.noCell')}
        caption={t(`completeness.${caption}`)}
      />
      {!isByYear && (
        <PageLinks
          page={filter.page}
          perPage={regionsPerPage}
          total={page.rowCount}
          hrefOf={(next) => href({ page: next })}
        />
      )}
      <div className="mt-10 grid gap-x-10 gap-y-8 xl:grid-cols-2">
        <Stale page={page} />
        <Provisional page={page} />
      </div>
    </>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly items: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[]
}

function Choice({ label, items }: ChoiceProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span aria-hidden className="min-w-16 text-ink-3">
        {label}
      </span>
      <ul className="flex flex-1 flex-wrap gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              scroll={false}
              aria-current={item.isCurrent ? 'true' : undefined}
              className={clsx(
                'inline-flex min-h-8 items-center rounded border px-2 no-underline',
                item.isCurrent
                  ? 'border-accent bg-accent-soft font-semibold text-ink'
                  : 'border-line text-ink-2 hover:text-ink',
              )}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Stale({ page }: Pick<Props, 'page'>) {
  const t = useTranslations('quality')
  const locale = useLocale()
  return (
    <section aria-labelledby="stale" className="min-w-0">
      <h2 id="stale">{t('completeness.stale')}</h2>
      <p className="mt-1 text-sm text-ink-2">
        {t('completeness.staleLead', { count: page.staleCount })}
        {page.staleCount > page.stale.length &&
          ` ${t('completeness.staleSome', { shown: page.stale.length })}`}
      </p>
      {page.stale.length > 0 && (
        <TableScroll label={t('completeness.stale')} isTall>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('filter.indicator')}</th>
                <th scope="col">{t('filter.place')}</th>
                <th scope="col" className="num">
                  {t('completeness.lastYear')}
                </th>
                <th scope="col" className="num">
                  {t('completeness.behind')}
                </th>
              </tr>
            </thead>
            <tbody>
              {page.stale.map(({ indicator, region, lastYear, yearsBehind }) => (
                <tr key={`${indicator.code}|${region?.code}`}>
                  <th scope="row" className="min-w-40 font-normal">
                    <Link
                      href={`${routes.data}${selectionQuery({ region: region?.code ?? null, peers: null, year: null }, { indicator: indicator.code })}`}
                      prefetch={false}
                    >
                      {indicator.code} {pick(indicator.name, locale)}
                    </Link>
                  </th>
                  <td>{region ? pick(region.name, locale) : t('completeness.everywhere')}</td>
                  <td className="num">{lastYear}</td>
                  <td className="num">{yearsBehind}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}

function Provisional({ page }: Pick<Props, 'page'>) {
  const t = useTranslations('quality')
  const locale = useLocale()
  const share = (observed: number, of: number) =>
    formatPercent(of === 0 ? null : observed / of, { locale, decimals: 1 })
  return (
    <section aria-labelledby="provisional" className="min-w-0">
      <h2 id="provisional">{t('completeness.provisional')}</h2>
      <p className="mt-1 text-sm text-ink-2">
        {t('completeness.provisionalLead', {
          count: page.notFinal,
          share: share(page.notFinal, page.observed),
        })}
      </p>
      {page.provisional.length > 0 && (
        <TableScroll label={t('completeness.provisional')} isTall>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('filter.indicator')}</th>
                <th scope="col" className="num">
                  {t('completeness.notFinal')}
                </th>
                <th scope="col" className="num">
                  {t('completeness.share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {page.provisional.map(({ indicator, observed, of }) => (
                <tr key={indicator.code}>
                  <th scope="row" className="min-w-40 font-normal">
                    {indicator.code} {pick(indicator.name, locale)}
                  </th>
                  <td className="num">{observed}</td>
                  <td className="num">{share(observed, of)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}
