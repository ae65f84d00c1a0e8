import { useLocale, useTranslations } from 'next-intl'
import { Observed } from '@/components/ui/observed'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatPercent, type Measured, withShortUnit } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { CellState, ChangedCell, Names } from '../schema'

type Props = {
  readonly caption: string
  readonly cells: readonly ChangedCell[]
  readonly names: Names
  readonly query: string
  /** what stands today against what would be restored */
  readonly isRestore?: boolean
}

const unknown: Measured = { kind: 'numeric', decimals: 2, unit: { en: '', zh: '' }, levels: [] }

/** Cells with what they were and what they became. Each leads to its history. */
export function ChangeTable({ caption, cells, names, query, isRestore = false }: Props) {
  const t = useTranslations('history.change')
  const common = useTranslations('common')
  const locale = useLocale()
  return (
    <TableScroll label={caption} isTall>
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{common('region')}</th>
            <th scope="col">{common('indicator')}</th>
            <th scope="col">{common('unit')}</th>
            <th scope="col">{common('year')}</th>
            <th scope="col" className="num">
              {t(isRestore ? 'today' : 'before')}
            </th>
            <th scope="col" className="num">
              {t(isRestore ? 'restored' : 'after')}
            </th>
            <th scope="col" className="num">
              {t('relative')}
            </th>
            <th scope="col">{t('what')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => {
            const { region, indicator, year } = cell
            const info = names.indicators.get(indicator)
            const place = names.regions.get(region)
            const measured = info ? withShortUnit(info) : unknown
            return (
              <tr key={`${region}|${indicator}|${year}`}>
                <th scope="row" className="min-w-20 font-normal">
                  <Link href={`${routes.historyCell(region, indicator, year)}${query}`} prefetch={false}>
                    {place ? pick(place.name, locale) : region}
                  </Link>
                </th>
                <td className="min-w-40">{info ? pick(info.name, locale) : indicator}</td>
                <td className="min-w-12 max-w-40 text-ink-2">{info ? pick(info.unit, locale) : ''}</td>
                <td>{year}</td>
                <td className="num">
                  {cell.before && <Observed {...stateOf(cell.before)} measured={measured} />}
                </td>
                <td className="num">
                  <Observed {...stateOf(cell.after)} measured={measured} />
                </td>
                <td className="num">{relativeChange(cell, locale)}</td>
                <td className="min-w-48 max-w-96 break-words text-ink-2">
                  <What cell={cell} isRestore={isRestore} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

const stateOf = ({ value, status }: CellState) => ({ value, status })

/** (after - before) / |before|; empty without two values, and from 0. */
function relativeChange({ before, after }: ChangedCell, locale: string): string {
  const from = before?.value ?? null
  if (from === null || from === 0 || after.value === null || after.value === from) return ''
  const share = (after.value - from) / Math.abs(from)
  return `${share > 0 ? '+' : ''}${formatPercent(share, { locale, decimals: 1 })}`
}

/** What else is not the same: status in words, source and note. */
function What({ cell, isRestore }: { readonly cell: ChangedCell; readonly isRestore: boolean }) {
  const t = useTranslations('history.change')
  const letters = useTranslations('obsStatus')
  const { kind, before, after } = cell
  const status = (state: CellState) => (letters.has(state.status) ? letters(state.status) : state.status)
  const isReflagged = before !== null && before.status !== after.status
  const none = t('none')
  return (
    <>
      <span className="text-ink">{t(`${isRestore ? 'back' : 'kind'}.${kind}`)}</span>
      {isReflagged && (
        <span className="block">{t('status', { before: status(before), after: status(after) })}</span>
      )}
      {before !== null && before.source !== after.source && (
        <span className="block">
          {t('source', { before: before.source ?? none, after: after.source ?? none })}
        </span>
      )}
      {before !== null && before.note !== after.note && (
        <span className="block">{t('note', { before: before.note ?? none, after: after.note ?? none })}</span>
      )}
      {before === null && after.note && <span className="block">{t('newNote', { note: after.note })}</span>}
    </>
  )
}
