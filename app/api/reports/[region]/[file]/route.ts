import type { NextRequest } from 'next/server'
import { answer } from '@/app/api/answer'
import { makeReport } from '@/app/api/reports/make'
import { problemResponse } from '@/app/api/reports/problem'
import { type ReportFormat, reportFormats, reportRequestSchema } from '@/features/reports/schema'
import { currentActor } from '@/server/session'

const types: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type Context = { readonly params: Promise<{ region: string; file: string }> }

const quiet = async () => undefined

/** The report of a region and year as a file: `/api/reports/CN-GD/2019.pdf?lang=zh&peers=CN-JS,CN-ZJ`. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { region: code, file } = await params
  const query = request.nextUrl.searchParams
  const asked = {
    region: code,
    year: file.split('.')[0] ?? '',
    format: file.slice(file.indexOf('.') + 1),
    lang: query.get('lang') ?? 'en',
    peers: query.get('peers') ?? undefined,
  }
  const lang = asked.lang === 'zh' ? 'zh' : 'en'
  if (asked.lang !== lang) return problemResponse('unknownLanguage', lang)
  if (!reportFormats.some((format) => format === asked.format)) return problemResponse('unknownFormat', lang)
  const parsed = reportRequestSchema.safeParse(asked)
  if (!parsed.success) return problemResponse('unknownRequest', lang)
  return answer(request, async () => {
    const outcome = await makeReport(await currentActor(), parsed.data, quiet)
    if (!outcome.ok) return problemResponse(outcome.reason, lang, asked)
    const { name, bytes } = outcome.value
    const { region, year, format } = parsed.data
    const plain = `pentad-${region.replaceAll(/[^\w.-]/g, '_')}-${year}.${format}`
    return new Response(bytes, {
      headers: {
        'content-type': types[format],
        'content-length': String(bytes.byteLength),
        'content-language': lang === 'zh' ? 'zh-CN' : 'en',
        'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'private, no-store',
      },
    })
  })
}
