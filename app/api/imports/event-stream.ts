import { errorSentence } from '@/app/api/answer'
import type { ImportEvent } from '@/features/imports/schema'
import { logError } from '@/server/log'

/** Says how far the work is. It throws when nobody listens any more, and so ends the work where it stands. */
export type Send = (event: ImportEvent) => Promise<void>

export const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

/** An answer that tells of its making: one JSON object a line, the last one is the outcome. */
export function eventStream(request: Request, work: (send: Send) => Promise<ImportEvent>): Response {
  const encoder = new TextEncoder()
  let isGone = false
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const enqueue = (event: ImportEvent) => controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`))
      const send: Send = async (event) => {
        if (isGone || request.signal.aborted) throw new DOMException('the reader has gone', 'AbortError')
        enqueue(event)
        // The next step may keep the thread busy: the line leaves first.
        await new Promise((resolve) => setImmediate(resolve))
      }
      const outcome = await work(send).catch((error: unknown): ImportEvent | null => {
        if (isAbort(error)) return null
        const message = errorSentence(request, error)
        // The headers have left: nobody else hears of it.
        if (message === null) logError('an import ended in an error', error)
        return { kind: 'error', message }
      })
      if (!outcome || isGone) return
      enqueue(outcome)
      controller.close()
    },
    cancel() {
      isGone = true
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  })
}
