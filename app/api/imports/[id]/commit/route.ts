import { commitImport } from '@/app/api/imports/carry-out'
import { eventStream } from '@/app/api/imports/event-stream'
import { answerOwn, bodyOf } from '@/app/api/imports/guard'
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
