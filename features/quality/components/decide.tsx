'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useSubmit } from '@/components/ui/use-submit'
import { useRouter } from '@/i18n/navigation'
import { decideAction, removeDecisionAction } from '../actions'
import type { Verdict } from '../schema'

type Props = {
  readonly cell: {
    readonly region: string
    readonly indicator: string
    readonly year: number
    readonly cellVersion: number
    readonly rules: readonly string[]
    /** in the order of the rules */
    readonly fingerprints: readonly string[]
  }
  /** the cell in words */
  readonly name: string
  readonly view: 'open' | 'follow_up' | 'accepted'
  readonly canAccept: boolean
}

const keys = { accepted: 'accept', follow_up: 'follow' } as const

/** Accepts a finding or puts it on the follow-up list, with a reason; or takes that back. */
export function Decide({ cell, name, view, canAccept }: Props) {
  const t = useTranslations('quality')
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const reasonId = useId()
  const [verdict, setVerdict] = useState<Verdict>('accepted')
  const { submit, isPending, refusal, issues, setIssues } = useSubmit(() => {
    dialog.current?.close()
    router.refresh()
  })
  const { rules, fingerprints, ...at } = cell
  const open = (next: Verdict) => {
    setVerdict(next)
    setIssues([])
    dialog.current?.showModal()
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
    submit(() => decideAction({ ...at, rules: [...rules], fingerprints: [...fingerprints], verdict, reason }))
  }
  const reopen = () => {
    const { region, indicator, year } = cell
    submit(() => removeDecisionAction({ region, indicator, year, rules: [...rules] }))
  }
  const problem = issues.length > 0 ? 'invalid' : refusal
  return (
    <div className="needs-script no-print flex flex-wrap gap-1.5 whitespace-nowrap lg:flex-nowrap">
      {view !== 'accepted' && canAccept && (
        <Button
          aria-label={`${t('decide.accept')}: ${name}`}
          disabled={isPending}
          onClick={() => open('accepted')}
        >
          {t('decide.accept')}
        </Button>
      )}
      {view === 'open' && (
        <Button
          aria-label={`${t('decide.follow')}: ${name}`}
          disabled={isPending}
          onClick={() => open('follow_up')}
        >
          {t('decide.follow')}
        </Button>
      )}
      {view !== 'open' && (
        <Button
          aria-label={`${t(view === 'accepted' ? 'decide.reopenAccepted' : 'decide.reopen')}: ${name}`}
          disabled={isPending}
          onClick={reopen}
        >
          {t(view === 'accepted' ? 'decide.reopenAccepted' : 'decide.reopen')}
        </Button>
      )}
      {problem && !dialog.current?.open && (
        <Notice tone="danger" role="alert">
          {t(`refusal.${problem}`)}
        </Notice>
      )}
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="w-[min(32rem,94vw)] whitespace-normal rounded border border-line p-5 text-sm"
      >
        <form onSubmit={onSubmit} noValidate>
          <h2 id={titleId}>{t(`decide.${keys[verdict]}Title`)}</h2>
          <p className="mt-1 text-ink-2">{name}</p>
          <p className="mt-3">{t(`decide.${keys[verdict]}Text`)}</p>
          <label htmlFor={reasonId} className="mt-3 mb-1 block font-medium">
            {t('decide.reason')}
          </label>
          <textarea
            id={reasonId}
            name="reason"
            rows={3}
            maxLength={2000}
            className={inputClass}
            aria-invalid={problem ? true : undefined}
          />
          {problem && (
            <Notice tone="danger" role="alert" className="mt-3">
              {t(`refusal.${problem}`)}
            </Notice>
          )}
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <Button onClick={() => dialog.current?.close()}>{t('decide.cancel')}</Button>
            <Button type="submit" tone="primary" disabled={isPending}>
              {t(`decide.${keys[verdict]}Submit`)}
            </Button>
          </div>
        </form>
      </dialog>
    </div>
  )
}
