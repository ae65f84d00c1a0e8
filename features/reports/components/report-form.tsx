'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Field, inputClass } from '@/components/ui/field'
import { useRouter } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { type Selection, selectionQuery } from '@/lib/selection'
import type { ReportFormat, ReportLanguage } from '../schema'
import { ReportProgress } from './report-progress'
import { useReport } from './use-report'

const formats: readonly ReportFormat[] = ['pdf', 'docx', 'xlsx']
const languages: readonly { readonly code: ReportLanguage; readonly name: string; readonly tag: string }[] = [
  { code: 'en', name: 'English', tag: 'en' },
  { code: 'zh', name: '中文', tag: 'zh-CN' },
]

export type RegionChoice = { readonly code: string; readonly name: string }

type Props = {
  readonly regions: readonly RegionChoice[]
  readonly years: readonly number[]
  readonly selection: Selection
  readonly language: ReportLanguage
}

/**
 * What the report is of and how it is written. Region and year are those of the address, so that the preview beside it
 * follows. Without scripts it is a plain form whose answer is the file.
 */
export function ReportForm({ regions, years, selection, language }: Props) {
  const t = useTranslations('export')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const { making, make, cancel } = useReport()
  const isMaking = making.state === 'making'
  const peers = selection.peers?.join(',')

  const go = (change: Partial<Selection>) =>
    startTransition(() =>
      router.replace(`${routes.reports}${selectionQuery({ ...selection, ...change })}`, { scroll: false }),
    )

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isMaking) return
    const fields = new FormData(event.currentTarget)
    make(Object.fromEntries([...fields].map(([name, value]) => [name, String(value)])))
  }

  return (
    <form
      action="/api/reports"
      method="get"
      onSubmit={submit}
      aria-busy={isPending || isMaking}
      className="lg:sticky lg:top-20 lg:self-start"
    >
      {peers !== undefined && <input type="hidden" name="peers" value={peers} />}
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-3">
        <Field id="report-region" label={t('region')}>
          <select
            id="report-region"
            name="region"
            className={inputClass}
            value={selection.region ?? ''}
            onChange={(event) => go({ region: event.target.value, peers: null })}
          >
            {regions.map((region) => (
              <option key={region.code} value={region.code}>
                {region.name}
              </option>
            ))}
          </select>
        </Field>
        <Field id="report-year" label={t('year')}>
          <select
            id="report-year"
            name="year"
            className={inputClass}
            value={selection.year ?? ''}
            onChange={(event) => go({ year: Number(event.target.value) })}
          >
            {years.toReversed().map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <fieldset className="mt-4">
        <legend className="text-sm font-medium">{t('language')}</legend>
        <div className="mt-1 flex flex-wrap gap-x-5">
          {languages.map(({ code, name, tag }) => (
            <label key={code} lang={tag} className="inline-flex min-h-9 items-center gap-2 text-sm">
              <input type="radio" name="lang" value={code} defaultChecked={code === language} />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="mt-3">
        <legend className="text-sm font-medium">{t('format')}</legend>
        <div className="mt-1.5 border-t border-line">
          {formats.map((format, i) => (
            <label
              key={format}
              className="flex min-h-11 items-baseline gap-2.5 border-b border-line py-2 text-sm"
            >
              <input
                type="radio"
                name="format"
                value={format}
                defaultChecked={i === 0}
                className="translate-y-0.5"
              />
              <span>
                <span className="font-medium">{t(`formats.${format}.name`)}</span>
                <span className="block text-xs text-ink-2">{t(`formats.${format}.use`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" tone="primary" className="mt-4" disabled={isMaking || isPending}>
        {t('make')}
      </Button>
      <ReportProgress making={making} onCancel={cancel} />
    </form>
  )
}
