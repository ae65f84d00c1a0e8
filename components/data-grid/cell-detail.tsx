import { useTranslations } from 'next-intl'
import { type ReactNode, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import styles from './cell-detail.module.css'
import { ConflictChoice } from './late-parts'
import type { Mark } from './marks'
import type { GridCellData, GridChoice } from './types'
import type { GridWords } from './use-grid-words'

type Props = {
  readonly place: string
  readonly data: GridCellData | undefined
  readonly mark: Mark | undefined
  readonly warning: string | undefined
  readonly exact: string
  readonly words: GridWords
  readonly format: (value: number) => string
  readonly choices: readonly GridChoice[] | undefined
  readonly locale: string
  readonly choiceId: string
  readonly onDrop: () => void
  readonly onRetry: () => void
  readonly onKeepTheirs: () => void
  readonly onUseMine: () => void
}

/** The line below the grid: the active cell in full, and what can be done when its input is not stored. */
export function CellDetail(props: Props) {
  const { mark, data, words } = props
  const t = useTranslations('grid')
  const wording = props.choices?.find((choice) => choice.value === data?.value)?.label
  const isImputed = !mark && data?.value === null && data.imputed !== undefined
  const warning = mark?.state === 'warning' ? mark.message : props.warning
  return (
    <section className={styles.detail} aria-label={t('detail')} data-state={mark?.state ?? 'idle'}>
      <p>
        <span className={styles.place}>{props.place}</span>
        <strong className={styles.value}>{props.exact || t('notObserved')}</strong>
        {wording && <span> · {wording}</span>}
        {data?.letter && (
          <span className={styles.note}>
            {' '}
            {data.letter}
            {words.letter(data.letter) !== data.letter && ` ${words.letter(data.letter)}`}
          </span>
        )}
        {isImputed && (
          <span className={styles.note}>
            {' '}
            ≈ {props.format(data.imputed)} {words.imputed}
          </span>
        )}
        {data?.locked && <span className={styles.note}> {data.lockedReason ?? words.locked}</span>}
        {data?.commented ? <span className={styles.note}> {words.comments(data.commented)}</span> : null}
        {data?.note && <span className={styles.note}> {data.note}</span>}
      </p>
      {mark?.state === 'rejected' && (
        <Line text={words.problem(mark.problem, mark.text)} tone="danger">
          <Button onClick={props.onDrop}>{t('drop')}</Button>
        </Line>
      )}
      {mark?.state === 'unsaved' && (
        <Line text={words.message(mark) ?? ''} tone="warning">
          <Button onClick={props.onRetry}>{t('retry')}</Button>
          <Button onClick={props.onDrop}>{t('drop')}</Button>
        </Line>
      )}
      {mark?.state === 'conflict' && (
        <Suspense fallback={<Line text={mark.message} tone="warning" />}>
          <ConflictChoice {...props} mark={mark} />
        </Suspense>
      )}
      {warning && <Line text={warning} tone="warning" />}
    </section>
  )
}

function Line({ text, tone, children }: { text: string; tone: 'danger' | 'warning'; children?: ReactNode }) {
  return (
    <div className={styles.line} data-tone={tone}>
      <p>{text}</p>
      {children && <div className={styles.buttons}>{children}</div>}
    </div>
  )
}
