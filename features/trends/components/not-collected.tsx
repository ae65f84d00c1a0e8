import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { IndicatorPage } from '../schema'

/** Where charts and table of an indicator would stand that nobody has entered a value of. */
export function NotCollected({ page }: { readonly page: IndicatorPage }) {
  const t = useTranslations('indicator')
  const query = selectionQuery(page.chosen.selection, { by: 'indicator', indicator: page.indicator.code })
  return (
    <Empty title={t('notCollected')}>
      <Link href={`${routes.data}${query}`} className={buttonClass('primary', 'mt-2')}>
        {t('enter')}
      </Link>
    </Empty>
  )
}
