'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'

type Option = { readonly code: string; readonly label: string }
type Axis = 'indicator' | 'region' | 'year'

type Props = {
  readonly by: Axis
  readonly indicator: string
  readonly region: string
  readonly year: number
  readonly from: number
  readonly to: number
  /** of what `by` says; none for a year */
  readonly options: readonly Option[]
  /** sets of regions that can be columns, under headings; none unless `by` is a year */
  readonly columnGroups: readonly { readonly label: string; readonly options: readonly Option[] }[]
  readonly columns: string
}

const axes: readonly Axis[] = ['indicator', 'region', 'year']
/** What the address keeps when only one of its parts is changed. */
const kept = ['by', 'indicator', 'region', 'peers', 'year', 'from', 'to', 'columns']

/** Chooses what the grid shows. A plain form: the choice is in the address and works without scripts. */
export function EntryPicker(props: Props) {
  const { by, indicator, region, year, from, to, options, columnGroups, columns } = props
  const t = useTranslations('entry')
  const form = useRef<HTMLFormElement>(null)
  const isKeyed = useRef(false)
  const address = new Map([...useSearchParams()].filter(([key]) => kept.includes(key)))
  // With the arrow keys a list passes over what nobody wants: those who use them press the button.
  const pick = {
    onKeyDown: () => {
      isKeyed.current = true
    },
    onPointerDown: () => {
      isKeyed.current = false
    },
    onChange: () => {
      if (!isKeyed.current) form.current?.requestSubmit()
    },
  }
  const asked: readonly string[] = by === 'year' ? ['by', 'year', 'columns'] : ['by', by, 'from', 'to']
  const hidden = [...address].filter(([key]) => !asked.includes(key))
  // The indicator that was shown comes back with the grid of an indicator.
  if (by !== 'indicator' && !address.has('indicator')) hidden.push(['indicator', indicator])
  const step = (name: string, value: string | undefined, label: string, sign: string) =>
    value === undefined ? (
      <span aria-hidden className={buttonClass('plain', 'w-9 px-0 opacity-40')}>
        {sign}
      </span>
    ) : (
      <Link
        href={`${routes.data}?${new URLSearchParams({ ...Object.fromEntries(address), by, [name]: value })}`}
        aria-label={label}
        title={label}
        className={buttonClass('plain', 'w-9 px-0')}
      >
        {sign}
      </Link>
    )
  const steps = (name: string, before: string | undefined, after: string | undefined, field: ReactNode) => (
    <div className="flex min-w-0 items-end gap-1">
      {field}
      {step(name, before, t('choose.previous'), '‹')}
      {step(name, after, t('choose.next'), '›')}
    </div>
  )
  const at = options.findIndex(({ code }) => code === (by === 'indicator' ? indicator : region))
  return (
    <form
      // The fields say what the page shows, also after a step back.
      key={`${by}|${indicator}|${region}|${year}|${from}|${to}|${columns}`}
      ref={form}
      method="get"
      className="no-print mb-4 flex flex-wrap items-end gap-3 text-sm"
    >
      {hidden.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <label className="flex min-w-0 flex-col gap-1">
        {t('by.label')}
        <select name="by" defaultValue={by} {...pick} className={inputClass}>
          {axes.map((axis) => (
            <option key={axis} value={axis}>
              {t(`by.${axis}`)}
            </option>
          ))}
        </select>
      </label>
      {by !== 'year' &&
        steps(
          by,
          options[at - 1]?.code,
          options[at + 1]?.code,
          <label className="flex min-w-0 flex-col gap-1">
            {t(`choose.${by}`)}
            <select
              name={by}
              defaultValue={by === 'indicator' ? indicator : region}
              {...pick}
              className={`${inputClass} max-w-96`}
            >
              {options.map((option) => (
                <option key={option.code} value={option.code}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>,
        )}
      {by === 'year' && (
        <>
          {steps(
            'year',
            year > 1900 ? String(year - 1) : undefined,
            year < 2199 ? String(year + 1) : undefined,
            <YearField name="year" label={t('choose.year')} year={year} />,
          )}
          <label className="flex min-w-0 flex-col gap-1">
            {t('choose.columns')}
            <select name="columns" defaultValue={columns} {...pick} className={`${inputClass} max-w-96`}>
              {columnGroups.map((group) => (
                <optgroup key={group.label} label={group.label}>
                  {group.options.map((option) => (
                    <option key={option.code} value={option.code}>
                      {option.label}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
        </>
      )}
      {by !== 'year' && (
        <div className="flex gap-3">
          <YearField name="from" label={t('choose.from')} year={from} />
          <YearField name="to" label={t('choose.to')} year={to} />
        </div>
      )}
      <Button type="submit">{t('choose.show')}</Button>
    </form>
  )
}

type YearProps = { readonly name: string; readonly label: string; readonly year: number }

function YearField({ name, label, year }: YearProps) {
  return (
    <label className="flex w-24 flex-col gap-1">
      {label}
      <input
        name={name}
        inputMode="numeric"
        pattern="(19|20|21)\d\d"
        defaultValue={year}
        className={inputClass}
      />
    </label>
  )
}
