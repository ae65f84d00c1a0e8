'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from '@/i18n/navigation'
import type { FieldIssue } from '@/lib/result'
import { Button, buttonClass } from './button'
import { Notice } from './notice'

type Props = {
  readonly issues: readonly FieldIssue[]
  /** why nothing was saved, when it was no field's fault */
  readonly refusal: string | null
  readonly isPending: boolean
  readonly submit: string
  readonly cancelHref: string
  /** what stands at the far end, such as a button that deletes */
  readonly children?: ReactNode
}

/** The end of a form: what went wrong, and the buttons. A refusal puts the focus on the first marked field. */
export function FormFoot({ issues, refusal, isPending, submit, cancelHref, children }: Props) {
  const t = useTranslations('form')
  const foot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (issues.length === 0) return
    foot.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [issues])
  return (
    <div ref={foot} className="sm:col-span-2">
      {(refusal || issues.length > 0) && (
        <Notice tone="danger" role="alert" className="mb-3">
          {refusal ?? t('mend')}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" disabled={isPending}>
          {isPending ? t('saving') : submit}
        </Button>
        <Link href={cancelHref} className={buttonClass()}>
          {t('cancel')}
        </Link>
        {children}
      </div>
    </div>
  )
}
