import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Link } from '@/i18n/navigation'

type Props = {
  /** the moment in words */
  readonly moment: string
  readonly timeZone: string
  readonly todayHref: string
  readonly differenceHref: string
  readonly restoreHref: string
}

/** Says above everything that these are not today's data. */
export function PastBanner({ moment, timeZone, todayHref, differenceHref, restoreHref }: Props) {
  const t = useTranslations('history.asOf')
  return (
    <Notice tone="warning" className="mb-6">
      <p>
        <strong>{t('banner', { moment })}</strong> {t('bannerZone', { zone: timeZone })}
      </p>
      <p className="mt-1">{t('bannerHow')}</p>
      <p className="no-print mt-1 flex flex-wrap gap-x-5 gap-y-1">
        <Link href={differenceHref}>{t('toDifference')}</Link>
        <Link href={restoreHref}>{t('toRestore')}</Link>
        <Link href={todayHref}>{t('toToday')}</Link>
      </p>
    </Notice>
  )
}
