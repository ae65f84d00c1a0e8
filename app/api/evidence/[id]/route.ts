import { answer } from '@/app/api/answer'
import { attachment } from '@/app/api/attachment'
import { getEvidenceFile } from '@/features/evidence/queries'
import { AppError } from '@/lib/errors'
import { currentActor } from '@/server/session'

type Context = { readonly params: Promise<{ id: string }> }

/** The file of a document. It comes from anybody: it is kept, never opened as a page (next.config.js has its policy). */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async () => {
    const { id } = await params
    if (!/^\d{1,10}$/.test(id)) throw new AppError('notFound')
    const { name, mediaType, content } = await getEvidenceFile(await currentActor(), { id: Number(id) })
    const plain = `evidence-${id}${/\.[A-Za-z]{1,5}$/.exec(name)?.[0] ?? ''}`
    return new Response(new Uint8Array(content), {
      headers: {
        'content-type': mediaType,
        'content-length': String(content.byteLength),
        'content-disposition': attachment(plain, name),
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      },
    })
  })
}
