'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { useRouter } from '@/i18n/navigation'
import { removeSampleAction } from '../actions'

/** Says on every page that figures are sample data, and offers to start with one's own. */
export function SampleBanner({ observations }: { readonly observations: number }) {
  const t = useTranslations('shell.sample')
  const dialog = useRef<HTMLDialogElement>(null)
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const [hasFailed, setHasFailed] = useState(false)
  const remove = () =>
    startTransition(async () => {
      try {
        const outcome = await removeSampleAction()
        setHasFailed(!outcome.ok)
        if (!outcome.ok) return
        dialog.current?.close()
        router.refresh()
      } catch {
        setHasFailed(true)
      }
    })
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-warning-soft px-4 py-1.5 text-sm text-ink md:px-8">
      <p>
        <strong className="font-semibold">{t('label')}</strong> {t('text')}
      </p>
      <button
        type="button"
        className="needs-script no-print min-h-8 text-accent underline underline-offset-3"
        onClick={() => dialog.current?.showModal()}
      >
        {t('start')}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="sample-title"
        className="w-[min(32rem,94vw)] rounded border border-line p-5"
      >
        <h2 id="sample-title">{t('title')}</h2>
        <p className="mt-2">{t('explain', { observations })}</p>
        {hasFailed && (
          <p role="alert" className="mt-2 text-danger">
            {t('failed')}
          </p>
        )}
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => dialog.current?.close()}>{t('cancel')}</Button>
          <Button tone="danger" disabled={isPending} onClick={remove}>
            {isPending ? t('removing') : t('confirm', { observations })}
          </Button>
        </div>
      </dialog>
    </div>
  )
}
