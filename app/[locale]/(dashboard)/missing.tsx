import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { answerNotFound } from '@/server/answer-status'

/** What stands at an address that leads nowhere: drawn by the server, so that it is there without scripts too. */
export async function Missing() {
  answerNotFound()
  const t = await getTranslations('shell.notFound')
  return (
    <div className="prose-width py-10">
      <meta name="robots" content="noindex" />
      <h1>{t('title')}</h1>
      <p className="mt-3 text-ink-2">{t('text')}</p>
      <Link href={routes.overview} className={buttonClass('primary', 'mt-4')}>
        {t('back')}
      </Link>
    </div>
  )
}
