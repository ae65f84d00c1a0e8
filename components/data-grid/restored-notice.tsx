import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { formatDateTime } from '@/lib/format'
import styles from './data-grid.module.css'
import type { Restored } from './grid-store'

type Props = {
  readonly restored: Restored
  readonly locale: string
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

/** Inputs of an earlier visit are back in their cells: whether they are saved or dropped is asked. */
export function RestoredNotice({ restored, locale, onKeep, onDiscard }: Props) {
  const t = useTranslations('grid.restored')
  const { count, outdated, at } = restored
  return (
    <div className={styles.restored} role="status">
      <p>
        {t('found', { count, at: formatDateTime(at, { locale }) })}
        {outdated > 0 && ` ${t('outdated', { count: outdated })}`}
      </p>
      <Button onClick={onKeep}>{t('keep')}</Button>
      <Button onClick={onDiscard}>{t('discard')}</Button>
    </div>
  )
}
