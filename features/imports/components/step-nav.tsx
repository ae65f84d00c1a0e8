'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'

export const steps = ['file', 'names', 'check'] as const
export type StepName = (typeof steps)[number]

type Props = {
  readonly current: StepName
  readonly onGo: (step: StepName) => void
  readonly canGo: boolean
  /** names that wait for a decision */
  readonly open: number
}

/** Where one is on the way in, and the way back and forth. */
export function StepNav({ current, onGo, canGo, open }: Props) {
  const t = useTranslations('imports.steps')
  return (
    <nav aria-label={t('label')}>
      <ol className="flex flex-wrap gap-x-1 gap-y-2 text-sm">
        {steps.map((step, i) => (
          <li key={step} className="flex items-center gap-1">
            {i > 0 && (
              <span aria-hidden className="text-ink-3">
                →
              </span>
            )}
            <button
              type="button"
              disabled={!canGo && step !== 'file'}
              aria-current={step === current ? 'step' : undefined}
              onClick={() => onGo(step)}
              className={clsx(
                'inline-flex min-h-9 items-center gap-1.5 rounded px-2',
                step === current ? 'font-semibold text-ink' : 'text-ink-2 hover:text-ink',
              )}
            >
              <span
                aria-hidden
                className={clsx(
                  'inline-flex size-5 items-center justify-center rounded-full text-xs',
                  step === current ? 'bg-accent text-accent-ink' : 'border border-line-strong',
                )}
              >
                {i + 1}
              </span>
              {t(`${step}.name`)}
              {step === 'names' && open > 0 && (
                <span className="rounded bg-warning-soft px-1.5 text-xs text-warning">
                  {t('open', { count: open })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
