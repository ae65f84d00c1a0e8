import type { NextRequest } from 'next/server'
import { type ReportEvent, reportAddress, reportRequestSchema } from '@/features/reports/schema'
import { currentActor } from '@/server/session'
import { makeReport } from './make'
import { problemResponse, problemSentence } from './problem'

const languageOf = (asked: unknown) =>
  typeof asked === 'object' && asked !== null && 'lang' in asked && asked.lang === 'zh' ? 'zh' : 'en'

/** Where a form without scripts goes: on to the file itself. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const parsed = reportRequestSchema.safeParse(asked)
  if (!parsed.success) return problemResponse('unknownRequest', languageOf(asked))
  return new Response(null, { status: 303, headers: { location: reportAddress(parsed.data) } })
}

/**
 * Makes a report and tells how far it is: one JSON object a line (`ReportEvent`), the last one with the file's address.
 * When the reader goes away, the making ends at its next step.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const asked: unknown = await request.json().catch(() => null)
  const parsed = reportRequestSchema.safeParse(asked)
  if (!parsed.success) return problemResponse('unknownRequest', languageOf(asked))
  const { lang, region, year } = parsed.data
  const encoder = new TextEncoder()
  let isGone = false
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (event: ReportEvent) => controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`))
      const outcome = await makeReport(await currentActor(), parsed.data, async (stage, done, total) => {
        if (isGone || request.signal.aborted) throw new DOMException('the reader has gone', 'AbortError')
        send({ kind: 'stage', stage, done, total })
        // The next step may keep the thread busy: the line leaves first.
        await new Promise((resolve) => setImmediate(resolve))
      }).catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') return null
        throw error
      })
      if (!outcome || isGone) return
      if (outcome.ok) {
        const { name, bytes, isUniversal } = outcome.value
        const address = reportAddress(parsed.data)
        send({ kind: 'made', address, name, bytes: bytes.byteLength, isUniversal })
      } else {
        send({
          kind: 'refused',
          message: problemSentence(outcome.reason, lang, { region, year: String(year) }),
        })
      }
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
