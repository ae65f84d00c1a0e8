'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { TabLinks } from '@/components/ui/tab-links'
import { usePathname } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { parseSelection, selectionQuery } from '@/lib/selection'

/** The sections of the work on the data: type, import, check, look back. Links keep the selection. */
export function DataTabs() {
  const t = useTranslations('shell.dataTabs')
  const pathname = usePathname()
  const query = selectionQuery(parseSelection(Object.fromEntries(useSearchParams())))
  const items = [
    { href: routes.data, label: t('enter') },
    { href: routes.dataImport, label: t('import') },
    { href: routes.dataQuality, label: t('quality') },
    { href: routes.dataHistory, label: t('history') },
  ]
  return (
    <TabLinks
      label={t('label')}
      items={items.map(({ href, label }) => ({
        href: `${href}${query}`,
        label,
        isCurrent: href === routes.data ? pathname === href : pathname.startsWith(href),
      }))}
    />
  )
}
