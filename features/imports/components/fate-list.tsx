'use client'

import { clsx } from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FatePage, ImportSettings } from '../schema'
import { FateTable } from './fate-table'
import { type Outcome, send } from './send'

type Tried = Extract<Outcome, { kind: 'tried' }>
const fates = ['new', 'changed', 'unchanged', 'rejected', 'conflict'] as const
type Filter = (typeof fates)[number] | 'all'

const pageSize = 100

type Props = {
  readonly id: string
  readonly tried: Tried
  readonly settings: ImportSettings
  readonly fixes: Readonly<Record<string, string>>
  readonly onFix: (at: string, text: string) => void
  readonly onConflicts: (conflicts: Readonly<Record<string, 'ours' | 'theirs'>>) => void
}

/** Every value of the file with its fate: the counts are the filter. */
export function FateList({ id, tried, settings, fixes, onFix, onConflicts }: Props) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const { counts, key } = tried
  const sum = fates.reduce((total, fate) => total + counts[fate], 0)
  // What needs a decision is shown first.
  const [filter, setFilter] = useState<Filter>(
    counts.conflict > 0 ? 'conflict' : counts.rejected > 0 ? 'rejected' : 'all',
  )
  const [page, setPage] = useState(1)
  const [listed, setListed] = useState<FatePage | 'offline' | null>(null)

  useEffect(() => {
    const controller = new AbortController()
    const query = new URLSearchParams({ key, fate: filter, page: String(page), lang: locale })
    void send<FatePage>('GET', `/api/imports/${id}/fates?${query}`, undefined, controller.signal).then(
      (answer) => setListed(answer.state === 'answered' && answer.status === 200 ? answer.body : 'offline'),
    )
    return () => controller.abort()
  }, [id, key, filter, page, locale])

  const choose = (to: Filter) => {
    setFilter(to)
    setPage(1)
  }
  const pages = Math.max(1, Math.ceil((filter === 'all' ? sum : counts[filter]) / pageSize))
  return (
    <>
      <p role="status" className="sr-only">
        {t('check.summary', { ...counts })}
      </p>
      <fieldset className="flex flex-wrap gap-2 text-sm">
        <legend className="sr-only">{t('check.filter')}</legend>
        {(['all', ...fates] as const)
          .filter((fate) => fate !== 'conflict' || counts.conflict > 0)
          .map((fate) => (
            <button
              key={fate}
              type="button"
              data-fate={fate}
              aria-pressed={filter === fate}
              onClick={() => choose(fate)}
              className={clsx(
                'min-h-11 rounded border px-3 text-start',
                filter === fate ? 'border-accent bg-accent-soft' : 'border-line hover:bg-panel',
              )}
            >
              <span className="block text-base font-semibold">
                {t('check.count', { count: fate === 'all' ? sum : counts[fate] })}
              </span>
              <span className="block text-xs text-ink-2">{t(`fate.${fate}`)}</span>
            </button>
          ))}
      </fieldset>
      {counts.rejected > 0 && (
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <a
            href={`/api/imports/${id}/rejected?${new URLSearchParams({ key, lang: locale })}`}
            download
            className={buttonClass()}
          >
            {t('check.download', { count: tried.rejectedRows })}
          </a>
          <span className="text-ink-3">{t('check.fixHint')}</span>
        </p>
      )}
      {counts.conflict > 0 && (
        <div className="mt-3 flex flex-wrap items-center gap-2 text-sm">
          <span className="basis-full text-ink-2 sm:basis-auto">{t('check.conflictHint')}</span>
          <Button onClick={() => onConflicts({ all: 'theirs' })}>{t('check.allTheirs')}</Button>
          <Button onClick={() => onConflicts({ all: 'ours' })}>{t('check.allOurs')}</Button>
        </div>
      )}
      {listed === 'offline' && (
        <Notice tone="danger" role="alert" className="mt-4">
          {t('wizard.offline')}
        </Notice>
      )}
      {listed !== null && listed !== 'offline' && (
        <FateTable
          page={listed}
          filter={filter}
          said={settings.fixes ?? {}}
          fixes={fixes}
          onFix={onFix}
          onConflict={(row, whose) => onConflicts({ ...settings.conflicts, [row]: whose })}
        />
      )}
      {pages > 1 && (
        <div className="mt-3 flex flex-wrap items-center gap-3 text-sm">
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            {t('check.previous')}
          </Button>
          <span role="status">{t('check.page', { page, pages })}</span>
          <Button disabled={page === pages} onClick={() => setPage(page + 1)}>
            {t('check.next')}
          </Button>
        </div>
      )}
    </>
  )
}
