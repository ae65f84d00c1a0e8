import { useTranslations } from 'next-intl'
import { TabLinks } from '@/components/ui/tab-links'
import { routes } from '@/lib/routes'

export const historySides = ['ledger', 'asOf', 'difference', 'vintages', 'other'] as const
export type HistorySide = (typeof historySides)[number]

const addresses: Record<HistorySide, string> = {
  ledger: routes.dataHistory,
  asOf: routes.historyAsOf,
  difference: routes.historyDifference,
  vintages: routes.historyVintages,
  other: routes.historyOther,
}

type Props = {
  /** null = a page below one of them, such as a batch */
  readonly current: HistorySide | null
  /** the selection, and the time zone when one was chosen */
  readonly query: string
}

/** The ways to look at the past. */
export function HistoryNav({ current, query }: Props) {
  const t = useTranslations('history.nav')
  return (
    <TabLinks
      label={t('label')}
      items={historySides.map((side) => ({
        href: `${addresses[side]}${query}`,
        label: t(side),
        isCurrent: side === current,
      }))}
    />
  )
}
