import type { NextRequest } from 'next/server'
import { answer } from '@/app/api/answer'
import { readExport } from '@/features/exports/queries'
import { exportFormats, formatFacts, selectionSchema } from '@/features/exports/schema'
import { AppError } from '@/lib/errors'
import { currentActor } from '@/server/session'
import { sheetWords } from './sheet-words'

/**
 * Observations as a file: `?format=xlsx&region=CN-GD&region=CN-JS&indicator=ST01&from=2010&to=2020&status=P&lang=zh`.
 * `region`, `indicator` and `status` may stand several times or hold several codes with commas; without them it is all.
 */
export function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams
  const codes = (name: string) => query.getAll(name).flatMap((text) => text.split(',').filter(Boolean))
  const year = (name: string) => (query.get(name) ? Number(query.get(name)) : undefined)
  return answer(request, async () => {
    const format = exportFormats.find((known) => known === (query.get('format') ?? 'csv'))
    const selection = selectionSchema.safeParse({
      regions: codes('region'),
      indicators: codes('indicator'),
      statuses: codes('status'),
      from: year('from'),
      to: year('to'),
    })
    if (!format || !selection.success) throw new AppError('badRequest')
    const words = sheetWords(query.get('lang') === 'zh' ? 'zh' : 'en')
    const file = await readExport(await currentActor(), { ...selection.data, format, words })
    if (!file) throw new AppError('notFound')
    const { ending, mediaType } = formatFacts[format]
    return new Response(file.stream, {
      headers: {
        'content-type': mediaType,
        'content-length': String(file.bytes),
        'content-disposition': `attachment; filename="pentad-observations${ending}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}
