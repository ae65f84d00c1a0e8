import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { type RefObject, useLayoutEffect } from 'react'
import styles from './grid-cell.module.css'
import type { Editing } from './keyboard'
import type { GridChoice } from './types'

type Props = {
  readonly name: string
  readonly editing: Editing
  readonly text: string
  readonly inputRef: RefObject<HTMLInputElement | HTMLSelectElement | null>
  readonly isInvalid: boolean
  readonly describedBy: string | undefined
  readonly digitsOnly: boolean
  readonly choices: readonly GridChoice[] | undefined
  readonly onLeave: () => void
}

/** The field, or the list of choices, that a cell becomes while it is edited. Keys bubble to the grid, which knows what they do. */
export function CellEditor({
  name,
  editing,
  text,
  inputRef,
  isInvalid,
  describedBy,
  digitsOnly,
  choices,
  onLeave,
}: Props) {
  const t = useTranslations('grid')
  useLayoutEffect(() => {
    const input = inputRef.current
    if (!input) return
    input.focus({ preventScroll: true })
    if (input instanceof HTMLInputElement) input.setSelectionRange(input.value.length, input.value.length)
  }, [inputRef])

  const aria = { 'aria-label': name, 'aria-invalid': isInvalid || undefined, 'aria-describedby': describedBy }
  if (choices && editing.mode === 'edit') {
    return (
      <select
        {...aria}
        ref={(element) => {
          inputRef.current = element
        }}
        className={clsx(styles.editor, styles.choice)}
        defaultValue={choices.some((choice) => String(choice.value) === text) ? text : ''}
        onBlur={onLeave}
      >
        <option value="">{t('notObserved')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {`${choice.value} · ${choice.label}`}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      {...aria}
      ref={(element) => {
        inputRef.current = element
      }}
      className={styles.editor}
      defaultValue={editing.initial ?? text}
      // Some touch keyboards for digits have no minus sign.
      inputMode={digitsOnly ? 'decimal' : 'text'}
      enterKeyHint="next"
      autoComplete="off"
      spellCheck={false}
      onBlur={onLeave}
    />
  )
}
