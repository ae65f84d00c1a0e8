'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import styles from './data-grid.module.css'
import { findCells, nextMatch } from './find'
import type { Point } from './selection'
import type { GridColumn, GridRow } from './types'

type Props = {
  readonly id: string
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly active: Point
  readonly textsAt: (point: Point) => readonly string[]
  /** changes when the values do */
  readonly values: unknown
  readonly onShow: (point: Point) => void
  readonly onClose: () => void
}

/** Looks for a text in the values and the names of the rows, and goes from one to the next. */
export function FindBar({ id, rows, columns, active, textsAt, values, onShow, onClose }: Props) {
  const t = useTranslations('grid.find')
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed)
  const column = active.column
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when the values change, not at every step of the selection
  const matches = useMemo(
    () => findCells(query, { rows, columns, textsAt, column }),
    [query, rows, columns, values],
  )
  const current = matches.findIndex((m) => m.row === active.row && m.column === active.column)
  useEffect(() => field.current?.focus(), [])

  const go = (back: boolean) => {
    const match = matches[nextMatch(matches, active, back)]
    if (match) onShow(match)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') go(event.shiftKey)
    else return
    event.preventDefault()
  }
  return (
    <search className={styles.find} aria-label={t('title')} onKeyDown={onKeyDown}>
      <input
        ref={field}
        id={id}
        type="search"
        className={styles.field}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={t('label')}
        placeholder={t('label')}
        autoComplete="off"
        spellCheck={false}
      />
      <Button disabled={matches.length === 0} onClick={() => go(true)}>
        {t('previous')}
      </Button>
      <Button disabled={matches.length === 0} onClick={() => go(false)}>
        {t('next')}
      </Button>
      <Button onClick={onClose}>{t('close')}</Button>
      <p role="status">
        {query.trim() === ''
          ? ''
          : current >= 0
            ? t('place', { place: current + 1, count: matches.length })
            : t('count', { count: matches.length })}
      </p>
    </search>
  )
}
