'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Field, inputClass } from '@/components/ui/field'
import type { ImportSettings } from '../schema'
import type { Change } from './use-import'

const vintages = ['preliminary', 'verified', 'final'] as const

type Props = { readonly settings: ImportSettings; readonly note: (make: Change) => void }

/** What is said of all figures of the file: how far they are verified, where they come from, why they are imported. */
export function FactFields({ settings, note }: Props) {
  const t = useTranslations('imports.facts')
  const id = useId()
  const say = (name: 'source' | 'reason', text: string) =>
    note(({ [name]: _, ...rest }) => (text.trim() === '' ? rest : { ...rest, [name]: text.trim() }))
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('title')}</h3>
      <div className="mt-3 grid gap-x-6 gap-y-4 md:grid-cols-3">
        <Field id={`${id}-vintage`} label={t('vintage')} hint={t('vintageHint')}>
          <select
            id={`${id}-vintage`}
            className={inputClass}
            aria-describedby={`${id}-vintage-hint`}
            value={settings.vintage ?? ''}
            onChange={(event) => {
              const vintage = vintages.find((one) => one === event.target.value)
              note(({ vintage: _, ...rest }) => (vintage ? { ...rest, vintage } : rest))
            }}
          >
            <option value="">{t('vintages.none')}</option>
            {vintages.map((one) => (
              <option key={one} value={one}>
                {t(`vintages.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field id={`${id}-source`} label={t('source')} hint={t('sourceHint')}>
          <input
            id={`${id}-source`}
            className={inputClass}
            maxLength={2000}
            aria-describedby={`${id}-source-hint`}
            defaultValue={settings.source ?? ''}
            onBlur={(event) => say('source', event.target.value)}
          />
        </Field>
        <Field id={`${id}-reason`} label={t('reason')} hint={t('reasonHint')}>
          <input
            id={`${id}-reason`}
            className={inputClass}
            maxLength={2000}
            aria-describedby={`${id}-reason-hint`}
            defaultValue={settings.reason ?? ''}
            onBlur={(event) => say('reason', event.target.value)}
          />
        </Field>
      </div>
    </section>
  )
}
