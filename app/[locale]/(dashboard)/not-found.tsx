import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'

export default async function NotFound() {
  const t = await getTranslations('shell.notFound')
  return (
    <div className="prose-width py-10">
      <h1>{t('title')}</h1>
      <p className="mt-3 text-ink-2">{t('text')}</p>
      <Link href={routes.overview} className={buttonClass('primary', 'mt-4')}>
        {t('back')}
      </Link>
    </div>
  )
}
