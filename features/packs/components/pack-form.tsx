'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { type CheckGroup, CheckGroups } from '@/components/ui/check-groups'
import { Field, inputClass } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'

type Props = {
  readonly regions: readonly CheckGroup[]
  readonly indicators: readonly CheckGroup[]
  readonly chosenRegions: readonly string[]
  readonly from: number
  readonly to: number
  readonly mostCells: number
}

/** Which figures a department is asked for. It answers with a workbook, without scripts too. */
export function PackForm({ regions, indicators, chosenRegions, from, to, mostCells }: Props) {
  const t = useTranslations('packs')
  const locale = useLocale()
  const [chosen, setChosen] = useState({
    regions: new Set(chosenRegions) as ReadonlySet<string>,
    indicators: new Set<string>() as ReadonlySet<string>,
  })
  const [span, setSpan] = useState({ from: String(from), to: String(to) })
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const length = Number(span.to) - Number(span.from) + 1
  const cells = chosen.regions.size * chosen.indicators.size * Math.max(0, length || 0)
  const words = (count: number) => ({
    find: t('find'),
    all: t('all'),
    none: t('none'),
    count: t('chosen', { count }),
    noMatch: t('noMatch'),
  })

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isPending) return
    setIsPending(true)
    setProblem(null)
    try {
      const response = await fetch('/api/packs', { method: 'POST', body: new FormData(event.currentTarget) })
      if (response.ok) saveAs(await response.blob(), nameIn(response) ?? 'pentad-pack.xlsx')
      else setProblem(response.status === 400 ? await response.text() : t('failed'))
    } catch {
      setProblem(t('failed'))
    } finally {
      setIsPending(false)
    }
  }

  return (
    <form
      action="/api/packs"
      method="post"
      encType="multipart/form-data"
      onSubmit={submit}
      aria-busy={isPending}
    >
      <input type="hidden" name="lang" value={locale === 'zh' ? 'zh' : 'en'} />
      <div className="grid gap-6 md:grid-cols-2">
        <CheckGroups
          legend={t('indicators')}
          name="indicators"
          groups={indicators}
          chosen={chosen.indicators}
          onChoose={(next) => setChosen((before) => ({ ...before, indicators: next }))}
          words={words(chosen.indicators.size)}
        />
        <CheckGroups
          legend={t('regions')}
          name="regions"
          groups={regions}
          chosen={chosen.regions}
          onChoose={(next) => setChosen((before) => ({ ...before, regions: next }))}
          words={words(chosen.regions.size)}
        />
      </div>
      <div className="mt-5 grid gap-x-6 gap-y-4 sm:grid-cols-[7rem_7rem_minmax(0,1fr)]">
        <Field id="pack-from" label={t('from')}>
          <input
            id="pack-from"
            name="from"
            inputMode="numeric"
            pattern="(19|20|21)\d\d"
            required
            className={inputClass}
            value={span.from}
            onChange={(event) => setSpan((before) => ({ ...before, from: event.target.value }))}
          />
        </Field>
        <Field id="pack-to" label={t('to')}>
          <input
            id="pack-to"
            name="to"
            inputMode="numeric"
            pattern="(19|20|21)\d\d"
            required
            className={inputClass}
            value={span.to}
            onChange={(event) => setSpan((before) => ({ ...before, to: event.target.value }))}
          />
        </Field>
        <Field id="pack-title" label={t('title')}>
          <input
            id="pack-title"
            name="title"
            maxLength={200}
            className={inputClass}
            defaultValue={t('defaultTitle')}
          />
        </Field>
        <Field id="pack-request" label={t('request')} hint={t('requestHint')} className="sm:col-span-3">
          <textarea
            id="pack-request"
            name="request"
            rows={2}
            maxLength={4000}
            aria-describedby="pack-request-hint"
            className={inputClass}
          />
        </Field>
      </div>
      <p role="status" className="mt-4 text-sm text-ink-2">
        {cells > mostCells
          ? t('problem.tooMany', { cells })
          : cells > 0
            ? t('cells', { count: cells })
            : t('problem.nothing')}
      </p>
      {problem && (
        <Notice tone="danger" role="alert" className="mt-3">
          {problem}
        </Notice>
      )}
      <Button type="submit" tone="primary" className="mt-3" disabled={isPending}>
        {isPending ? t('making') : t('make')}
      </Button>
    </form>
  )
}

function nameIn(response: Response): string | null {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return name ? decodeURIComponent(name) : null
}

function saveAs(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has read the address by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
