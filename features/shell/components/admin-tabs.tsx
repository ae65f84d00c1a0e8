'use client'

import { useTranslations } from 'next-intl'
import { TabLinks } from '@/components/ui/tab-links'
import { usePathname } from '@/i18n/navigation'
import { routes } from '@/lib/routes'

/** The sections of the framework's administration. */
export function AdminTabs() {
  const t = useTranslations('admin.tabs')
  const pathname = usePathname()
  const items = [
    { href: routes.framework, label: t('indicators') },
    { href: routes.adminRegions, label: t('regions') },
    { href: routes.targets, label: t('targets') },
    { href: routes.settings, label: t('settings') },
  ]
  return (
    <TabLinks
      label={t('label')}
      items={items.map((i) => ({ ...i, isCurrent: pathname.startsWith(i.href) }))}
    />
  )
}
