import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import styles from './data-grid.module.css'

type Props = { readonly onCancel?: () => void; readonly onClose?: () => void }

/** Stands in for a part of the grid that could not be fetched. What was typed is kept. */
export function NotLoaded({ onCancel, onClose }: Props) {
  const t = useTranslations('grid')
  return (
    <div role="alert" className={styles.restored}>
      <p>{t('notLoaded')}</p>
      {(onCancel ?? onClose) && <Button onClick={onCancel ?? onClose}>{t('paste.close')}</Button>}
    </div>
  )
}
