'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { type CheckGroup, CheckGroups } from '@/components/ui/check-groups'
import { Field, inputClass } from '@/components/ui/field'

const formats = ['csv', 'xlsx', 'sdmx-csv'] as const

type Props = {
  readonly regions: readonly CheckGroup[]
  readonly indicators: readonly CheckGroup[]
  readonly from: number
  readonly to: number
}

const valuesOf = (groups: readonly CheckGroup[]) =>
  groups.flatMap(({ items }) => items.map(({ value }) => value))

/** Which observations go into a file, and how it is written. Without scripts the form answers with the file too. */
export function ExportForm({ regions, indicators, from, to }: Props) {
  const t = useTranslations('imports.export')
  const locale = useLocale()
  const all = { regions: valuesOf(regions), indicators: valuesOf(indicators) }
  const [chosen, setChosen] = useState({
    regions: new Set(all.regions) as ReadonlySet<string>,
    indicators: new Set(all.indicators) as ReadonlySet<string>,
  })
  const words = (count: number) => ({
    find: t('find'),
    all: t('all'),
    none: t('none'),
    count: t('chosen', { count }),
    noMatch: t('noMatch'),
  })
  const isNothing = chosen.regions.size === 0 || chosen.indicators.size === 0

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const query = new URLSearchParams()
    // All of them need not be named: an address has its limits.
    if (chosen.regions.size < all.regions.length) query.set('region', [...chosen.regions].join(','))
    if (chosen.indicators.size < all.indicators.length)
      query.set('indicator', [...chosen.indicators].join(','))
    for (const name of ['from', 'to', 'format', 'lang']) query.set(name, String(fields.get(name) ?? ''))
    window.location.assign(`/api/exports?${query}`)
  }

  return (
    <form action="/api/exports" method="get" onSubmit={submit}>
      <input type="hidden" name="lang" value={locale === 'zh' ? 'zh' : 'en'} />
      <div className="grid gap-6 md:grid-cols-2">
        <CheckGroups
          legend={t('indicators')}
          name="indicator"
          groups={indicators}
          chosen={chosen.indicators}
          onChoose={(next) => setChosen((before) => ({ ...before, indicators: next }))}
          words={words(chosen.indicators.size)}
        />
        <CheckGroups
          legend={t('regions')}
          name="region"
          groups={regions}
          chosen={chosen.regions}
          onChoose={(next) => setChosen((before) => ({ ...before, regions: next }))}
          words={words(chosen.regions.size)}
        />
      </div>
      <div className="mt-5 flex flex-wrap gap-x-6 gap-y-4">
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} id={`export-${name}`} label={t(name)} className="w-28">
            <input
              id={`export-${name}`}
              name={name}
              inputMode="numeric"
              pattern="(19|20|21)\d\d"
              required
              className={inputClass}
              defaultValue={name === 'from' ? from : to}
            />
          </Field>
        ))}
      </div>
      <fieldset className="mt-5 max-w-prose">
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
      {isNothing && (
        <p role="status" className="mt-4 text-sm text-ink-2">
          {t('nothing')}
        </p>
      )}
      <Button type="submit" tone="primary" className="mt-4" disabled={isNothing}>
        {t('make')}
      </Button>
    </form>
  )
}
