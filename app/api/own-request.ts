import { answer } from '@/app/api/answer'
import { AppError } from '@/lib/errors'

/**
 * Refuses what a page of somebody else sends. Route handlers have no guard of their own, unlike server actions; the
 * browser says where a request comes from.
 */
function demandOwnPage(request: Request): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const isForeign = origin !== null && URL.parse(origin)?.host !== request.headers.get('host')
  if (isForeign || (site !== null && site !== 'same-origin' && site !== 'none'))
    throw new AppError('forbidden')
}

/** Answers to a request that changes something or costs much, when it comes from a page of ours. */
export function answerOwn(request: Request, work: () => Promise<Response>): Promise<Response> {
  return answer(request, async () => {
    demandOwnPage(request)
    return work()
  })
}

/**
 * The body of a request, or null when it is longer than allowed: then the rest is not even read.
 *
 * @param most in bytes
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const blocks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.byteLength
    if (length > most) {
      await reader?.cancel()
      return null
    }
    blocks.push(next.value)
  }
  const body = new Uint8Array(length)
  let at = 0
  for (const block of blocks) {
    body.set(block, at)
    at += block.byteLength
  }
  return body
}

/** Settings of a file with tens of thousands of names are some megabytes. */
const mostJsonBytes = 16 * 1024 * 1024

/** The JSON that a request brings. */
export async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBody(request, mostJsonBytes)
  if (!bytes) throw new AppError('tooLarge')
  const body = jsonOf(new TextDecoder().decode(bytes))
  if (typeof body !== 'object' || body === null) throw new AppError('badRequest')
  return { ...body }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The codes of all counties and indicators fit several times over. */
const mostFormBytes = 4 * 1024 * 1024

/** The fields of a form that a request brings. */
export async function formOf(request: Request): Promise<FormData> {
  const bytes = await readBody(request, mostFormBytes)
  if (!bytes) throw new AppError('tooLarge')
  const type = request.headers.get('content-type') ?? ''
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new AppError('badRequest')
  })
}
