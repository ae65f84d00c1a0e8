import { answerOwn, bodyOf } from '@/app/api/own-request'
import { beginUpload } from '@/features/uploads/queries'
import { currentActor } from '@/server/session'
import { refusalResponse } from './guard'

/** Announces a file: `{fileName, size}`. Its parts follow at `/api/imports/ID?from=BYTE`. */
export async function POST(request: Request): Promise<Response> {
  return answerOwn(request, async () => {
    const { fileName, size } = await bodyOf(request)
    const outcome = await beginUpload(await currentActor(), {
      fileName: String(fileName ?? ''),
      size: Number(size),
    })
    return outcome.ok ? Response.json({ id: outcome.value }, { status: 201 }) : refusalResponse(outcome)
  })
}
