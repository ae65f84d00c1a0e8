'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import type { RegionOption } from './selection-bar'

type Props = {
  readonly regions: readonly RegionOption[]
  readonly chosen: readonly string[]
  /** name of the group when the peers are its regions by default, else empty */
  readonly groupName: string
  readonly onChoose: (peers: string[]) => void
}

/** Chooses the regions that the selected one is compared with. */
export function PeersDialog({ regions, chosen, groupName, onChoose }: Props) {
  const t = useTranslations('shell.peers')
  const dialog = useRef<HTMLDialogElement>(null)
  const [draft, setDraft] = useState<readonly string[]>(chosen)
  const [filter, setFilter] = useState('')
  const names = chosen.flatMap((code) => regions.find((r) => r.code === code)?.name ?? [])
  const summary = groupName
    ? t('group', { group: groupName, count: chosen.length })
    : names.length > 0 && names.length <= 3
      ? names.join(t('separator'))
      : t('count', { count: names.length })
  const open = () => {
    setDraft(chosen)
    setFilter('')
    dialog.current?.showModal()
  }
  const shown = regions.filter((r) =>
    `${r.name} ${r.code} ${r.group}`.toLowerCase().includes(filter.toLowerCase()),
  )
  const toggle = (code: string) =>
    setDraft((old) => (old.includes(code) ? old.filter((c) => c !== code) : [...old, code]))
  return (
    <div className="needs-script flex items-center gap-2 text-sm text-ink-2">
      <span className="min-w-16 shrink-0 whitespace-nowrap md:min-w-0">{t('label')}</span>
      <button
        type="button"
        onClick={open}
        className={buttonClass('plain', 'flex-1 truncate md:max-w-60 md:flex-none')}
      >
        {summary}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="peers-title"
        className="w-[min(36rem,94vw)] rounded border border-line p-0"
      >
        <div className="flex max-h-[80dvh] flex-col">
          <div className="border-b border-line p-4">
            <h2 id="peers-title">{t('title')}</h2>
            <input
              type="search"
              aria-label={t('filter')}
              placeholder={t('filter')}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              className={`${inputClass} mt-2`}
            />
          </div>
          <ul className="grid grid-cols-2 gap-x-4 overflow-y-auto p-4 sm:grid-cols-3">
            {shown.map((r) => (
              <li key={r.code}>
                <label className="flex min-h-8 items-center gap-2 text-ink">
                  <input type="checkbox" checked={draft.includes(r.code)} onChange={() => toggle(r.code)} />
                  {r.name}
                </label>
              </li>
            ))}
            {shown.length === 0 && <li className="col-span-full text-ink-3">{t('noMatch')}</li>}
          </ul>
          <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line p-4">
            <span className="me-auto text-ink-2" role="status">
              {t('count', { count: draft.length })}
            </span>
            <Button onClick={() => setDraft([])}>{t('clear')}</Button>
            <Button onClick={() => dialog.current?.close()}>{t('cancel')}</Button>
            <Button
              tone="primary"
              onClick={() => {
                dialog.current?.close()
                onChoose([...draft])
              }}
            >
              {t('apply')}
            </Button>
          </div>
        </div>
      </dialog>
    </div>
  )
}
