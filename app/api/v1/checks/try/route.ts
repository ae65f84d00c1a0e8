import { answer } from '@/app/api/answer'
import { tryRule } from '@/features/quality/queries'
import { AppError } from '@/lib/errors'
import { currentActor } from '@/server/session'

/** Of how many regions and years a condition holds; nothing is stored. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const expression = new URL(request.url).searchParams.get('expression') ?? ''
    const trial = await tryRule(await currentActor(), { expression })
    if (!trial) throw new AppError('badRequest')
    return Response.json(trial)
  })
}
