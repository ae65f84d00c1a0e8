import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import styles from './paste-dialog.module.css'
import type { BlockPlan } from './plan-block'
import { rangeSize } from './selection'
import { useProblemText } from './use-problem-text'

type Props = {
  readonly plan: BlockPlan
  readonly placeOf: (rowId: string, columnId: string) => string
  readonly from: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

const counts = ['added', 'changed', 'cleared', 'unchanged', 'rejected', 'locked', 'beyond', 'warned'] as const
const listed = 100

/** What a paste would do, before it does it. */
export function PasteDialog({ plan, placeOf, from, onConfirm, onCancel }: Props) {
  const t = useTranslations('grid')
  const problemText = useProblemText()
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const size = rangeSize(plan.range)
  const writes = plan.intents.length
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
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
      <h2 id={titleId}>{t('paste.title', { rows: size.rows, columns: size.columns, place: from })}</h2>
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
          <p>{t('paste.rejectedStay')}</p>
          {/* Focusable, because a list that scrolls must be reachable with the keyboard. */}
          <section
            className={styles.rejected}
            aria-label={t('paste.rejected')}
            tabIndex={plan.rejected.length > 6 ? 0 : -1}
          >
            <ul>
              {plan.rejected.slice(0, listed).map((cell) => (
                <li key={`${cell.rowId}|${cell.columnId}`}>
                  <strong>{placeOf(cell.rowId, cell.columnId)}</strong> {problemText(cell.problem, cell.text)}
                </li>
              ))}
              {plan.rejected.length > listed && (
                <li>{t('paste.more', { count: plan.rejected.length - listed })}</li>
              )}
            </ul>
          </section>
        </>
      )}
      {plan.beyond > 0 && <p>{t('paste.beyondStay')}</p>}
      {writes === 0 && <p>{t('paste.nothing')}</p>}
      <div className={styles.buttons}>
        {writes > 0 && (
          <Button tone="primary" autoFocus onClick={onConfirm}>
            {t('paste.confirm', { count: writes })}
          </Button>
        )}
        <Button autoFocus={writes === 0} onClick={onCancel}>
          {writes > 0 ? t('paste.cancel') : t('paste.close')}
        </Button>
      </div>
    </dialog>
  )
}
