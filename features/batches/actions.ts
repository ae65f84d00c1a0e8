'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { currentActor } from '@/server/session'
import { undoBatch } from './mutations'

const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Takes a batch back, for a reason, and goes on to the batch that did so. Answers with why nothing was taken back. */
export async function undoBatchAction(_: string | null, form: FormData): Promise<string | null> {
  const reason = field(form, 'reason')
  if (reason === '') return 'invalid'
  const outcome = await undoBatch(await currentActor(), { batchId: field(form, 'batch'), reason })
  if (!outcome.ok) return outcome.reason
  revalidatePath('/', 'layout')
  return redirect({
    href: routes.historyBatch(outcome.value.batchId),
    locale: form.get('locale') === 'zh' ? 'zh' : 'en',
  })
}
