import type { NextRequest } from 'next/server'
import { answerOwn, bodyOf } from '@/app/api/own-request'
import type { ImportSettings } from '@/features/imports/schema'
import { addPart, dropUpload, keepSettings } from '@/features/uploads/queries'
import { currentActor } from '@/server/session'
import { refusalResponse } from '../guard'
import { forgetTrial } from '../trials'

type Context = { readonly params: Promise<{ id: string }> }

/** The next part of a file, `?from=` the byte that it begins at. */
export async function PUT(request: NextRequest, { params }: Context): Promise<Response> {
  const { id } = await params
  return answerOwn(request, async () => {
    const outcome = await addPart(await currentActor(), {
      id,
      from: Number(request.nextUrl.searchParams.get('from') ?? Number.NaN),
      body: request.body ?? new Response('').body ?? new ReadableStream(),
    })
    return outcome.ok ? Response.json({ received: outcome.value }) : refusalResponse(outcome)
  })
}

/** Keeps `{settings}` that change nothing of how the file is read. */
export async function PATCH(request: NextRequest, { params }: Context): Promise<Response> {
  const { id } = await params
  return answerOwn(request, async () => {
    const settings = (await bodyOf(request)).settings as ImportSettings
    const outcome = await keepSettings(await currentActor(), { id, settings })
    return outcome.ok ? new Response(null, { status: 204 }) : refusalResponse(outcome)
  })
}

/** Nobody wants the file any more. */
export async function DELETE(request: NextRequest, { params }: Context): Promise<Response> {
  const { id } = await params
  return answerOwn(request, async () => {
    if (await dropUpload(await currentActor(), { id })) forgetTrial(id)
    return new Response(null, { status: 204 })
  })
}
