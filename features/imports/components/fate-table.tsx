'use client'

import { clsx } from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { inputClass } from '@/components/ui/field'
import { TableScroll } from '@/components/ui/table-scroll'
import { formatNumber } from '@/lib/format'
import type { FateLine, FatePage } from '../schema'
import { columnLetter } from './column-letter'
import { useReason } from './use-reason'

/** Symbol and colour of a fate; the word stands beside them. */
const marks = {
  new: ['+', 'text-accent'],
  changed: ['↺', 'text-accent'],
  unchanged: ['=', 'text-ink-3'],
  rejected: ['×', 'text-danger'],
  conflict: ['≠', 'text-warning'],
} as const

type Props = {
  readonly page: FatePage
  readonly filter: string
  /** corrections that were checked */
  readonly said: Readonly<Record<string, string>>
  /** corrections that were not checked yet */
  readonly fixes: Readonly<Record<string, string>>
  readonly onFix: (at: string, text: string) => void
  readonly onConflict: (row: number, whose: 'ours' | 'theirs') => void
}

/** A hundred values: where they stand in the file, what is stored now, what would be, and why not. */
export function FateTable({ page, filter, said, fixes, onFix, onConflict }: Props) {
  const t = useTranslations('imports.check')
  if (page.rows.length === 0) return <p className="mt-4 text-sm text-ink-2">{t('none')}</p>
  return (
    <div className="mt-4">
      <TableScroll label={t('table')} isTall>
        <table className="table">
          <caption className="sr-only">{t('table')}</caption>
          <thead>
            <tr>
              <th scope="col" className="whitespace-nowrap">
                {t('place')}
              </th>
              <th scope="col">{t('text')}</th>
              <th scope="col">{t('region')}</th>
              <th scope="col">{t('indicator')}</th>
              <th scope="col" className="num">
                {t('year')}
              </th>
              {filter === 'conflict' && (
                <th scope="col" className="num">
                  {t('issued')}
                </th>
              )}
              <th scope="col" className="num">
                {t('before')}
              </th>
              <th scope="col" className="num">
                {t('after')}
              </th>
              <th scope="col">{t('fate')}</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => {
              const at = `${row.row}:${row.column}`
              return (
                <FateTableRow
                  key={`${at}|${row.indicator}|${row.region}|${row.year}`}
                  row={row}
                  withIssued={filter === 'conflict'}
                  fix={fixes[at]}
                  isMended={said[at] !== undefined}
                  onFix={(text) => onFix(at, text)}
                  onConflict={(whose) => onConflict(row.row, whose)}
                />
              )
            })}
          </tbody>
        </table>
      </TableScroll>
    </div>
  )
}

type RowProps = {
  readonly row: FateLine
  readonly withIssued: boolean
  readonly fix: string | undefined
  readonly isMended: boolean
  readonly onFix: (text: string) => void
  readonly onConflict: (whose: 'ours' | 'theirs') => void
}

function FateTableRow({ row, withIssued, fix, isMended, onFix, onConflict }: RowProps) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const reason = useReason()
  const figure = (value: number | null | undefined) =>
    formatNumber(value ?? null, { locale, decimals: Math.max(row.decimals, 4), trim: true, unit: row.unit })
  const place = row.column > 0 ? `${columnLetter(row.column)}${row.row}` : String(row.row)
  const [symbol, colour] = marks[row.fate]
  const canFix = row.fate === 'rejected' && row.column > 0
  return (
    <tr>
      <th scope="row" className="font-normal text-ink-2">
        {place}
      </th>
      <td className="min-w-36 max-w-60">
        {canFix ? (
          <input
            aria-label={t('check.fixOf', { place })}
            className={clsx(inputClass, 'min-w-28', fix !== undefined && 'border-accent')}
            defaultValue={fix ?? row.cellText}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur()
            }}
            onBlur={(event) => {
              if (event.target.value !== (fix ?? row.cellText)) onFix(event.target.value)
            }}
          />
        ) : (
          <span className="break-words">{row.text}</span>
        )}
        {/* On a phone the last column is far away. */}
        {row.code && <span className="block text-xs text-ink-2 sm:hidden">{reason(row)}</span>}
        {isMended && <span className="block text-xs text-ink-3">{t('check.mended')}</span>}
      </td>
      <td className="min-w-24">{row.regionName}</td>
      <td className="min-w-32 max-w-80">{row.indicatorName}</td>
      <td className="num">{row.year}</td>
      {withIssued && <td className="num">{figure(row.issued)}</td>}
      <td className="num text-ink-2">{row.before === null ? '–' : figure(row.before)}</td>
      <td className="num">
        {row.fate === 'rejected' ? '' : row.value === null ? t('check.notObserved') : figure(row.value)}
        {row.exponent !== 0 && row.fate !== 'rejected' && (
          <span className="block text-xs text-ink-3">{factorText(row.exponent, locale)}</span>
        )}
      </td>
      <td className="min-w-40 max-w-96">
        <span className="whitespace-nowrap">
          <span aria-hidden className={clsx('inline-block w-4 font-bold', colour)}>
            {symbol}
          </span>{' '}
          {t(`fate.${row.fate}`)}
        </span>
        {row.code && <span className="block text-xs text-ink-2">{reason(row)}</span>}
        {row.fate === 'conflict' && (
          <span className="mt-1 flex flex-wrap gap-3 text-xs">
            <button
              type="button"
              className="min-h-6 text-accent underline"
              onClick={() => onConflict('theirs')}
            >
              {t('check.theirs')}
            </button>
            <button
              type="button"
              className="min-h-6 text-accent underline"
              onClick={() => onConflict('ours')}
            >
              {t('check.ours')}
            </button>
          </span>
        )}
      </td>
    </tr>
  )
}

function factorText(exponent: number, locale: string): string {
  const factor = formatNumber(10 ** Math.abs(exponent), { locale, decimals: 0 })
  return `${exponent > 0 ? '×' : '÷'}\u202f${factor}`
}
