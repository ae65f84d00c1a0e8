import { useLocale, useTranslations } from 'next-intl'
import { Observed } from '@/components/ui/observed'
import { ReasonForm } from '@/components/ui/reason-form'
import { Link } from '@/i18n/navigation'
import { formatDateTime, type Measured } from '@/lib/format'
import { routes } from '@/lib/routes'
import { restoreVersionAction } from '../actions'
import type { CellVersion } from '../schema'
import { BatchWords } from './batch-words'
import { reasonWords } from './reason-words'
import { useAuthor } from './use-author'

type Props = {
  readonly versions: readonly CellVersion[]
  readonly measured: Measured
  readonly timeZone: string
  readonly query: string
  readonly canEnter: boolean
}

/** Every state of a cell, newest first. Each but the newest can be brought back. */
export function VersionList({ versions, measured, timeZone, query, canEnter }: Props) {
  const t = useTranslations('history')
  const [current] = versions
  if (!current) return null
  return (
    <ol className="border-t border-line">
      {versions.map((version) => (
        <Version
          key={version.version}
          version={version}
          current={current}
          measured={measured}
          timeZone={timeZone}
          query={query}
          canRestore={canEnter && version !== current}
        />
      ))}
      {canEnter && current.after.value !== null && (
        <li className="border-b border-line py-3">
          <p className="text-sm text-ink-2">{t('cell.beforeFirst')}</p>
          <Restore current={current} version={0} label={t('cell.restoreNone')} />
        </li>
      )}
    </ol>
  )
}

type VersionProps = {
  readonly version: CellVersion
  readonly current: CellVersion
  readonly measured: Measured
  readonly timeZone: string
  readonly query: string
  readonly canRestore: boolean
}

function Version({ version, current, measured, timeZone, query, canRestore }: VersionProps) {
  const t = useTranslations('history')
  const letters = useTranslations('obsStatus')
  const locale = useLocale()
  const author = useAuthor()
  const { after } = version
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[10rem_1fr]">
      <div>
        <p className="text-lg font-semibold">
          <Observed value={after.value} status={after.status} measured={measured} />
        </p>
        <p className="text-sm text-ink-2">
          {letters.has(after.status) ? letters(after.status) : after.status}
        </p>
        {version === current && <p className="text-sm font-medium">{t('cell.current')}</p>}
      </div>
      <div className="min-w-0 break-words text-sm">
        <p>
          <Link href={`${routes.historyBatch(version.id)}${query}`} prefetch={false}>
            <time dateTime={version.at}>{formatDateTime(version.at, { locale, timeZone })}</time>
          </Link>
          {' · '}
          {author(version.author)}
          {' · '}
          {t('cell.version', { version: version.version })}
        </p>
        <div className="text-ink-2">
          <BatchWords batch={{ ...version, undoes: null }} />
        </div>
        {version.reason && <p>{t('cell.reason', { reason: version.reason })}</p>}
        {after.source && <p className="text-ink-2">{t('cell.source', { source: after.source })}</p>}
        {after.note && <p className="text-ink-2">{t('cell.note', { note: after.note })}</p>}
        {canRestore && <Restore current={current} version={version.version} label={t('cell.restore')} />}
      </div>
    </li>
  )
}

type RestoreProps = { readonly current: CellVersion; readonly version: number; readonly label: string }

function Restore({ current, version, label }: RestoreProps) {
  const t = useTranslations('history.restore')
  const locale = useLocale()
  return (
    <details className="no-print mt-2">
      <summary className="min-h-6 text-accent">{label}</summary>
      <div className="mt-2">
        <ReasonForm
          action={restoreVersionAction}
          fields={{
            locale,
            region: current.region,
            indicator: current.indicator,
            year: String(current.year),
            version: String(version),
            expectedVersion: String(current.version),
          }}
          words={reasonWords(t, t('submitVersion'))}
        />
      </div>
    </details>
  )
}
