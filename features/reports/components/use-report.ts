'use client'

import { useRef, useState } from 'react'
import type { ReportEvent, ReportStage } from '../schema'

type Made = Omit<Extract<ReportEvent, { kind: 'made' }>, 'kind'>

export type Making =
  | { readonly state: 'idle' | 'cancelled' }
  | { readonly state: 'making'; readonly stage: ReportStage; readonly done: number; readonly total: number }
  | ({ readonly state: 'made' } & Made)
  /** message: what the server said; null = it did not answer to the end */
  | { readonly state: 'failed'; readonly message: string | null }

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

/** The browser fetches the finished file like any other download. */
export function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}

/** Has a report made, follows the making, and downloads the file. What was chosen stays in every case. */
export function useReport() {
  const [making, setMaking] = useState<Making>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)

  const follow = async (asked: Record<string, string>, signal: AbortSignal): Promise<Making> => {
    const response = await fetch('/api/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
      signal,
    })
    if (!response.ok || !response.body)
      return { state: 'failed', message: response.status < 500 ? await response.text() : null }
    for await (const line of linesOf(response.body)) {
      const event: ReportEvent = JSON.parse(line)
      if (event.kind === 'refused') return { state: 'failed', message: event.message }
      if (event.kind === 'made') {
        const { kind, ...made } = event
        return { state: kind, ...made }
      }
      setMaking({ state: 'making', stage: event.stage, done: event.done, total: event.total })
    }
    return { state: 'failed', message: null }
  }

  const make = async (asked: Record<string, string>) => {
    const controller = new AbortController()
    running.current = controller
    setMaking({ state: 'making', stage: 'data', done: 0, total: 1 })
    try {
      const end = await follow(asked, controller.signal)
      setMaking(end)
      if (end.state === 'made') download(end.address)
    } catch {
      setMaking(controller.signal.aborted ? { state: 'cancelled' } : { state: 'failed', message: null })
    } finally {
      running.current = null
    }
  }

  return { making, make, cancel: () => running.current?.abort() }
}
