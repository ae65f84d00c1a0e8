import type { NextRequest } from 'next/server'
import { answer } from '@/app/api/answer'
import { listCellRevisions } from '@/features/observations/queries'
import { currentActor } from '@/server/session'

/** Every state of one cell, newest first: `?region=CN-GD&indicator=ST01&year=2022`. */
export function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams
  return answer(request, async () => {
    const revisions = await listCellRevisions(await currentActor(), {
      region: query.get('region') ?? '',
      indicator: query.get('indicator') ?? '',
      year: Number(query.get('year')),
    })
    return Response.json({ revisions })
  })
}
