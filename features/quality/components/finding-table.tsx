import { useLocale, useTranslations } from 'next-intl'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatDateTime } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { CheckRow, Decision, QualityPage } from '../schema'
import { Decide } from './decide'
import { exact, explain, ruleName } from './explain'
import { SeverityMark } from './severity-mark'

type Props = { readonly page: QualityPage; readonly regionNames: readonly string[] }

/** The address of a cell in the entry grid. */
export function cellHref({
  region,
  indicator,
  year,
}: {
  region: string
  indicator: string
  year: number
}): string {
  return `${routes.data}?${new URLSearchParams({ indicator, region, year: String(year) })}`
}

/** Cells that were found, one row each with all of its reasons, and what can be decided. */
export function FindingTable({ page, regionNames }: Props) {
  const t = useTranslations('quality')
  const locale = useLocale()
  return (
    <TableScroll label={t('table.label')}>
      <table className="table">
        <caption className="sr-only">{t('table.label')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.cell')}</th>
            <th scope="col" className="whitespace-nowrap">
              {t('filter.severity')}
            </th>
            <th scope="col">{t('table.why')}</th>
            <th scope="col">{t('table.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => {
            const place = { region: row.region.code, indicator: row.indicator.code, year: row.year }
            const names = {
              region: pick(row.region.name, locale),
              indicator: pick(row.indicator.name, locale),
              year: String(row.year),
              value: row.value === null ? '–' : exact(row.value, row.indicator, locale),
            }
            return (
              <tr key={Object.values(place).join('|')}>
                <th scope="row" className="min-w-36 max-w-72 font-normal sm:min-w-48">
                  <Link href={cellHref(place)} aria-label={t('table.open', names)} prefetch={false}>
                    {names.region} · {t('table.valueIn', names)}
                  </Link>
                  <span className="block text-xs text-ink-2">
                    {row.indicator.code} {names.indicator}
                  </span>
                </th>
                <td>
                  <SeverityMark severity={row.severity} />
                </td>
                <td className="min-w-64">
                  <Reasons row={row} page={page} regionNames={regionNames} />
                </td>
                <td>
                  {page.canDecide && (
                    <Decide
                      cell={{
                        ...place,
                        cellVersion: row.version,
                        rules: row.reasons.map(({ rule }) => rule),
                        fingerprints: row.reasons.map(({ fingerprint }) => fingerprint),
                      }}
                      name={t('decide.of', names)}
                      view={
                        page.filter.view === 'follow_up' || page.filter.view === 'accepted'
                          ? page.filter.view
                          : 'open'
                      }
                      // What the rules do not find any more, or of another value, has nothing to be accepted.
                      canAccept={row.reasons.some(({ reason }) => reason !== null)}
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Reasons({ row, page, regionNames }: Props & { readonly row: CheckRow }) {
  const t = useTranslations('quality')
  const locale = useLocale()
  const context = { t, locale, rules: page.rules, regionAt: (place: number) => regionNames[place] ?? '' }
  const said = new Set<string>()
  return (
    <ul className="grid gap-1.5">
      {row.reasons.map(({ rule, reason, decision }) => {
        const isNew = decision !== null && !said.has(decisionKey(decision))
        if (decision) said.add(decisionKey(decision))
        return (
          <li key={rule}>
            {reason ? (
              <>
                <span className="font-medium">{ruleName(rule, context)}.</span>{' '}
                {explain(reason, row, context)}
              </>
            ) : (
              t('why.gone', { rule: ruleName(rule, context) })
            )}
            {decision && isNew && <DecisionLine decision={decision} view={page.filter.view} />}
          </li>
        )
      })}
    </ul>
  )
}

const decisionKey = ({ verdict, reason, author, at }: Decision) =>
  `${verdict}|${reason}|${author}|${at.slice(0, 16)}`

function DecisionLine({ decision, view }: { readonly decision: Decision; readonly view: string }) {
  const t = useTranslations('quality')
  const locale = useLocale()
  const { reason, author, at, isOfThisValue } = decision
  if (view === 'open') {
    return <p className="mt-0.5 text-xs text-ink-2">{t('decide.earlier', { reason })}</p>
  }
  const by = {
    author: author === 'local' ? t('author.local') : author,
    at: formatDateTime(at, { locale, timeZone: 'UTC' }),
  }
  return (
    <p className="mt-1 border-s-2 border-line-strong ps-2 text-xs">
      <span className="break-words text-ink">{reason}</span>
      <span className="block text-ink-2">
        {t('decide.by', by)}
        {!isOfThisValue && ` · ${t('decide.valueChanged')}`}
      </span>
    </p>
  )
}
