import { useTranslations } from 'next-intl'
import { TabLinks } from '@/components/ui/tab-links'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import { type IndicatorPage, type IndicatorTab, indicatorTabs } from '../schema'

type Props = { readonly page: IndicatorPage; readonly tab: IndicatorTab }

/** The sides of an indicator, each at an address of its own, so that they work without scripts. */
export function IndicatorTabs({ page, tab }: Props) {
  const t = useTranslations('indicator.tabs')
  const path = routes.indicator(page.indicator.code)
  return (
    <TabLinks
      label={t('label')}
      items={indicatorTabs.map((item) => ({
        href: `${path}${selectionQuery(page.chosen.selection, { tab: item === 'chart' ? undefined : item })}`,
        label: t(item),
        isCurrent: item === tab,
      }))}
    />
  )
}
