import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AdminTabs } from '@/features/shell/components/admin-tabs'

type Props = { readonly children: ReactNode; readonly params: Promise<{ locale: string }> }

export default async function AdminLayout({ children, params }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  return (
    <>
      <p className="mb-2 text-sm text-ink-2">{t('framework')}</p>
      <AdminTabs />
      {children}
    </>
  )
}
