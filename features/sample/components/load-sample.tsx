'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useSubmit } from '@/components/ui/use-submit'
import { useRouter } from '@/i18n/navigation'
import { loadSampleAction } from '../actions'

/** Loads the sample into an empty installation. */
export function LoadSample() {
  const t = useTranslations('shell.empty')
  const router = useRouter()
  const { submit, isPending, refusal } = useSubmit(() => router.refresh())
  return (
    <>
      <Button tone="primary" disabled={isPending} onClick={() => submit(loadSampleAction)}>
        {t(isPending ? 'loading' : 'load')}
      </Button>
      {refusal && (
        <Notice tone="danger" role="alert" className="mt-3">
          {t('failed')}
        </Notice>
      )}
    </>
  )
}
