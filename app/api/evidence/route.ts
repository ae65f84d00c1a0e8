import type { NextRequest } from 'next/server'
import { answerOwn, readBody } from '@/app/api/own-request'
import { addEvidence } from '@/features/evidence/mutations'
import { mostEvidenceBytes } from '@/features/evidence/schema'
import { AppError } from '@/lib/errors'
import { currentActor } from '@/server/session'

/**
 * Attaches a document to a cell: `?region=&indicator=&year=&title=&day=&link=&file=NAME` with the file itself as the
 * body, without any when `file` is left out. A refusal that was to be expected is an answer like others, with
 * `ok: false`.
 */
export function POST(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams
  return answerOwn(request, async () => {
    if (request.headers.get('content-type') !== 'application/octet-stream') throw new AppError('badRequest')
    const name = query.get('file')
    const content = name === null ? null : await readBody(request, mostEvidenceBytes)
    if (name !== null && content === null) {
      return Response.json({ ok: false, reason: 'file', problem: 'tooLarge' })
    }
    const outcome = await addEvidence(await currentActor(), {
      region: query.get('region') ?? '',
      indicator: query.get('indicator') ?? '',
      year: Number(query.get('year')),
      title: query.get('title') ?? '',
      documentDay: query.get('day') || null,
      link: query.get('link') || null,
      file: name !== null && content ? { name, content } : null,
    })
    return Response.json(outcome, { status: outcome.ok ? 201 : 200 })
  })
}
