import { useLocale, useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { useSubmit } from '@/components/ui/use-submit'
import { formatDateTime, formatNumber } from '@/lib/format'
import { removeEvidenceAction } from '../actions'
import type { CellEvidence } from '../schema'

type Props = {
  readonly evidence: readonly CellEvidence[]
  readonly canEnter: boolean
  readonly authorName: (author: string) => string
  readonly onRemoved: () => void
}

/** The documents of a cell. Those that were taken away are kept at the end, with their files. */
export function EvidenceList({ evidence, canEnter, authorName, onRemoved }: Props) {
  const t = useTranslations('entry.evidence')
  const { submit, isPending, refusal } = useSubmit(onRemoved)
  const removed = evidence.filter((one) => one.removedAt !== null)
  const held = evidence.filter((one) => one.removedAt === null)
  const item = (one: CellEvidence) => (
    <li key={one.id} className="border-b border-line py-2 last:border-0">
      <Document evidence={one} authorName={authorName} />
      {canEnter && one.removedAt === null && (
        <ConfirmButton
          label={t('remove')}
          title={t('removeTitle', { title: one.title })}
          text={t('removeText')}
          cancel={t('cancel')}
          disabled={isPending}
          className="mt-1 !min-h-7 px-2 text-xs"
          onConfirm={() => submit(() => removeEvidenceAction({ id: one.id }))}
        />
      )}
    </li>
  )
  return (
    <>
      {evidence.length === 0 && <p className="mt-1 text-ink-3">{t('none')}</p>}
      {held.length > 0 && (
        <ul aria-label={t('title')} className="mt-1">
          {held.map(item)}
        </ul>
      )}
      {removed.length > 0 && (
        <details className="mt-1 text-ink-3">
          <summary>{t('removedCount', { count: removed.length })}</summary>
          <ul>{removed.map(item)}</ul>
        </details>
      )}
      {refusal && (
        <p role="alert" className="text-danger">
          {t('refused.connection')}
        </p>
      )}
    </>
  )
}

type DocumentProps = {
  readonly evidence: CellEvidence
  readonly authorName: (author: string) => string
}

function Document({ evidence, authorName }: DocumentProps) {
  const { id, title, documentDay, link, file, author, at, removedAt } = evidence
  const t = useTranslations('entry.evidence')
  const locale = useLocale()
  const size = formatNumber(Math.ceil((file?.bytes ?? 0) / 1024), { locale, decimals: 0 })
  return (
    <>
      <p className="font-medium break-words">
        {title}
        {documentDay && (
          <time dateTime={documentDay} className="font-normal text-ink-2">
            {` · ${documentDay}`}
          </time>
        )}
      </p>
      {link && (
        <p className="break-all">
          <a href={link} rel="noreferrer noopener" target="_blank">
            {link}
          </a>
        </p>
      )}
      {file && (
        <p className="break-all">
          <a href={`/api/evidence/${id}`} download>
            {file.name}
          </a>
          <span className="text-ink-3">{` ${t('size', { size })}`}</span>
        </p>
      )}
      <p className="text-xs text-ink-3">
        {`${authorName(author)} · `}
        <time dateTime={at}>{formatDateTime(at, { locale })}</time>
        {removedAt && ` · ${t('removedAt', { at: formatDateTime(removedAt, { locale }) })}`}
      </p>
    </>
  )
}
