'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { inputClass } from '@/components/ui/field'
import { TableScroll } from '@/components/ui/table-scroll'
import { formatNumber } from '@/lib/format'
import type { UnitMatch } from '../schema'

type Props = {
  readonly units: readonly UnitMatch[]
  readonly said: Readonly<Record<string, string>> | undefined
  readonly onSay: (key: string, unit: string) => void
}

/** The units of the file beside ours, with the factor between them; where nobody knows it, somebody has to say. */
export function UnitSection({ units, said, onSay }: Props) {
  const t = useTranslations('imports.units')
  const id = useId()
  if (units.length === 0) return null
  // Unknown ones first: they are the ones that keep values out.
  const sorted = units.toSorted((a, b) => Number(a.exponent !== null) - Number(b.exponent !== null))
  return (
    <section aria-labelledby={id} className="mb-8">
      <h3 id={id}>{t('title')}</h3>
      <TableScroll label={t('title')} isTall={units.length > 12}>
        <table className="table mt-1">
          <thead>
            <tr>
              <th scope="col">{t('indicator')}</th>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('to')}</th>
              <th scope="col">{t('factor')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((unit) => (
              <tr key={unit.key ?? unit.indicator}>
                <th scope="row" className="min-w-32 max-w-80 font-normal">
                  {unit.indicator}
                </th>
                <td>
                  <input
                    key={unit.from}
                    aria-label={t('fromOf', { indicator: unit.indicator })}
                    className={`${inputClass} min-w-28`}
                    defaultValue={said?.[unit.key ?? unit.indicator] ?? unit.from}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter') event.currentTarget.blur()
                    }}
                    onBlur={(event) => {
                      const text = event.target.value.trim()
                      if (text !== '' && text !== (said?.[unit.key ?? unit.indicator] ?? unit.from))
                        onSay(unit.key ?? unit.indicator, text)
                    }}
                  />
                </td>
                <td className="min-w-20">{unit.to || t('none')}</td>
                <td className="min-w-28">
                  {unit.exponent !== null ? (
                    <Factor exponent={unit.exponent} />
                  ) : (
                    <>
                      <span className="text-danger">{t('unknown')}</span>{' '}
                      <button
                        type="button"
                        className="min-h-6 text-accent underline"
                        onClick={() => onSay(unit.key ?? unit.indicator, unit.to)}
                      >
                        {t('sameUnit')}
                        <span className="sr-only"> {unit.indicator}</span>
                      </button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}

function Factor({ exponent }: { readonly exponent: number }) {
  const t = useTranslations('imports.units')
  const locale = useLocale()
  if (exponent === 0) return t('same')
  const factor = formatNumber(10 ** Math.abs(exponent), { locale, decimals: 0 })
  return t(exponent > 0 ? 'times' : 'divided', { factor })
}
