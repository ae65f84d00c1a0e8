import { useTranslations } from 'next-intl'
import { memo, type RefObject } from 'react'
import { CellEditor } from './cell-editor'
import styles from './grid-cell.module.css'
import type { Editing } from './keyboard'
import type { Mark } from './marks'
import { cellRole } from './roles'
import type { GridCellData, GridChoice } from './types'
import { useProblemText } from './use-problem-text'

type Props = {
  readonly id: string
  readonly row: number
  readonly column: number
  readonly left: number
  readonly width: number
  /** for the editor: which cell is being edited */
  readonly name: string
  readonly data: GridCellData | undefined
  readonly mark: Mark | undefined
  /** a stored value that is outside its plausible range */
  readonly warning: string | undefined
  readonly isLocked: boolean
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly editing: Editing | null
  readonly editText: string
  readonly editorRef: RefObject<HTMLInputElement | HTMLSelectElement | null>
  readonly digitsOnly: boolean
  readonly choices: readonly GridChoice[] | undefined
  readonly format: (value: number) => string
  readonly onLeaveEditor: () => void
}

const signs = { saved: '✓', warning: '▲', rejected: '!', conflict: '⇄', unsaved: '○' } as const

export const GridCell = memo(function GridCell(props: Props) {
  const { id, data, mark, isLocked, isActive, editing, format } = props
  const t = useTranslations('grid')
  const problemText = useProblemText()
  const state = mark?.state ?? (props.warning ? 'warning' : data?.locked ? 'locked' : 'idle')
  const message =
    mark?.state === 'rejected'
      ? problemText(mark.problem, mark.text)
      : mark?.state === 'conflict'
        ? `${mark.message} ${t('state.conflict')}`
        : mark?.state === 'unsaved'
          ? (mark.message ?? t('state.unsaved'))
          : mark?.state === 'warning'
            ? mark.message
            : props.warning
  const pending = mark && 'value' in mark ? mark.value : (data?.value ?? null)
  const shown = mark?.state === 'rejected' ? mark.text : pending === null ? '' : format(pending)
  const wording = props.choices?.find((choice) => choice.value === pending)?.label
  const letter = mark && 'value' in mark ? undefined : data?.letter
  const sign = state in signs ? signs[state as keyof typeof signs] : null
  const messageId = `${id}-message`

  return (
    <td
      {...cellRole(props.isSelected, isLocked)}
      id={id}
      className={styles.cell}
      style={{ left: `calc(var(--grid-head) + ${props.left}px)`, width: props.width }}
      data-row={props.row}
      data-column={props.column}
      data-state={state}
      data-selected={props.isSelected || undefined}
      data-active={isActive || undefined}
      tabIndex={isActive && !editing ? 0 : -1}
      aria-colindex={props.column + 2}
      aria-invalid={state === 'rejected' || undefined}
      aria-describedby={message ? messageId : undefined}
      title={message ?? wording ?? data?.note}
    >
      {editing ? (
        <CellEditor
          name={props.name}
          editing={editing}
          text={props.editText}
          inputRef={props.editorRef}
          isInvalid={state === 'rejected'}
          describedBy={message ? messageId : undefined}
          digitsOnly={props.digitsOnly}
          choices={props.choices}
          onLeave={props.onLeaveEditor}
        />
      ) : (
        <>
          {sign && (
            <span aria-hidden className={styles.sign}>
              {sign}
            </span>
          )}
          {shown === '' ? (
            <span className={styles.absent}>
              <span className={styles.spoken}>{t('notObserved')}</span>
            </span>
          ) : (
            <span className={styles.value}>{shown}</span>
          )}
          {wording && <span className={styles.spoken}> {wording}</span>}
          {letter && <sup className={styles.letter}>{letter}</sup>}
        </>
      )}
      {message && (
        <span id={messageId} hidden>
          {message}
        </span>
      )}
    </td>
  )
})
