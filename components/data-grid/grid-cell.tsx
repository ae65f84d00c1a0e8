import { memo, type RefObject } from 'react'
import { CellEditor } from './cell-editor'
import styles from './grid-cell.module.css'
import type { Editing } from './keyboard'
import type { Mark } from './marks'
import { cellRole } from './roles'
import type { GridCellData, GridChoice } from './types'
import type { GridWords } from './use-grid-words'

type Props = {
  readonly id: string
  readonly row: number
  readonly column: number
  /** room of the columns that are not drawn before it, in pixels */
  readonly gap: number
  /** for the editor: which cell is being edited */
  readonly name: string
  readonly data: GridCellData | undefined
  readonly mark: Mark | undefined
  /** a stored value that is outside its plausible range */
  readonly warning: string | undefined
  readonly isLocked: boolean
  readonly isActive: boolean
  readonly isSelected: boolean
  /** the fill handle hangs here */
  readonly isCorner: boolean
  /** the fill handle is drawn over it */
  readonly isFilling: boolean
  readonly editing: Editing | null
  readonly editText: string
  readonly editorRef: RefObject<HTMLInputElement | HTMLSelectElement | null>
  readonly digitsOnly: boolean
  readonly choices: readonly GridChoice[] | undefined
  readonly words: GridWords
  readonly format: (value: number) => string
  readonly onLeaveEditor: () => void
}

const signs: Readonly<Record<string, string>> = {
  saving: '…',
  saved: '✓',
  warning: '▲',
  rejected: '!',
  conflict: '⇄',
  unsaved: '○',
  imputed: '≈',
}

export const GridCell = memo(function GridCell(props: Props) {
  const { id, data, mark, isLocked, isActive, editing, format, words } = props
  const hasInput = mark !== undefined && 'value' in mark
  const pending = hasInput ? mark.value : (data?.value ?? null)
  const isImputed = !mark && pending === null && data?.imputed !== undefined
  const quiet = props.warning ? 'warning' : data?.locked ? 'locked' : isImputed ? 'imputed' : 'idle'
  const state = mark?.state ?? quiet
  const message = words.message(mark) ?? props.warning
  const value = pending ?? (isImputed ? (data?.imputed ?? null) : null)
  const shown = mark?.state === 'rejected' ? mark.text : value === null ? '' : format(value)
  const wording = props.choices?.find((choice) => choice.value === pending)?.label
  const letter = hasInput ? (mark.extra?.status ?? undefined) : data?.letter
  const spoken = words.spoken({ state, letter, data, isImputed })
  const sign = signs[state]
  const messageId = `${id}-message`

  return (
    <td
      {...cellRole(props.isSelected, isLocked)}
      id={id}
      className={styles.cell}
      style={props.gap > 0 ? { marginInlineStart: props.gap } : undefined}
      data-row={props.row}
      data-column={props.column}
      data-state={state}
      data-selected={props.isSelected || undefined}
      data-filling={props.isFilling || undefined}
      data-active={isActive || undefined}
      tabIndex={isActive && !editing ? 0 : -1}
      aria-colindex={props.column + 2}
      aria-invalid={state === 'rejected' || undefined}
      aria-describedby={message ? messageId : undefined}
      title={[message ?? wording, spoken, data?.note].filter(Boolean).join('\n') || undefined}
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
              <span className={styles.spoken}>{words.notObserved}</span>
            </span>
          ) : (
            // Not an element of its own: a jump through a large grid draws hundreds of cells at once.
            shown
          )}
          {wording && <span className={styles.spoken}> {wording}</span>}
          {letter && (
            <sup className={styles.letter} aria-hidden>
              {letter}
            </sup>
          )}
          {spoken && <span className={styles.spoken}>, {spoken}</span>}
          {data?.commented ? <span aria-hidden className={styles.commented} /> : null}
        </>
      )}
      {message && (
        <span id={messageId} hidden>
          {message}
        </span>
      )}
      {props.isCorner && !editing && <span aria-hidden data-fill-handle className={styles.handle} />}
    </td>
  )
})
