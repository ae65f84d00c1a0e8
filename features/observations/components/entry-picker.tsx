'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'

type Option = { readonly code: string; readonly label: string }
type Props = {
  readonly by: 'indicator' | 'region'
  readonly indicator: string
  readonly region: string
  readonly from: number
  readonly to: number
  readonly indicators: readonly Option[]
  readonly regions: readonly Option[]
}

/** Chooses what the grid shows. A plain form: the choice is in the address and works without scripts. */
export function EntryPicker({ by, indicator, region, from, to, indicators, regions }: Props) {
  const t = useTranslations('entry')
  const form = useRef<HTMLFormElement>(null)
  const isKeyed = useRef(false)
  const kept = [...useSearchParams()].filter(
    ([key]) => ['peers', 'year'].includes(key) || (key === 'region' && by === 'indicator'),
  )
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
  const rows = by === 'indicator' ? indicators : regions
  return (
    <form
      // The fields say what the page shows, also after a step back.
      key={`${by}|${indicator}|${region}|${from}|${to}`}
      ref={form}
      method="get"
      className="no-print mb-4 flex flex-wrap items-end gap-3 text-sm"
    >
      {kept.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <label className="flex min-w-0 flex-col gap-1">
        {t('by.label')}
        <select name="by" defaultValue={by} {...pick} className={inputClass}>
          <option value="indicator">{t('by.indicator')}</option>
          <option value="region">{t('by.region')}</option>
        </select>
      </label>
      <label className="flex min-w-0 flex-col gap-1">
        {t(`choose.${by}`)}
        <select
          name={by}
          defaultValue={by === 'indicator' ? indicator : region}
          {...pick}
          className={`${inputClass} max-w-96`}
        >
          {rows.map((option) => (
            <option key={option.code} value={option.code}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {by === 'region' && <input type="hidden" name="indicator" value={indicator} />}
      <label className="flex w-24 flex-col gap-1">
        {t('choose.from')}
        <input
          name="from"
          inputMode="numeric"
          pattern="(19|20|21)\d\d"
          defaultValue={from}
          className={inputClass}
        />
      </label>
      <label className="flex w-24 flex-col gap-1">
        {t('choose.to')}
        <input
          name="to"
          inputMode="numeric"
          pattern="(19|20|21)\d\d"
          defaultValue={to}
          className={inputClass}
        />
      </label>
      <Button type="submit">{t('choose.show')}</Button>
    </form>
  )
}
