'use client'

import { useRef, useState } from 'react'
import { send } from './send'

export type Uploading =
  | { readonly state: 'idle' | 'cancelled' }
  | { readonly state: 'sending'; readonly name: string; readonly sent: number; readonly size: number }
  | { readonly state: 'failed'; readonly reason: 'tooLarge' | 'diskFull' | 'gone' | 'offline' | 'forbidden' }

type Refused = {
  readonly reason?: 'tooLarge' | 'diskFull' | 'gone' | 'outOfStep'
  readonly received?: number
}

/** Small enough that progress is seen, large enough that a fast network is used. */
const partSize = 4 * 1024 * 1024
const mostAttempts = 5

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Sends a file in parts, so that a broken connection costs one part, and nothing has to hold a file whole. */
export function useUpload(onDone: (id: string) => void) {
  const [uploading, setUploading] = useState<Uploading>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)

  const sendParts = async (id: string, file: File, signal: AbortSignal): Promise<Uploading | null> => {
    let sent = 0
    let attempts = 0
    while (sent < file.size) {
      setUploading({ state: 'sending', name: file.name, sent, size: file.size })
      const part = file.slice(sent, sent + partSize)
      const response = await fetch(`/api/imports/${id}?from=${sent}`, {
        method: 'PUT',
        body: part,
        signal,
      }).catch(() => null)
      if (signal.aborted) return { state: 'cancelled' }
      const body: Refused | null = await response?.json().catch(() => null)
      if (response?.ok && body?.received !== undefined) {
        sent = body.received
        attempts = 0
        continue
      }
      if (body?.reason && body.reason !== 'outOfStep') return { state: 'failed', reason: body.reason }
      if (body?.received !== undefined) sent = body.received
      attempts++
      if (attempts === mostAttempts) return { state: 'failed', reason: 'offline' }
      await pause(300 * 2 ** attempts)
    }
    return null
  }

  const start = async (file: File) => {
    const controller = new AbortController()
    running.current?.abort()
    running.current = controller
    setUploading({ state: 'sending', name: file.name, sent: 0, size: file.size })
    const begun = await send<{ id?: string } & Refused>(
      'POST',
      '/api/imports',
      { fileName: file.name, size: file.size },
      controller.signal,
    )
    if (begun.state === 'offline') return setUploading({ state: 'failed', reason: 'offline' })
    const { id, reason } = begun.body
    if (!id) {
      const known = reason === 'tooLarge' || reason === 'diskFull' ? reason : 'forbidden'
      return setUploading({ state: 'failed', reason: known })
    }
    const end = await sendParts(id, file, controller.signal)
    if (!end) return onDone(id)
    setUploading(end)
    void send('DELETE', `/api/imports/${id}`, undefined)
  }

  const cancel = () => {
    running.current?.abort()
    setUploading({ state: 'cancelled' })
  }
  return { uploading, start, cancel }
}
