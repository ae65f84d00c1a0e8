import { answer } from '@/app/api/answer'
import { commitImport, endOfCommit } from '@/app/api/imports/carry-out'
import { eventStream } from '@/app/api/imports/event-stream'
import { answerOwn, bodyOf } from '@/app/api/own-request'
import { currentActor } from '@/server/session'

type Context = { readonly params: Promise<{ id: string }> }

/** Writes what the dry run `{key}` showed. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  return answerOwn(request, async () => {
    const actor = await currentActor()
    const { key } = await bodyOf(request)
    return eventStream(request, (send) => commitImport(actor, id, String(key), send))
  })
}

/** How the import of the dry run `?key=` ended (`CommitEnd`), for a page that lost the line to it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  return answer(request, async () => {
    const key = new URL(request.url).searchParams.get('key') ?? ''
    return Response.json(await endOfCommit(await currentActor(), id, key), {
      headers: { 'cache-control': 'no-store' },
    })
  })
}
