'use client'

import { useTranslations } from 'next-intl'
import { PageError } from '@/components/ui/page-error'

type Props = { readonly error: Error & { digest?: string }; readonly retry: () => void }

/** For what fails before the page has its rail and its top line, such as a database that does not answer. */
export default function LocaleErrorPage({ error, retry }: Props) {
  const t = useTranslations('shell.error')
  return (
    <main className="mx-auto max-w-[1240px] px-4">
      <PageError
        title={t('title')}
        text={t('text', { code: error.digest ?? '–' })}
        again={t('retry')}
        onRetry={retry}
      />
    </main>
  )
}
