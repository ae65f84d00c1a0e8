'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { currentActor } from '@/server/session'
import { restoreMoment, restoreVersion } from './mutations'
import { readMomentForm, readVersionForm } from './schema'

/** Where a restore leads: to the batch that it wrote. */
function leadOn(form: FormData, batch: string): never {
  revalidatePath('/', 'layout')
  const locale = form.get('locale') === 'zh' ? 'zh' : 'en'
  return redirect({ href: routes.historyBatch(batch), locale })
}

/** Brings an earlier state of a cell back. The fields are those of the form, which works without JavaScript, too. */
export async function restoreVersionAction(_: string | null, form: FormData): Promise<string | null> {
  const outcome = await restoreVersion(await currentActor(), readVersionForm(form))
  return outcome.ok ? leadOn(form, outcome.value.batch) : outcome.reason
}

/** Brings cells back to how they were at a moment. */
export async function restoreMomentAction(_: string | null, form: FormData): Promise<string | null> {
  const outcome = await restoreMoment(await currentActor(), readMomentForm(form))
  return outcome.ok ? leadOn(form, outcome.value.batch) : outcome.reason
}
