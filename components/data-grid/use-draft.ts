import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { recall, remember } from './browser-memory'
import { type DraftCells, draftCells, mergeDraft, readDraft, restoreDraft } from './draft'
import type { GridSource } from './grid-source'
import { seenCell } from './grid-store'
import { currentCell, dropInputs } from './marks'
import { cellKey } from './types'
import { readUndo, undoToKeep } from './undo-memory'
import type { Grid } from './use-grid'

type Surroundings = {
  readonly grid: Grid
  readonly source: GridSource
  readonly editor: RefObject<HTMLInputElement | HTMLSelectElement | null>
}

/** Long enough to write a burst of edits down once, too short for anybody to leave. */
const pause = 120

/**
 * Keeps in the browser what is typed and not stored, the open editor included, and brings it back after a reload.
 * Undo and redo are kept for the same tab. Where the browser keeps nothing the grid works as without.
 */
export function useDraft({ grid, source, editor }: Surroundings) {
  const { draftKey, cells, columns } = source
  const { store } = grid
  const written = useRef<DraftCells>({})
  const now = useRef({ grid, cells, columns })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    now.current = { grid, cells, columns }
  })

  const write = useCallback(() => {
    if (!draftKey) return
    clearTimeout(timer.current)
    const { grid: current, cells: given, columns: years } = now.current
    const { marks, own, nav, history, opened } = store.get()
    const at = { row: current.rows[nav.active.row]?.id ?? '', column: years[nav.active.column]?.id ?? '' }
    const typed = nav.editing ? editor.current?.value : undefined
    const isTyped = typed !== undefined && typed !== current.editText(nav.active)
    const key = cellKey(at.row, at.column)
    const seen = seenCell({ nav, marks, own, opened }, key, currentCell(given[key], own[key]))?.version ?? 0
    const mine = draftCells(
      marks,
      (cell) => own[cell]?.version ?? 0,
      isTyped ? { key, text: typed, seen } : null,
    )
    const isEmpty = Object.keys(mine).length === 0 && Object.keys(written.current).length === 0
    if (!isEmpty) {
      const kept = readDraft(recall('local', `draft.${draftKey}`))
      remember(
        'local',
        `draft.${draftKey}`,
        mergeDraft(kept, written.current, mine, new Date().toISOString()),
      )
      written.current = mine
    }
    remember('session', `undo.${draftKey}`, undoToKeep(history, own))
  }, [draftKey, store, editor])

  const later = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(write, pause)
  }, [write])

  const hasBegun = useRef(false)
  useEffect(() => {
    if (hasBegun.current || !draftKey) return
    hasBegun.current = true
    const { grid: current, cells: given } = now.current
    const undo = readUndo(recall('session', `undo.${draftKey}`))
    if (undo) store.update(() => undo)
    const draft = readDraft(recall('local', `draft.${draftKey}`))
    if (!draft) return
    const { marks, outdated, taken } = restoreDraft(draft, {
      cellOf: (key) => currentCell(given[key], store.get().own[key]),
      isLocked: current.isLocked,
      parse: current.parse,
    })
    const count = Object.keys(marks).length
    written.current = taken
    if (count > 0) {
      store.update((state) => ({
        marks: { ...marks, ...state.marks },
        restored: { count, outdated, at: draft.at },
      }))
    }
    write()
  }, [draftKey, store, write])

  const { marks, history } = grid.state
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the inputs or of what can be undone is written down
  useEffect(() => {
    if (hasBegun.current) later()
  }, [marks, history, later])
  useEffect(() => {
    if (!draftKey) return
    const hide = () => document.visibilityState === 'hidden' && write()
    window.addEventListener('pagehide', write)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', write)
      document.removeEventListener('visibilitychange', hide)
      // Another grid takes this one's place on the page: what is typed here waits for its return.
      write()
    }
  }, [draftKey, write])

  const isRestored = (key: string) => {
    const mark = store.get().marks[key]
    return mark?.state === 'rejected' || (mark?.state === 'unsaved' && mark.isRestored === true)
  }
  return {
    /** something was typed into the open editor */
    onInput: later,
    keep: () => {
      store.update(() => ({ restored: null }))
      void grid.saver.retry('all')
    },
    discard: () => {
      store.update((state) => ({
        ...dropInputs(state, Object.keys(state.marks).filter(isRestored)),
        restored: null,
      }))
      store.say('discarded')
    },
  }
}
