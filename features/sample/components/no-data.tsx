import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { LoadSample } from './load-sample'

/** What stands on a page of an installation without data: the ways to get some. */
export function NoData({ isPage = true }: { readonly isPage?: boolean }) {
  const t = useTranslations('shell.empty')
  return (
    <Empty title={t('title')} isPage={isPage}>
      <p>{t('text')}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        <LoadSample />
        <Link href={routes.newRegion} className={buttonClass()}>
          {t('addRegion')}
        </Link>
        <Link href={routes.data} className={buttonClass()}>
          {t('enter')}
        </Link>
      </div>
    </Empty>
  )
}
