'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { CommentList } from '@/features/comments/components/comment-list'
import { BesideTable } from '@/features/entry/components/beside-table'
import { LastValues } from '@/features/entry/components/last-values'
import type { CellRecord as Known } from '@/features/entry/schema'
import { EvidenceForm } from '@/features/evidence/components/evidence-form'
import { EvidenceList } from '@/features/evidence/components/evidence-list'
import { AnnotationForm } from '@/features/observations/components/annotation-form'
import type { ActiveCell } from '@/features/observations/components/entry-grid'
import { LevelField } from '@/features/observations/components/level-field'
import { RevisionList } from '@/features/observations/components/revision-list'
import type { RevisionEntry } from '@/features/observations/schema'
import { pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import { useCellRecord } from './use-cell-record'

/** Everything that is known of a cell, and what can be added to it. */
export function CellRecord({ cell }: { readonly cell: ActiveCell }) {
  const t = useTranslations('entry.panel')
  const known = useCellRecord(cell.key, cell.saves, useSearchParams().get('peers'))
  if (known === null) return <p className="mt-4 text-ink-3">{t('loading')}</p>
  if (known === 'failed') return <p className="mt-4 text-danger">{t('failed')}</p>
  const { region, indicator, year } = cell.key
  return <Sections key={`${region}|${indicator}|${year}`} cell={cell} known={known} />
}

function Sections({ cell, known }: { readonly cell: ActiveCell; readonly known: Known }) {
  const t = useTranslations('entry.panel')
  const names = useTranslations('entry')
  const locale = useLocale()
  const [said, setSaid] = useState('')
  const { key, rules, canEnter, annotate } = cell
  const current = known.revisions[0] ?? null
  const authorName = (author: string) => (names.has(`author.${author}`) ? names(`author.${author}`) : author)
  const number = (value: number) => formatNumber(value, { locale, decimals: 10, trim: true })
  // In a column the digits stand below each other; the exact value is in the grid and in the revisions.
  const figure = (value: number) => formatNumber(value, { locale, decimals: rules.decimals })
  const show = (value: number | null) => {
    if (value === null) return t('notObserved')
    const level = rules.levels?.find((one) => one.value === value)
    return level ? `${value} · ${level.label}` : number(value)
  }
  const added = (text: string) => () => {
    setSaid(text)
    cell.onAdded()
  }
  return (
    <>
      {current && <Present current={current} />}
      {rules.levels && canEnter && (
        <Section title={t('level')}>
          <EvidenceForm
            cell={key}
            submitLabel={t('saveLevel')}
            onSubmit={(data) => {
              cell.enter(String(data.get('level') ?? ''))
              return true
            }}
            onAdded={added(t('evidenceAdded'))}
          >
            {/* A level that was saved elsewhere is the one shown. */}
            <LevelField key={current?.version ?? 0} levels={rules.levels} level={current?.value ?? null} />
            <p className="text-ink-2">{t('levelEvidence')}</p>
          </EvidenceForm>
        </Section>
      )}
      {!rules.levels && (
        <LastValues series={known.series} year={key.year} token={rules.token} show={figure} />
      )}
      <BesideTable rows={known.beside} region={key.region} year={key.year} show={figure} />
      {canEnter && (
        <details className="mt-4 border-t border-line pt-3">
          <summary className="font-semibold">{t('annotate')}</summary>
          <AnnotationForm key={current?.version ?? 0} current={current} onSave={annotate} />
        </details>
      )}
      <Section title={t('evidence')}>
        <EvidenceList
          evidence={known.evidence}
          canEnter={canEnter}
          authorName={authorName}
          onRemoved={added(t('evidenceRemoved'))}
        />
        {canEnter && !rules.levels && (
          <details className="mt-2">
            <summary>{t('attach')}</summary>
            <EvidenceForm cell={key} submitLabel={t('attachIt')} onAdded={added(t('evidenceAdded'))} />
          </details>
        )}
      </Section>
      <Section title={t('comments')}>
        <CommentList
          cell={key}
          comments={known.comments}
          canEnter={canEnter}
          authorName={authorName}
          onChanged={added(t('commentsChanged'))}
        />
      </Section>
      <Section title={t('revisions')}>
        <RevisionList
          revisions={known.revisions}
          show={show}
          onRestore={
            canEnter
              ? (version, reason) =>
                  annotate({ restoresVersion: String(version), ...(reason ? { reason } : {}) })
              : null
          }
        />
      </Section>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-4 border-t border-line pt-3">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** What stands beside the value now. */
function Present({ current }: { readonly current: RevisionEntry }) {
  const t = useTranslations('entry.panel')
  const status = useTranslations('obsStatus')
  const locale = useLocale()
  const lines = [
    [t('status'), `${current.status} · ${status(current.status)}`],
    ...(current.vintage ? [[t('vintage.label'), t(`vintage.${current.vintage}`)]] : []),
    ...(current.source ? [[t('source'), pick(current.source, locale)]] : []),
    ...(current.note ? [[t('note'), current.note]] : []),
  ]
  return (
    <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-t border-line pt-3">
      {lines.map(([name, text]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className="min-w-0 break-words">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
