'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId } from 'react'
import { Field, inputClass } from '@/components/ui/field'
import { type Inspection, type LayoutChoice, layouts, type Role } from '../schema'
import type { Change } from './use-import'

type Props = {
  readonly inspection: Inspection
  readonly change: (make: Change) => void
  readonly setLayout: (next: Partial<LayoutChoice>) => void
}

/** Layouts whose structure is a published format: there is nothing to correct in them. */
const fixed: ReadonlySet<string> = new Set(['json-stat', 'pack'])

const onEnter = (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.key === 'Enter') event.currentTarget.blur()
}

/** `2` or `2-3` as rows; nothing when it is neither. */
function rowsOf(text: string): readonly number[] | null {
  const [, first, last] = /^\s*(\d{1,7})\s*(?:[-–—~]\s*(\d{1,7}))?\s*$/.exec(text) ?? []
  if (!first) return text.trim() === '' ? [] : null
  const from = Number(first)
  const length = Number(last ?? first) - from + 1
  return length >= 1 && length <= 10 ? Array.from({ length }, (_, i) => from + i) : null
}

/** Where things stand in the table, and what the whole of it is of where no column says it. */
export function LayoutChoices({ inspection, change, setLayout }: Props) {
  const t = useTranslations('imports')
  const id = useId()
  const { layout } = inspection
  const { headerRows, lastRow, constant } = layout
  const has = (role: Role) => layout.columns.some((column) => column.role === role)
  const headerText =
    headerRows.length > 1 ? `${headerRows[0]}-${headerRows.at(-1)}` : String(headerRows[0] ?? '')
  const layoutField = (
    <Field id={`${id}-layout`} label={t('choice.layout')}>
      <select
        id={`${id}-layout`}
        className={inputClass}
        value={layout.layout}
        onChange={(event) => {
          const chosen = layouts.find((one) => one === event.target.value)
          // Without columns their roles are looked for under the layout that was chosen.
          if (chosen) setLayout({ layout: chosen, columns: [] })
        }}
      >
        {layouts
          .filter((one) => !fixed.has(one) || one === layout.layout)
          .map((one) => (
            <option key={one} value={one}>
              {t(`layouts.${one}`)}
            </option>
          ))}
      </select>
    </Field>
  )
  if (fixed.has(layout.layout)) return layoutField
  const constants = [
    ...(has('region') || layout.layout === 'regions-across' ? [] : (['region'] as const)),
    ...(has('indicator') || layout.layout === 'indicators-across' ? [] : (['indicator'] as const)),
    ...(has('unit') ? [] : (['unit'] as const)),
  ]
  const needsYear =
    !has('year') && !['years-across', 'bureau', 'world-bank', 'eurostat'].includes(layout.layout)
  return (
    <>
      {layoutField}
      <Field id={`${id}-header`} label={t('choice.headerRows')} hint={t('choice.headerRowsHint')}>
        <input
          id={`${id}-header`}
          key={headerText}
          inputMode="numeric"
          className={inputClass}
          defaultValue={headerText}
          aria-describedby={`${id}-header-hint`}
          onKeyDown={onEnter}
          onBlur={(event) => {
            const rows = rowsOf(event.target.value)
            if (rows && rows.join() !== headerRows.join()) setLayout({ headerRows: rows, columns: [] })
          }}
        />
      </Field>
      <Field id={`${id}-last`} label={t('choice.lastRow')} hint={t('choice.lastRowHint')}>
        <input
          id={`${id}-last`}
          key={lastRow}
          inputMode="numeric"
          className={inputClass}
          defaultValue={lastRow ?? ''}
          aria-describedby={`${id}-last-hint`}
          onKeyDown={onEnter}
          onBlur={(event) => {
            const text = event.target.value.trim()
            const row = text === '' ? null : Number(text)
            if (row !== lastRow && (row === null || (Number.isInteger(row) && row > 0)))
              setLayout({ lastRow: row })
          }}
        />
      </Field>
      <Field id={`${id}-decimal`} label={t('choice.decimal')}>
        <select
          id={`${id}-decimal`}
          className={inputClass}
          value={inspection.decimalComma ? 'comma' : 'point'}
          onChange={(event) =>
            change((before) => ({ ...before, decimalComma: event.target.value === 'comma' }))
          }
        >
          <option value="point">{t('choice.decimalPoint')}</option>
          <option value="comma">{t('choice.decimalComma')}</option>
        </select>
      </Field>
      {constants.map((name) => (
        <Field key={name} id={`${id}-${name}`} label={t(`choice.whole.${name}`)}>
          <input
            id={`${id}-${name}`}
            key={constant[name]}
            className={inputClass}
            defaultValue={constant[name] ?? ''}
            onKeyDown={onEnter}
            onBlur={(event) => {
              const text = event.target.value.trim()
              if (text === (constant[name] ?? '')) return
              const { [name]: _, ...rest } = constant
              setLayout({ constant: text === '' ? rest : { ...rest, [name]: text } })
            }}
          />
        </Field>
      ))}
      {needsYear && (
        <Field id={`${id}-year`} label={t('choice.whole.year')}>
          <input
            id={`${id}-year`}
            key={constant.year}
            inputMode="numeric"
            className={inputClass}
            defaultValue={constant.year ?? ''}
            onKeyDown={onEnter}
            onBlur={(event) => {
              const text = event.target.value.trim()
              const { year, ...rest } = constant
              if (text === String(year ?? '')) return
              if (text === '') setLayout({ constant: rest })
              else if (/^\d{4}$/.test(text)) setLayout({ constant: { ...rest, year: Number(text) } })
            }}
          />
        </Field>
      )}
    </>
  )
}
