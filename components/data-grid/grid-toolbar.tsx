import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import styles from './data-grid.module.css'
import type { GridState } from './grid-store'

type Props = {
  readonly state: GridState
  readonly unsaved: number
  readonly readOnly: boolean
  readonly onTravel: (kind: 'undo' | 'redo') => void
  readonly onRetry: () => void
  /** null = nothing waits for a decision */
  readonly onNextTrouble: (() => void) | null
}

/** Undo and redo, and what is not stored yet. The last thing that happened is written here and read aloud. */
export function GridToolbar({ state, unsaved, readOnly, onTravel, onRetry, onNextTrouble }: Props) {
  const t = useTranslations('grid')
  const marks = Object.values(state.marks)
  const isOffline = marks.some((mark) => mark.state === 'unsaved')
  const isSaving = marks.some((mark) => mark.state === 'saving')
  return (
    <div className={styles.toolbar}>
      {!readOnly && (
        <>
          <Button disabled={state.history.past.length === 0} onClick={() => onTravel('undo')}>
            {t('undo')}
          </Button>
          <Button disabled={state.history.future.length === 0} onClick={() => onTravel('redo')}>
            {t('redo')}
          </Button>
        </>
      )}
      <p className={styles.said} aria-live="polite" aria-atomic>
        {state.said && t(`said.${state.said.code}`, state.said.params)}
      </p>
      {!readOnly && (
        <p className={styles.count} data-unsaved={unsaved > 0 || undefined}>
          {isSaving ? t('saving') : unsaved > 0 ? t('unsavedCount', { count: unsaved }) : t('allSaved')}
        </p>
      )}
      {isOffline && <Button onClick={onRetry}>{t('retry')}</Button>}
      {onNextTrouble && <Button onClick={onNextTrouble}>{t('nextTrouble')}</Button>}
    </div>
  )
}
