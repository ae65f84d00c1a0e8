'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useRouter } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import type { ImportSettings, NameChoice } from '../schema'
import { send } from './send'
import { StepCheck } from './step-check'
import { StepFile } from './step-file'
import { StepNames } from './step-names'
import { type StepName, StepNav, steps } from './step-nav'
import { useImport } from './use-import'
import { withDecisions } from './with-decisions'

type Props = {
  readonly id: string
  readonly fileName: string
  readonly settings: ImportSettings
  readonly areas: readonly NameChoice[]
}

/** A file on its way in: how it is understood, what its names stand for, what would become of its values. */
export function Wizard({ id, fileName, settings: first, areas }: Props) {
  const t = useTranslations('imports')
  const router = useRouter()
  const { settings, view, change, note, again } = useImport(id, first)
  const [isLeaving, setIsLeaving] = useState(false)
  const asked = useSearchParams().get('step')
  const step = steps.find((name) => name === asked) ?? 'file'
  const head = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)

  // Another step is another page to those who cannot see it change: the focus goes to its heading.
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    head.current?.focus()
  }, [step])

  const go = (to: StepName) => {
    const query = new URLSearchParams(window.location.search)
    query.set('step', to)
    // The address changes without a word with the server, which knows all of it already.
    window.history.pushState(null, '', `?${query}`)
    window.scrollTo({ top: 0 })
  }

  const giveUp = async () => {
    setIsLeaving(true)
    await send('DELETE', `/api/imports/${id}`, undefined)
    router.push(routes.dataImport)
  }

  const { inspection, trouble, isPending } = view
  const open = inspection
    ? [
        ...withDecisions(inspection.regions, settings.regions),
        ...withDecisions(inspection.indicators, settings.indicators),
      ].filter(({ how }) => how === 'guess' || how === 'none').length
    : 0

  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3 border-b border-line pb-3">
        <StepNav current={step} onGo={go} canGo={inspection !== null} open={open} />
        <Button disabled={isLeaving} onClick={giveUp}>
          {t('wizard.other')}
        </Button>
      </div>
      <h2 ref={head} tabIndex={-1} className="outline-none">
        {t(`steps.${step}.title`)}
      </h2>
      <p className="prose-width mt-1 mb-5 text-sm text-ink-2">{t(`steps.${step}.lead`)}</p>
      {trouble && (
        <Notice tone="danger" role="alert" className="mb-4">
          <p className="[overflow-wrap:anywhere]">
            {trouble.kind === 'file'
              ? t(`file.${trouble.problem.code}`, { ...trouble.problem.params })
              : t(`wizard.${trouble.kind}`)}
          </p>
          {trouble.kind === 'offline' && (
            <Button className="mt-2" onClick={() => void again()}>
              {t('wizard.again')}
            </Button>
          )}
        </Notice>
      )}
      {!inspection && isPending && <Skeleton label={t('wizard.reading', { name: fileName })} />}
      {inspection && (
        <div aria-busy={isPending}>
          {step === 'file' && (
            <StepFile
              inspection={inspection}
              settings={settings}
              isPending={isPending}
              change={change}
              onNext={() => go('names')}
            />
          )}
          {step === 'names' && (
            <StepNames
              inspection={inspection}
              settings={settings}
              areas={areas}
              isPending={isPending}
              change={change}
              note={note}
              onBack={() => go('file')}
              onNext={() => go('check')}
            />
          )}
          {step === 'check' && (
            <StepCheck
              id={id}
              fileName={fileName}
              settings={settings}
              note={note}
              onBack={() => go('names')}
            />
          )}
        </div>
      )}
    </>
  )
}

/** The shape of what is coming while the file is read. */
function Skeleton({ label }: { readonly label: string }) {
  return (
    <div role="status" aria-label={label} className="text-sm text-ink-2">
      <p className="mb-4">{label}</p>
      <div aria-hidden className="grid gap-2">
        {[72, 100, 100, 100, 88].map((width, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars without identity
          <span key={i} className="block h-7 rounded bg-panel" style={{ width: `${width}%` }} />
        ))}
      </div>
    </div>
  )
}
