'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Link, useRouter } from '@/i18n/navigation'
import { formatNumber } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { ImportSettings } from '../schema'
import { FateList } from './fate-list'
import { ProgressLine } from './progress-line'
import type { Outcome, Progress } from './send'
import type { Change } from './use-import'
import { useTrial } from './use-trial'

type Props = {
  readonly id: string
  readonly fileName: string
  readonly settings: ImportSettings
  readonly note: (make: Change) => void
  readonly onBack: () => void
}

/** The dry run: what would become of every value. Nothing is written until somebody says so. */
export function StepCheck({ id, fileName, settings, note, onBack }: Props) {
  const t = useTranslations('imports')
  const router = useRouter()
  const { running, tryAgain, commit, cancel } = useTrial(id, settings)
  const [fixes, setFixes] = useState<Readonly<Record<string, string>>>({})
  const again = (change: Partial<ImportSettings> = {}) => {
    const next = { ...settings, ...change, fixes: { ...settings.fixes, ...change.fixes, ...fixes } }
    note(() => next)
    setFixes({})
    void tryAgain(next)
  }

  if (running.state === 'running')
    return (
      <div className="max-w-xl text-sm">
        <Stage name={fileName} progress={running.progress} onCancel={cancel} />
      </div>
    )
  const { outcome } = running
  if (outcome.kind === 'imported') return <p role="status">{t('commit.done')}</p>
  if (outcome.kind !== 'tried')
    return (
      <>
        <Trouble outcome={outcome} />
        <div className="mt-4 flex flex-wrap gap-2">
          <Button tone="primary" onClick={() => again()}>
            {t('check.again')}
          </Button>
          <Button onClick={onBack}>{t('wizard.back')}</Button>
        </div>
      </>
    )
  const confirm = async () => {
    const end = await commit(outcome.key)
    if (end.kind === 'imported') router.push(`${routes.dataImport}?batch=${end.batch}`)
  }
  return (
    <>
      <FateList
        id={id}
        tried={outcome}
        settings={settings}
        fixes={fixes}
        onFix={(at, text) => setFixes((before) => ({ ...before, [at]: text }))}
        onConflicts={(conflicts) => again({ conflicts })}
      />
      <Confirm
        outcome={outcome}
        waiting={Object.keys(fixes).length}
        onAgain={() => again()}
        onConfirm={confirm}
        onBack={onBack}
      />
    </>
  )
}

type Tried = Extract<Outcome, { kind: 'tried' }>

type ConfirmProps = {
  readonly outcome: Tried
  /** corrections that are not checked yet */
  readonly waiting: number
  readonly onAgain: () => void
  readonly onConfirm: () => void
  readonly onBack: () => void
}

function Confirm({ outcome, waiting, onAgain, onConfirm, onBack }: ConfirmProps) {
  const t = useTranslations('imports')
  const { counts, newRegions, newIndicators } = outcome
  const writes = counts.new + counts.changed
  return (
    <div className="mt-6 border-t border-line pt-4 text-sm">
      <ul className="grid gap-1 text-ink-2">
        {newRegions > 0 && <li>{t('check.newRegions', { count: newRegions })}</li>}
        {newIndicators > 0 && <li>{t('check.newIndicators', { count: newIndicators })}</li>}
        {counts.rejected > 0 && <li>{t('check.rejectedStayOut', { count: counts.rejected })}</li>}
        {counts.conflict > 0 && <li>{t('check.conflictsStayOut', { count: counts.conflict })}</li>}
        {writes === 0 && <li>{t('check.nothing')}</li>}
      </ul>
      {waiting > 0 && (
        <Notice tone="warning" role="status" className="mt-3">
          {t('check.waiting', { count: waiting })}
        </Notice>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {waiting > 0 && (
          <Button tone="primary" onClick={onAgain}>
            {t('check.again')}
          </Button>
        )}
        {writes > 0 && (
          <Button tone={waiting > 0 ? 'plain' : 'primary'} disabled={waiting > 0} onClick={onConfirm}>
            {t('commit.confirm', { count: writes })}
          </Button>
        )}
        <Button onClick={onBack}>{t('wizard.back')}</Button>
      </div>
    </div>
  )
}

type StageProps = { readonly name: string; readonly progress: Progress; readonly onCancel: () => void }

function Stage({ name, progress, onCancel }: StageProps) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const { stage, done, total } = progress
  // Until something was done nobody knows how long it takes.
  const isKnown = done > 0 && total > 0
  return (
    <ProgressLine
      label={t(`stage.${stage}`, { name })}
      done={done}
      total={isKnown ? total : 0}
      detail={isKnown ? formatNumber((done / total) * 100, { locale, decimals: 0, unit: '%' }) : ''}
      cancel={t(stage === 'write' ? 'commit.cancel' : 'wizard.cancel')}
      onCancel={onCancel}
    />
  )
}

function Trouble({ outcome }: { readonly outcome: Exclude<Outcome, { kind: 'tried' | 'imported' }> }) {
  const t = useTranslations('imports')
  if (outcome.kind === 'cancelled')
    return (
      <p role="status" className="text-sm text-ink-2">
        {t('commit.cancelled')}
      </p>
    )
  return (
    <Notice tone="danger" role="alert">
      {outcome.kind === 'refused' && t(`file.${outcome.problem.code}`, { ...outcome.problem.params })}
      {outcome.kind === 'stopped' && t(`stopped.${outcome.reason}`)}
      {outcome.kind === 'offline' && t('wizard.offline')}
      {outcome.kind === 'error' && (outcome.message ?? t('stopped.failed'))}
      {outcome.kind === 'unknown' && (
        <>
          <p>{t('commit.unknown')}</p>
          <Link href={routes.dataImport} className={buttonClass('plain', 'mt-2')}>
            {t('commit.past')}
          </Link>
        </>
      )}
    </Notice>
  )
}
