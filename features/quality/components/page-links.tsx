import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/i18n/navigation'

type Props = {
  readonly page: number
  readonly perPage: number
  readonly total: number
  readonly hrefOf: (page: number) => string
}

/** What part of a list is shown, and the way to the rest. */
export function PageLinks({ page, perPage, total, hrefOf }: Props) {
  const t = useTranslations('quality')
  if (total <= perPage) return null
  const from = (page - 1) * perPage + 1
  const to = Math.min(total, page * perPage)
  return (
    <nav aria-label={t('page.label')} className="no-print mt-4 flex flex-wrap items-center gap-3 text-sm">
      <span className="text-ink-2">{t('table.range', { from, to, total })}</span>
      {page > 1 && (
        <Link href={hrefOf(page - 1)} className={buttonClass()}>
          {t('page.previous')}
        </Link>
      )}
      {to < total && (
        <Link href={hrefOf(page + 1)} className={buttonClass()}>
          {t('page.next')}
        </Link>
      )}
    </nav>
  )
}
