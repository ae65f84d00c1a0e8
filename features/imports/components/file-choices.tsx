'use client'

import { useTranslations } from 'next-intl'
import { type FocusEvent, useId } from 'react'
import { Field, inputClass } from '@/components/ui/field'
import { encodings, type FileChoice, type Inspection, separators } from '../schema'
import type { Change } from './use-import'

type Props = {
  readonly inspection: Inspection
  readonly file: FileChoice | undefined
  readonly change: (make: Change) => void
}

/** How the file itself is written: letters and separators of a text, sheet and cells of a workbook. */
export function FileChoices({ inspection, file, change }: Props) {
  const t = useTranslations('imports')
  const id = useId()
  const set = (next: FileChoice) =>
    // What was said about the columns held for what was read before.
    change(({ layout, ...rest }) => ({ ...rest, file: { ...file, ...next } }))
  if (inspection.kind === 'json-stat') return null
  if (inspection.kind === 'text')
    return (
      <>
        <Field id={`${id}-encoding`} label={t('choice.encoding')}>
          <select
            id={`${id}-encoding`}
            className={inputClass}
            value={inspection.encoding ?? ''}
            onChange={(event) => {
              const chosen = encodings.find((one) => one === event.target.value)
              if (chosen) set({ encoding: chosen })
            }}
          >
            {encodings.map((one) => (
              <option key={one} value={one}>
                {t(`encoding.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field id={`${id}-separator`} label={t('choice.separator')}>
          <select
            id={`${id}-separator`}
            className={inputClass}
            value={inspection.separator ?? ''}
            onChange={(event) => {
              const chosen = separators.find((one) => one === event.target.value)
              if (chosen) set({ separator: chosen })
            }}
          >
            {separators.map((one) => (
              <option key={one} value={one}>
                {t(`separator.${separatorNames[one]}`)}
              </option>
            ))}
          </select>
        </Field>
      </>
    )
  const saveRange = (event: FocusEvent<HTMLInputElement>) => {
    const range = event.target.value.trim().toUpperCase()
    if (range !== (inspection.range ?? '')) set(range === '' ? { ...withoutRange(file) } : { range })
  }
  return (
    <>
      <Field id={`${id}-sheet`} label={t('choice.sheet')}>
        <select
          id={`${id}-sheet`}
          className={inputClass}
          value={inspection.sheet ?? ''}
          onChange={(event) =>
            change(({ layout, ...rest }) => ({ ...rest, file: { sheet: event.target.value } }))
          }
        >
          {inspection.sheets.map(({ name, rows, columns }) => (
            <option key={name} value={name}>
              {t('choice.sheetSize', { name, rows, columns })}
            </option>
          ))}
        </select>
      </Field>
      <Field id={`${id}-range`} label={t('choice.range')} hint={t('choice.rangeHint')}>
        <input
          id={`${id}-range`}
          key={inspection.range}
          className={inputClass}
          defaultValue={inspection.range ?? ''}
          aria-describedby={`${id}-range-hint`}
          onBlur={saveRange}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
          }}
        />
      </Field>
    </>
  )
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

function withoutRange(file: FileChoice | undefined): FileChoice {
  const { range, ...rest } = file ?? {}
  return rest
}
