import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import styles from './data-grid.module.css'
import type { GridState } from './grid-store'

type Props = {
  readonly state: GridState
  readonly unsaved: number
  readonly readOnly: boolean
  readonly rows: { readonly shown: number; readonly all: number }
  readonly decimalComma: boolean
  readonly onDecimalComma: (isComma: boolean) => void
  readonly onFilter: (text: string) => void
  readonly onFind: () => void
  readonly onTravel: (kind: 'undo' | 'redo') => void
  readonly onRetry: () => void
  /** null = nothing waits for a decision */
  readonly onNextTrouble: (() => void) | null
}

/** Undo and redo, which rows are shown, and what is not stored yet. What happened last is written here and read aloud. */
export function GridToolbar(props: Props) {
  const { state, unsaved, readOnly, rows } = props
  const t = useTranslations('grid')
  const marks = Object.values(state.marks)
  const isOffline = marks.some((mark) => mark.state === 'unsaved' && !mark.isRestored)
  const isSaving = marks.some((mark) => mark.state === 'saving')
  const hidden = rows.all - rows.shown
  return (
    <div className={styles.toolbar}>
      {!readOnly && (
        <>
          <Button disabled={state.history.past.length === 0} onClick={() => props.onTravel('undo')}>
            {t('undo')}
          </Button>
          <Button disabled={state.history.future.length === 0} onClick={() => props.onTravel('redo')}>
            {t('redo')}
          </Button>
        </>
      )}
      <input
        type="search"
        className={styles.field}
        value={state.filter}
        onChange={(event) => props.onFilter(event.target.value)}
        aria-label={t('filter.label')}
        placeholder={t('filter.label')}
        autoComplete="off"
        spellCheck={false}
      />
      <Button onClick={props.onFind}>{t('find.open')}</Button>
      {!readOnly && (
        <label className={styles.comma}>
          <input
            type="checkbox"
            checked={props.decimalComma}
            onChange={(event) => props.onDecimalComma(event.target.checked)}
          />
          {t('decimalComma')}
        </label>
      )}
      <div className={styles.news}>
        <p className={styles.said} aria-live="polite" aria-atomic>
          {state.said && t(`said.${state.said.code}`, state.said.params)}
        </p>
        <p role="status" className={styles.hidden} hidden={hidden === 0}>
          {hidden > 0 && t('filter.hidden', { count: hidden, shown: rows.shown })}
        </p>
        {!readOnly && (
          <p className={styles.count} data-unsaved={unsaved > 0 || undefined}>
            {isSaving ? t('saving') : unsaved > 0 ? t('unsavedCount', { count: unsaved }) : t('allSaved')}
          </p>
        )}
        {isOffline && <Button onClick={props.onRetry}>{t('retry')}</Button>}
        {props.onNextTrouble && <Button onClick={props.onNextTrouble}>{t('nextTrouble')}</Button>}
      </div>
    </div>
  )
}
