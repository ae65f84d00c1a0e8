'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { FileProblem, ImportSettings, Inspection } from '../schema'
import { send } from './send'

type Inspected =
  | { readonly ok: true; readonly value: Inspection }
  | { readonly ok: false; readonly reason: 'file'; readonly problem: FileProblem }
  | { readonly ok: false; readonly reason: 'gone' }

export type View = {
  /** the last inspection that worked; it stays while another is made */
  readonly inspection: Inspection | null
  readonly trouble:
    | { readonly kind: 'file'; readonly problem: FileProblem }
    | { readonly kind: 'gone' | 'offline' }
    | null
  readonly isPending: boolean
}

const pauseMilliseconds = 250

export type Change = (settings: ImportSettings) => ImportSettings

/** What was said about a file and how it is understood under that: every change is inspected anew and kept. */
export function useImport(id: string, first: ImportSettings) {
  const [settings, setSettings] = useState(first)
  const [view, setView] = useState<View>({ inspection: null, trouble: null, isPending: true })
  const running = useRef<AbortController | null>(null)
  const latest = useRef(first)

  const inspect = useCallback(
    async (asked: ImportSettings) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      setView((before) => ({ ...before, isPending: true }))
      // Decisions come one after the other: the last one of a moment is looked at.
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds))
      if (controller.signal.aborted) return
      const address = `/api/imports/${id}/inspection`
      const answer = await send<Inspected>('POST', address, { settings: asked }, controller.signal)
      if (controller.signal.aborted) return
      const failed = (trouble: View['trouble']) =>
        setView(({ inspection }) => ({ inspection, trouble, isPending: false }))
      if (answer.state === 'offline') return failed({ kind: 'offline' })
      const { body } = answer
      if (body.ok) return setView({ inspection: body.value, trouble: null, isPending: false })
      failed(body.reason === 'file' ? { kind: 'file', problem: body.problem } : { kind: 'gone' })
    },
    [id],
  )

  useEffect(() => {
    void inspect(latest.current)
    return () => running.current?.abort()
  }, [inspect])

  /** Says something that changes how the file is understood. */
  const change = useCallback(
    (make: Change) => {
      latest.current = make(latest.current)
      setSettings(latest.current)
      void inspect(latest.current)
    },
    [inspect],
  )

  /** Says something that the values do not depend on. */
  const note = useCallback(
    (make: Change) => {
      latest.current = make(latest.current)
      setSettings(latest.current)
      void send('PATCH', `/api/imports/${id}`, { settings: latest.current })
    },
    [id],
  )

  const again = useCallback(() => inspect(latest.current), [inspect])
  return { settings, view, change, note, again }
}
