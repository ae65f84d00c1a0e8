import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { Proposal } from './grid-store'
import styles from './paste-dialog.module.css'
import type { Understood } from './plan-block'
import { rangeSize } from './selection'
import type { GridWords } from './use-grid-words'

type Props = {
  readonly proposal: Proposal
  readonly words: GridWords
  readonly formatOf: (rowId: string) => (value: number) => string
  /** rows that the filter hides */
  readonly hiddenRows: number
  readonly placeOf: (rowId: string, columnId: string) => string
  readonly from: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

const counts = ['added', 'changed', 'cleared', 'unchanged', 'rejected', 'locked', 'beyond', 'warned'] as const
const listed = 100

/** What a paste, a fill or a clearing would do, before it does it. */
export function PasteDialog(props: Props) {
  const { words, placeOf, formatOf, from, onConfirm, onCancel } = props
  const { plan, kind, leftOut } = props.proposal
  const t = useTranslations('grid')
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const size = rangeSize(plan.range)
  const writes = plan.intents.length
  const meaning = ({ rowId, value, status }: Understood) =>
    [value === null ? words.notObserved : formatOf(rowId)(value), status && words.letter(status)]
      .filter(Boolean)
      .join(', ')
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // The browser would begin with the list of what is rejected.
    dialog?.querySelector('button')?.focus()
    return () => dialog?.close()
  }, [])

  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
    >
      <h2 id={titleId}>{t(`${kind}.title`, { rows: size.rows, columns: size.columns, place: from })}</h2>
      <dl className={styles.counts}>
        {counts.map((name) => {
          const count = name === 'rejected' ? plan.rejected.length : plan[name]
          return count === 0 ? null : (
            <div key={name} data-count={name}>
              <dt>{t(`paste.${name}`)}</dt>
              <dd>{t('paste.count', { count })}</dd>
            </div>
          )
        })}
      </dl>
      {plan.rejected.length > 0 && (
        <>
          <p>{t(kind === 'paste' ? 'paste.rejectedStay' : 'fill.rejectedStay')}</p>
          {/* Focusable, because a list that scrolls must be reachable with the keyboard. */}
          <section
            className={styles.rejected}
            aria-label={t('paste.rejected')}
            tabIndex={plan.rejected.length > 6 ? 0 : -1}
          >
            <ul>
              {plan.rejected.slice(0, listed).map((cell) => (
                <li key={`${cell.rowId}|${cell.columnId}`}>
                  <strong>{placeOf(cell.rowId, cell.columnId)}</strong>{' '}
                  {words.problem(cell.problem, cell.text)}
                </li>
              ))}
              {plan.rejected.length > listed && (
                <li>{t('paste.more', { count: plan.rejected.length - listed })}</li>
              )}
            </ul>
          </section>
        </>
      )}
      {plan.understood.length > 0 && (
        <>
          <p>{t('paste.understood')}</p>
          <ul className={styles.understood}>
            {plan.understood.map((one) => (
              <li key={one.note}>
                {t(`paste.read.${one.note}`, { count: one.count })}{' '}
                {t('paste.example', { text: one.text.trim(), meaning: meaning(one) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {leftOut > 0 && <p>{t('paste.leftOut', { count: leftOut })}</p>}
      {props.hiddenRows > 0 && <p>{t('paste.hiddenRows', { count: props.hiddenRows })}</p>}
      {plan.beyond > 0 && <p>{t('paste.beyondStay')}</p>}
      {writes === 0 && <p>{t('paste.nothing')}</p>}
      <div className={styles.buttons}>
        {writes > 0 && (
          <Button tone="primary" onClick={onConfirm}>
            {t(`${kind}.confirm`, { count: writes })}
          </Button>
        )}
        <Button onClick={onCancel}>{writes > 0 ? t('paste.cancel') : t('paste.close')}</Button>
      </div>
    </dialog>
  )
}
