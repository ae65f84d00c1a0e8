'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { pick } from '@/lib/bilingual'
import type { RuleTrial } from '../schema'

type Props = { readonly expression: string; readonly canTry: boolean; readonly locale: string }

type State =
  | { readonly kind: 'idle' | 'running' | 'failed' }
  | { readonly kind: 'done'; readonly of: string; readonly trial: RuleTrial }

/** Says how a condition does on the data, before it becomes a rule. */
export function RuleTry({ expression, canTry, locale }: Props) {
  const t = useTranslations('quality.ruleForm')
  const [state, setState] = useState<State>({ kind: 'idle' })
  const run = async () => {
    setState({ kind: 'running' })
    try {
      const response = await fetch(`/api/v1/checks/try?${new URLSearchParams({ expression })}`)
      if (!response.ok) throw new Error(String(response.status))
      const trial: RuleTrial = await response.json()
      setState({ kind: 'done', of: expression, trial })
    } catch {
      setState({ kind: 'failed' })
    }
  }
  const trial = state.kind === 'done' && state.of === expression ? state.trial : null
  return (
    <div className="grid justify-items-start gap-2">
      <Button disabled={!canTry || state.kind === 'running'} onClick={run}>
        {t(state.kind === 'running' ? 'trying' : 'try')}
      </Button>
      <div role="status" className="text-sm">
        {state.kind === 'failed' && t('tryFailed')}
        {trial && (
          <>
            <p>
              {t('tried', {
                all: trial.holds + trial.fails + trial.unknown,
                holds: trial.holds,
                fails: trial.fails,
                unknown: trial.unknown,
              })}
            </p>
            {trial.examples.length > 0 && (
              <p className="mt-1 text-ink-2">
                {t('failsIn')}{' '}
                {trial.examples
                  .map(({ region, year }) =>
                    t('example', { region: pick(region, locale), year: String(year) }),
                  )
                  .join(' · ')}
                {trial.fails > trial.examples.length && ' …'}
              </p>
            )}
          </>
        )}
      </div>
    </div>
  )
}
