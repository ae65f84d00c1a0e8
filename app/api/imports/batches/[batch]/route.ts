import type { NextRequest } from 'next/server'
import { answer } from '@/app/api/answer'
import { answerOwn } from '@/app/api/own-request'
import { undoBatch } from '@/features/batches/mutations'
import { previewUndo } from '@/features/batches/queries'
import type { UndoEffect } from '@/features/imports/schema'
import { listIndicators } from '@/features/indicators/queries'
import { listRegions } from '@/features/regions/queries'
import { pick } from '@/lib/bilingual'
import { currentActor } from '@/server/session'

type Context = { readonly params: Promise<{ batch: string }> }

/** What undoing an import would do: `?lang=zh`. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { batch } = await params
  return answer(request, async () => {
    const actor = await currentActor()
    const locale = request.nextUrl.searchParams.get('lang') === 'zh' ? 'zh' : 'en'
    const [preview, regions, indicators] = await Promise.all([
      previewUndo(actor, { batchId: batch }),
      listRegions(actor, {}),
      listIndicators(actor, {}),
    ])
    const names = (rows: readonly { readonly code: string; readonly name: { en: string; zh: string } }[]) =>
      new Map(rows.map(({ code, name }) => [code, pick(name, locale)]))
    const [regionNames, indicatorNames] = [names(regions), names(indicators)]
    return Response.json({
      cells: preview.refusal === null ? preview.restored : 0,
      kept: preview.keptCells.map(({ region, indicator, year }) => ({
        region: regionNames.get(region) ?? region,
        indicator: indicatorNames.get(indicator) ?? indicator,
        year,
      })),
      keptCount: preview.kept,
    } satisfies UndoEffect)
  })
}

/** Undoes an import as a whole. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const { batch } = await params
  return answerOwn(request, async () => {
    const outcome = await undoBatch(await currentActor(), { batchId: batch })
    return Response.json(outcome, { status: outcome.ok ? 200 : 409 })
  })
}
