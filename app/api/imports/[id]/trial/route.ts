import { tryImport } from '@/app/api/imports/carry-out'
import { eventStream } from '@/app/api/imports/event-stream'
import { answerOwn, bodyOf } from '@/app/api/own-request'
import type { ImportSettings } from '@/features/imports/schema'
import { currentActor } from '@/server/session'

type Context = { readonly params: Promise<{ id: string }> }

/** The dry run under `{settings}`: it tells how far it is (`ImportEvent`, a line each). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  return answerOwn(request, async () => {
    const actor = await currentActor()
    const settings = (await bodyOf(request)).settings as ImportSettings
    return eventStream(request, (send) => tryImport(actor, id, settings, send))
  })
}
