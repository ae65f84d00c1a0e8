import { useTranslations } from 'next-intl'
import { TabLinks } from '@/components/ui/tab-links'
import { routes } from '@/lib/routes'
import { type Selection, selectionQuery } from '@/lib/selection'
import { parseQuality, type QualityPage, type QualityView, qualityParams, qualityViews } from '../schema'

type Props = {
  readonly view: QualityView
  readonly selection: Selection
  readonly counts?: QualityPage['counts']
}

/** What the page can show, as links with their counts. */
export function ViewLinks({ view, selection, counts }: Props) {
  const t = useTranslations('quality')
  const usual = parseQuality({})
  const countOf = (one: QualityView) =>
    counts && (one === 'open' || one === 'follow_up' || one === 'accepted') ? counts[one] : null
  return (
    <TabLinks
      label={t('viewLabel')}
      items={qualityViews.map((one) => {
        const count = countOf(one)
        return {
          href: `${routes.dataQuality}${selectionQuery(selection, qualityParams({ ...usual, view: one }))}`,
          label: count === null ? t(`view.${one}`) : t('viewCounted', { view: t(`view.${one}`), count }),
          isCurrent: one === view,
        }
      })}
    />
  )
}
