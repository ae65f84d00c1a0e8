import type { NextRequest } from 'next/server'
import { answer } from '@/app/api/answer'
import { gone } from '@/app/api/imports/guard'
import { cellTextOf, fateRow, findTrial, observed } from '@/app/api/imports/trials'
import type { FateLine, FatePage } from '@/features/imports/schema'
import { listIndicators } from '@/features/indicators/queries'
import type { IndicatorInfo } from '@/features/indicators/schema'
import { rowFates } from '@/features/observations/schema'
import { listRegions } from '@/features/regions/queries'
import { findUpload } from '@/features/uploads/queries'
import { pick } from '@/lib/bilingual'
import { currentActor } from '@/server/session'

type Written = Pick<IndicatorInfo, 'name' | 'unit' | 'decimals'> & { readonly kind: string }

type Context = { readonly params: Promise<{ id: string }> }

const pageSize = 100

/** A hundred lines of a dry run: `?key=&fate=new|…|all&page=1&lang=zh`. Status 410 when it is no longer held. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { id } = await params
  return answer(request, async () => {
    const actor = await currentActor()
    const query = request.nextUrl.searchParams
    const trial = (await findUpload(actor, { id })) && findTrial(id, query.get('key') ?? '')
    if (!trial) return gone()
    const fate = rowFates.find((one) => one === query.get('fate')) ?? 'all'
    const entries = trial.entries[fate]
    const start = Math.max(0, Math.trunc(Number(query.get('page') ?? 1)) - 1 || 0) * pageSize
    const locale = query.get('lang') === 'zh' ? 'zh' : 'en'
    const [regions, indicators] = await Promise.all([listRegions(actor, {}), listIndicators(actor, {})])
    // What is only in the file has a name too.
    const { newRegions, newIndicators } = trial.reading
    const regionNames = new Map(
      [...newRegions, ...regions].map(({ code, name }) => [code, pick(name, locale)] as const),
    )
    const known = new Map<string, Written>(
      [
        ...newIndicators.map(({ code, name, unit }) => ({ code, name, unit, kind: 'numeric', decimals: 2 })),
        ...indicators,
      ].map((indicator) => [indicator.code, indicator]),
    )
    const rows = Array.from(entries.subarray(start, start + pageSize), (entry): FateLine => {
      const row = fateRow(trial, entry)
      const indicator = known.get(row.indicator)
      return {
        ...row,
        regionName: regionNames.get(row.region) ?? row.region,
        indicatorName: indicator ? pick(indicator.name, locale) : row.indicator,
        unit: indicator && indicator.kind !== 'milestone' ? pick(indicator.unit, locale) : '',
        decimals: indicator?.decimals ?? 2,
        cellText: cellTextOf(row),
        ...(trial.pack ? { issued: observed(trial.pack.issued[entry]) } : {}),
      }
    })
    return Response.json({ total: entries.length, rows } satisfies FatePage)
  })
}
