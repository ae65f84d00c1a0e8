import type { NextRequest } from 'next/server'
import { answer } from '@/app/api/answer'
import type { NameChoice } from '@/features/imports/schema'
import { listIndicators } from '@/features/indicators/queries'
import { listRegions } from '@/features/regions/queries'
import { pick } from '@/lib/bilingual'
import { currentActor } from '@/server/session'

/** All regions and indicators by name, for where a name of a file has to be given one: `?lang=zh`. */
export async function GET(request: NextRequest): Promise<Response> {
  return answer(request, async () => {
    const actor = await currentActor()
    const locale = request.nextUrl.searchParams.get('lang') === 'zh' ? 'zh' : 'en'
    const [regions, indicators] = await Promise.all([listRegions(actor, {}), listIndicators(actor, {})])
    const choices = (rows: readonly { readonly code: string; readonly name: { en: string; zh: string } }[]) =>
      rows.map(({ code, name }): NameChoice => ({ code, name: pick(name, locale) }))
    return Response.json({ regions: choices(regions), indicators: choices(indicators) })
  })
}
