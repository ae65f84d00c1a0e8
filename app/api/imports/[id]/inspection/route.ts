import { gone } from '@/app/api/imports/guard'
import { packLayout } from '@/app/api/imports/pack-return'
import { answerOwn, bodyOf } from '@/app/api/own-request'
import { inspectFile } from '@/features/imports/queries'
import type { FileWarning, ImportSettings } from '@/features/imports/schema'
import { findUpload, keepSettings } from '@/features/uploads/queries'
import { AppError } from '@/lib/errors'
import { currentActor } from '@/server/session'

type Context = { readonly params: Promise<{ id: string }> }

/** How the file is understood under `{settings}`, which are kept. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  return answerOwn(request, async () => {
    const actor = await currentActor()
    const settings = (await bodyOf(request)).settings as ImportSettings
    const upload = await findUpload(actor, { id })
    if (!upload) return gone()
    const { path, fileName } = upload
    const onProgress = async () => {
      // Something else was said meanwhile: nobody waits for this answer.
      if (request.signal.aborted) throw new AppError('unavailable')
      await new Promise((resolve) => setImmediate(resolve))
    }
    const file = { path, fileName, onProgress }
    let outcome = await inspectFile(actor, { ...file, settings })
    const layout = outcome.ok && !settings.layout ? packLayout(outcome.value) : null
    if (layout) outcome = await inspectFile(actor, { ...file, settings: { ...settings, layout } })
    // What cannot be read is kept too: a wrong sheet is corrected, not forgotten.
    await keepSettings(actor, { id, settings })
    // The keys of a pack are hidden on purpose.
    const isOwn = ({ code }: FileWarning) => !layout || (code !== 'hiddenRows' && code !== 'hiddenColumns')
    return Response.json(
      outcome.ok
        ? { ...outcome, value: { ...outcome.value, warnings: outcome.value.warnings.filter(isOwn) } }
        : outcome,
    )
  })
}
