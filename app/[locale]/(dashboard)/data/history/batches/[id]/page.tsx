import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { carriedOf } from '@/app/[locale]/(dashboard)/data/history/carried'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { ReasonForm } from '@/components/ui/reason-form'
import { undoBatchAction } from '@/features/batches/actions'
import { previewUndo } from '@/features/batches/queries'
import { BatchFacts } from '@/features/history/components/batch-facts'
import { HistoryNav } from '@/features/history/components/history-nav'
import { reasonWords } from '@/features/history/components/reason-words'
import { getBatch, getNames } from '@/features/history/queries'
import { batchIdSchema, cursorSchema } from '@/features/history/schema'
import { text } from '@/features/lookback/schema'
import { ChangeTable } from '@/features/revisions/components/change-table'
import { changeKindOf } from '@/features/revisions/schema'
import { Link } from '@/i18n/navigation'
import { formatDateTime } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params
  const t = await getTranslations({ locale, namespace: 'history' })
  return { title: t('batch.title', { id }) }
}

export default async function BatchRoute({ params, searchParams }: Props) {
  const { locale, id } = await params
  const search = await searchParams
  const asked = batchIdSchema.safeParse(id)
  const from = cursorSchema.safeParse(text(search, 'from'))
  const actor = await currentActor()
  const page = asked.success
    ? await getBatch(actor, { id: asked.data, from: from.success ? from.data : null })
    : null
  if (!page) return <Missing />
  const t = await getTranslations({ locale, namespace: 'history' })
  const words = await getTranslations({ locale, namespace: 'history.restore' })
  const [names, undo] = await Promise.all([
    getNames(actor, {}),
    previewUndo(actor, { batchId: page.batch.id }),
  ])
  const { timeZone, query } = carriedOf(search)
  const { batch, cells, next } = page
  const before = `before-${batch.id}`
  const here = routes.historyBatch(batch.id)
  return (
    <>
      <PageHead
        kicker={
          <Link href={`${routes.dataHistory}${query()}`} className="text-ink-2">
            {t('title')}
          </Link>
        }
        title={t('batch.titleAt', {
          id: batch.id,
          time: formatDateTime(batch.at, { locale, timeZone }),
        })}
        actions={
          <>
            <Link
              className={buttonClass()}
              href={`${routes.historyDifference}${query({ from: before, to: `after-${batch.id}` })}`}
            >
              {t('batch.difference')}
            </Link>
            <Link className={buttonClass()} href={`${routes.historyAsOf}${query({ at: before })}`}>
              {t('batch.asOfBefore')}
            </Link>
            {page.canEnter && (
              <Link className={buttonClass()} href={`${routes.historyRestore}${query({ at: before })}`}>
                {t('batch.restoreBefore')}
              </Link>
            )}
          </>
        }
      />
      <HistoryNav current="ledger" query={query()} />
      <BatchFacts batch={batch} timeZone={timeZone} query={query()} />
      {page.canEnter && undo.refusal === null && (
        <details className="no-print mb-6">
          <summary className="min-h-8 py-1 font-medium text-accent">{t('batch.takeBack')}</summary>
          <p className="prose-width my-2 text-sm">
            {t('batch.takeBackText', { restored: undo.restored, kept: undo.kept })}
          </p>
          <ReasonForm
            action={undoBatchAction}
            fields={{ locale, batch: batch.id }}
            words={reasonWords(words, t('batch.takeBackSubmit', { count: undo.restored }))}
          />
        </details>
      )}
      <ChangeTable
        caption={t('batch.cells', { count: batch.cells })}
        cells={cells.map((cell) => ({ ...cell, kind: changeKindOf(cell.before, cell.after) }))}
        names={names}
        query={query()}
      />
      <nav aria-label={t('ledger.pages')} className="no-print mt-4 flex flex-wrap gap-2">
        {from.success && (
          <Link className={buttonClass()} href={`${here}${query()}`}>
            {t('batch.firstPage')}
          </Link>
        )}
        {next && (
          <Link className={buttonClass()} href={`${here}${query({ from: next })}`}>
            {t('batch.nextPage')}
          </Link>
        )}
      </nav>
    </>
  )
}
