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

/** Answers to a request that changes something, when it comes from a page of ours. */
export function answerOwn(request: Request, work: () => Promise<Response>): Promise<Response> {
  return answer(request, async () => {
    demandOwnPage(request)
    return work()
  })
}

/** The JSON that a request brings. */
export async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const body: unknown = await request.json().catch(() => null)
  if (typeof body !== 'object' || body === null) throw new AppError('badRequest')
  return { ...body }
}

const statuses = { tooLarge: 413, diskFull: 507, gone: 410, outOfStep: 409 } as const

/** A refusal with the status that fits it. */
export function refusalResponse(refusal: {
  readonly ok: false
  readonly reason: keyof typeof statuses
}): Response {
  return Response.json(refusal, { status: statuses[refusal.reason] })
}

export const gone = () => refusalResponse({ ok: false, reason: 'gone' })
