'use client'

import { useTranslations } from 'next-intl'
import { PageError } from '@/components/ui/page-error'

type Props = { readonly error: Error & { digest?: string }; readonly retry: () => void }

export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations('shell.error')
  const text = t('text', { code: error.digest ?? '–' })
  return <PageError title={t('title')} text={text} again={t('retry')} onRetry={retry} />
}
