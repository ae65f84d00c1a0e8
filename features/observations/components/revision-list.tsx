import { useLocale, useTranslations } from 'next-intl'
import { pick } from '@/lib/bilingual'
import { formatDateTime } from '@/lib/format'
import type { RevisionEntry } from '../schema'

type Props = {
  readonly revisions: readonly RevisionEntry[] | 'failed' | null
  readonly show: (value: number | null) => string
}

/** The states a cell has had: value, status, who, when, how, why. */
export function RevisionList({ revisions, show }: Props) {
  const t = useTranslations('entry.panel')
  const names = useTranslations('entry')
  const status = useTranslations('obsStatus')
  const locale = useLocale()
  if (revisions === null) return <p className="mt-1 text-ink-3">{t('loading')}</p>
  if (revisions === 'failed') return <p className="mt-1 text-danger">{t('failed')}</p>
  if (revisions.length === 0) return <p className="mt-1 text-ink-3">{t('none')}</p>
  const nameOf = (kind: 'kind' | 'author', code: string) =>
    names.has(`${kind}.${code}`) ? names(`${kind}.${code}`) : code
  return (
    <ol className="mt-1">
      {revisions.map((entry) => (
        <li key={entry.version} className="border-b border-line py-2 last:border-0">
          <p className="flex justify-between gap-2">
            <span className="font-medium">{show(entry.value)}</span>
            <span className="text-ink-3">{status(entry.status)}</span>
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
        </li>
      ))}
    </ol>
  )
}
