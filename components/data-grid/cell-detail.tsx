import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import { formatDateTime } from '@/lib/format'
import styles from './cell-detail.module.css'
import type { Mark } from './marks'
import type { GridCellData, GridChoice } from './types'
import { useProblemText } from './use-problem-text'

type Props = {
  readonly place: string
  readonly data: GridCellData | undefined
  readonly mark: Mark | undefined
  readonly warning: string | undefined
  readonly exact: string
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
  const { mark, data } = props
  const t = useTranslations('grid')
  const problemText = useProblemText()
  const wording = props.choices?.find((choice) => choice.value === data?.value)?.label
  const warning = mark?.state === 'warning' ? mark.message : props.warning
  return (
    <section className={styles.detail} aria-label={t('detail')} data-state={mark?.state ?? 'idle'}>
      <p>
        <span className={styles.place}>{props.place}</span>
        <strong className={styles.value}>{props.exact || t('notObserved')}</strong>
        {wording && <span> · {wording}</span>}
        {data?.letter && <sup className={styles.letterInText}>{data.letter}</sup>}
        {data?.note && <span className={styles.note}> {data.note}</span>}
      </p>
      {mark?.state === 'rejected' && (
        <Line text={problemText(mark.problem, mark.text)} tone="danger">
          <Button onClick={props.onDrop}>{t('drop')}</Button>
        </Line>
      )}
      {mark?.state === 'unsaved' && (
        <Line text={mark.message ?? t('state.unsaved')} tone="warning">
          <Button onClick={props.onRetry}>{t('retry')}</Button>
          <Button onClick={props.onDrop}>{t('drop')}</Button>
        </Line>
      )}
      {mark?.state === 'conflict' && <Conflict {...props} mark={mark} />}
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

function Conflict(props: Props & { readonly mark: Extract<Mark, { state: 'conflict' }> }) {
  const { mark, format, choiceId, locale } = props
  const t = useTranslations('grid')
  const headingId = useId()
  const show = (value: number | null) => (value === null ? t('notObserved') : format(value))
  return (
    <fieldset className={styles.conflict} aria-labelledby={headingId}>
      <p id={headingId}>{mark.message}</p>
      <dl>
        <div>
          <dt>{t('theirs')}</dt>
          <dd>
            <span className={styles.value}>{show(mark.theirs?.value ?? null)}</span>
            {mark.theirs && (
              <span className={styles.note}>
                {t('byWhom', { author: mark.theirs.author, at: formatDateTime(mark.theirs.at, { locale }) })}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('mine')}</dt>
          <dd className={styles.value}>{show(mark.value)}</dd>
        </div>
      </dl>
      <div className={styles.buttons}>
        <Button id={choiceId} onClick={props.onKeepTheirs}>
          {t('keepTheirs')}
        </Button>
        {mark.theirs && <Button onClick={props.onUseMine}>{t('useMine')}</Button>}
      </div>
    </fieldset>
  )
}
