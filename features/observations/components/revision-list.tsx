import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, inputClass } from '@/components/ui/field'
import { pick } from '@/lib/bilingual'
import { formatDateTime } from '@/lib/format'
import type { RevisionEntry } from '../schema'

type Props = {
  /** newest first */
  readonly revisions: readonly RevisionEntry[]
  readonly show: (value: number | null) => string
  /** null = nothing can be restored */
  readonly onRestore: ((version: number, reason: string) => void) | null
}

/** The states a cell has had: value, status, who, when, how, why. An earlier one can be brought back. */
export function RevisionList({ revisions, show, onRestore }: Props) {
  const t = useTranslations('entry.panel')
  const names = useTranslations('entry')
  const status = useTranslations('obsStatus')
  const locale = useLocale()
  const [chosen, setChosen] = useState<number | null>(null)
  if (revisions.length === 0) return <p className="mt-1 text-ink-3">{t('none')}</p>
  const nameOf = (kind: 'kind' | 'author', code: string) =>
    names.has(`${kind}.${code}`) ? names(`${kind}.${code}`) : code
  return (
    <ol className="mt-1" aria-label={t('revisions')}>
      {revisions.map((entry, i) => (
        <li key={entry.version} className="border-b border-line py-2 last:border-0">
          <p className="flex justify-between gap-2">
            <span className="font-medium break-words">{show(entry.value)}</span>
            <span className="text-right text-ink-3">
              {status(entry.status)}
              {entry.vintage && ` · ${t(`vintage.${entry.vintage}`)}`}
            </span>
          </p>
          <p className="text-xs text-ink-3">
            {nameOf('kind', entry.kind)}
            {' · '}
            {nameOf('author', entry.author)}
            {' · '}
            <time dateTime={entry.at}>{formatDateTime(entry.at, { locale })}</time>
          </p>
          {entry.source && <p className="text-xs break-words text-ink-3">{pick(entry.source, locale)}</p>}
          {entry.note && <p className="text-xs break-words text-ink-2">{entry.note}</p>}
          {entry.reason && (
            <p className="text-xs break-words text-ink-2">{t('reasonGiven', { reason: entry.reason })}</p>
          )}
          {onRestore && i > 0 && chosen !== entry.version && (
            <button
              type="button"
              className="mt-1 text-xs text-ink-2 underline"
              onClick={() => setChosen(entry.version)}
            >
              {t('restore.choose')}
            </button>
          )}
          {onRestore && chosen === entry.version && (
            <RestoreForm
              onCancel={() => setChosen(null)}
              onRestore={(reason) => {
                setChosen(null)
                onRestore(entry.version, reason)
              }}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

type FormProps = { readonly onCancel: () => void; readonly onRestore: (reason: string) => void }

function RestoreForm({ onCancel, onRestore }: FormProps) {
  const t = useTranslations('entry.panel')
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onRestore(String(new FormData(event.currentTarget).get('reason') ?? '').trim())
  }
  return (
    <form onSubmit={submit} className="mt-2 grid gap-2">
      <Field id={id} label={t('restore.reason')}>
        {/* biome-ignore lint/a11y/noAutofocus: the button that opened the form is gone, and the reason comes next */}
        <input id={id} name="reason" maxLength={2000} autoComplete="off" autoFocus className={inputClass} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t('restore.confirm')}</Button>
        <Button onClick={onCancel}>{t('restore.cancel')}</Button>
      </div>
    </form>
  )
}
