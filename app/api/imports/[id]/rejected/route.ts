import type { NextRequest } from 'next/server'
import { answer } from '@/app/api/answer'
import { attachment } from '@/app/api/attachment'
import { gone } from '@/app/api/imports/guard'
import { rejectedFile, rejectedName } from '@/app/api/imports/rejected'
import { findTrial } from '@/app/api/imports/trials'
import { findUpload } from '@/features/uploads/queries'
import { currentActor } from '@/server/session'

type Context = { readonly params: Promise<{ id: string }> }

/** The rejected rows of a dry run with the reasons as XLSX: `?key=&lang=zh`. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { id } = await params
  return answer(request, async () => {
    const query = request.nextUrl.searchParams
    const lang = query.get('lang') === 'zh' ? 'zh' : 'en'
    const upload = await findUpload(await currentActor(), { id })
    const trial = findTrial(id, query.get('key') ?? '')
    if (!upload || !trial) return gone()
    const bytes = await rejectedFile(trial, upload, lang)
    if (!bytes) return gone()
    return new Response(bytes, {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-length': String(bytes.byteLength),
        'content-disposition': attachment('rejected.xlsx', rejectedName(upload.fileName, lang)),
        'cache-control': 'private, no-store',
      },
    })
  })
}
