import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { formatDateTime, formatNumber } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { LedgerBatch } from '../schema'
import { BatchWords } from './batch-words'
import { useAuthor } from './use-author'

type Props = { readonly batch: LedgerBatch; readonly timeZone: string; readonly query: string }

/** Who wrote a batch, when, how and why. */
export function BatchFacts({ batch, timeZone, query }: Props) {
  const t = useTranslations('history')
  const locale = useLocale()
  const author = useAuthor()
  const other = (id: string, word: 'undoneBy' | 'undoes') => (
    <Link href={`${routes.historyBatch(id)}${query}`} prefetch={false}>
      {t(`ledger.${word}`, { id })}
    </Link>
  )
  const facts: [string, React.ReactNode][] = [
    [t('ledger.when'), `${formatDateTime(batch.at, { locale, timeZone })} (${timeZone})`],
    [t('ledger.who'), author(batch.author)],
    [t('ledger.how'), <BatchWords key="how" batch={{ ...batch, undoes: null }} />],
    [t('ledger.cells'), formatNumber(batch.cells, { locale, decimals: 0 })],
    [t('ledger.why'), batch.reason ?? t('batch.noReason')],
  ]
  return (
    <dl className="mb-6 grid gap-x-8 gap-y-2 border-y border-line py-3 text-sm sm:grid-cols-[max-content_1fr]">
      {facts.map(([term, fact]) => (
        <div key={term} className="contents">
          <dt className="text-ink-2">{term}</dt>
          <dd className="break-words">{fact}</dd>
        </div>
      ))}
      {(batch.undoes ?? batch.undoneBy) && (
        <div className="contents">
          <dt className="text-ink-2">{t('batch.undo')}</dt>
          <dd className="flex flex-wrap gap-x-4">
            {batch.undoes && other(batch.undoes, 'undoes')}
            {batch.undoneBy && other(batch.undoneBy, 'undoneBy')}
          </dd>
        </div>
      )}
    </dl>
  )
}
