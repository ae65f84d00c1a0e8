import type { NextRequest } from 'next/server'
import { answer } from '@/app/api/answer'
import { getCellRecord } from '@/features/entry/queries'
import { parseCodes } from '@/lib/selection'
import { currentActor } from '@/server/session'

/**
 * What is known of one cell: its series, the regions beside it, documents, comments and every state it has had, newest
 * first. `?region=CN-GD&indicator=ST01&year=2022&peers=CN-JS,CN-ZJ`
 */
export function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams
  const peers = query.get('peers')
  return answer(request, async () =>
    Response.json(
      await getCellRecord(await currentActor(), {
        region: query.get('region') ?? '',
        indicator: query.get('indicator') ?? '',
        year: Number(query.get('year')),
        ...(peers === null ? {} : { peers: parseCodes(peers).slice(0, 100) }),
      }),
    ),
  )
}
