'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { TableScroll } from '@/components/ui/table-scroll'
import { type Inspection, type LayoutChoice, type RawRow, roles } from '../schema'
import { columnLetter } from './column-letter'

type Props = {
  readonly inspection: Inspection
  readonly setLayout: (next: Partial<LayoutChoice>) => void
  readonly isPending: boolean
}

/** The file's own rows under what each column is taken for. */
export function PreviewTable({ inspection, setLayout, isPending }: Props) {
  const t = useTranslations('imports')
  const { preview, layout } = inspection
  const width = Math.max(layout.columns.length, ...preview.map(({ cells }) => cells.length))
  const columns = Array.from(
    { length: width },
    (_, c) => layout.columns[c] ?? ({ role: 'ignore', title: '' } as const),
  )
  const setRole = (place: number, text: string) => {
    const role = roles.find((one) => one === text)
    if (role) setLayout({ columns: columns.map((column, c) => (c === place ? { ...column, role } : column)) })
  }
  return (
    <TableScroll label={t('preview.label')} isTall>
      <table className={clsx('table import-preview', isPending && 'opacity-60')}>
        <caption className="sr-only">{t('preview.label')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('preview.row')}</span>
            </th>
            {columns.map((column, c) => {
              const letter = columnLetter(c + 1)
              return (
                <th key={letter} scope="col">
                  <label className="flex items-baseline gap-1.5">
                    <span aria-hidden className="text-xs text-ink-3">
                      {letter}
                    </span>
                    <span className="sr-only">{t('preview.roleOf', { column: letter })}</span>
                    <select
                      value={column.role}
                      onChange={(event) => setRole(c, event.target.value)}
                      className={clsx(
                        'min-h-8 w-28 rounded border border-line bg-ground px-1 text-sm',
                        column.role === 'ignore' ? 'text-ink-3' : 'font-medium text-ink',
                      )}
                    >
                      {roles.map((role) => (
                        <option key={role} value={role}>
                          {t(`role.${role}`)}
                        </option>
                      ))}
                    </select>
                  </label>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {preview.map((row, i) => (
            <PreviewRow
              key={row.row}
              row={row}
              columns={columns}
              kind={kindOf(row.row, layout)}
              kindWord={t(`preview.${kindOf(row.row, layout)}`)}
              isAfterGap={i > 0 && row.row > (preview[i - 1]?.row ?? 0) + 1}
              gap={t('preview.gap')}
            />
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

type Kind = 'above' | 'header' | 'figures' | 'below'

function kindOf(row: number, { headerRows, lastRow }: LayoutChoice): Kind {
  if (headerRows.includes(row)) return 'header'
  if (row < (headerRows[0] ?? 0)) return 'above'
  return lastRow !== null && row > lastRow ? 'below' : 'figures'
}

type RowProps = {
  readonly row: RawRow
  readonly columns: LayoutChoice['columns']
  readonly kind: Kind
  readonly kindWord: string
  readonly isAfterGap: boolean
  readonly gap: string
}

function PreviewRow({ row, columns, kind, kindWord, isAfterGap, gap }: RowProps) {
  const isOutside = kind === 'above' || kind === 'below'
  return (
    <>
      {isAfterGap && (
        <tr>
          <td colSpan={columns.length + 1} className="text-center text-xs text-ink-3">
            {gap}
          </td>
        </tr>
      )}
      <tr className={clsx(isOutside && 'text-ink-3 italic', kind === 'header' && 'font-semibold')}>
        <th scope="row" className="num text-xs font-normal text-ink-3">
          {row.row}
          {kind !== 'figures' && <span className="sr-only"> {kindWord}</span>}
        </th>
        {columns.map((column, c) => {
          const cell = row.cells[c] ?? null
          return (
            <td
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of a table is its place
              key={c}
              className={clsx(
                'max-w-72 truncate',
                column.role === 'value' && kind === 'figures' && 'num',
                column.role === 'ignore' && 'text-ink-3',
              )}
              title={cell === null || String(cell).length < 30 ? undefined : String(cell)}
            >
              {cell}
            </td>
          )
        })}
      </tr>
    </>
  )
}
