'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportSettings } from '../schema'
import { follow, type Outcome, type Progress, settled } from './send'

export type Running =
  | { readonly state: 'running'; readonly what: 'trial' | 'commit'; readonly progress: Progress }
  | { readonly state: 'ended'; readonly what: 'trial' | 'commit'; readonly outcome: Outcome }

const begin = (what: 'trial' | 'commit'): Running => ({
  state: 'running',
  what,
  progress: { stage: what === 'trial' ? 'read' : 'write', done: 0, total: 0 },
})

/** The dry run, which starts by itself, and the import that follows it. */
export function useTrial(id: string, first: ImportSettings) {
  const [running, setRunning] = useState<Running>(begin('trial'))
  const controller = useRef<AbortController | null>(null)
  const settings = useRef(first)

  const carryOut = useCallback(
    async (
      what: 'trial' | 'commit',
      body: unknown,
      settle = async (end: Outcome): Promise<Outcome> => end,
    ) => {
      controller.current?.abort()
      const own = new AbortController()
      controller.current = own
      setRunning(begin(what))
      const end = await follow(`/api/imports/${id}/${what}`, body, own.signal, (progress) => {
        if (!own.signal.aborted) setRunning({ state: 'running', what, progress })
      })
      const outcome = controller.current === own ? await settle(end) : end
      // Another run has taken its place, or the page is gone: its end is nobody's any more.
      if (controller.current !== own) return outcome
      setRunning({ state: 'ended', what, outcome })
      return outcome
    },
    [id],
  )

  const tryAgain = useCallback(
    (next: ImportSettings) => {
      settings.current = next
      return carryOut('trial', { settings: next })
    },
    [carryOut],
  )

  useEffect(() => {
    void tryAgain(settings.current)
    return () => {
      controller.current?.abort()
      controller.current = null
    }
  }, [tryAgain])

  const commit = useCallback(
    (key: string) => carryOut('commit', { key }, (end) => settled(id, key, end)),
    [carryOut, id],
  )
  return { running, tryAgain, commit, cancel: () => controller.current?.abort() }
}
