import { type Nav, standAt } from './keyboard'
import { currentCell, nothingSaved, type SaveState } from './marks'
import type { BlockPlan } from './plan-block'
import type { Point, Range } from './selection'
import type { CellKey, GridCellData } from './types'

/** One sentence for the live region: a message key under `grid.said` and its figures. The number makes it new. */
export type Announcement = {
  readonly number: number
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What a paste, a fill or a clearing of many cells would do, until somebody confirms it. */
export type Proposal = {
  readonly kind: 'paste' | 'fill' | 'clear'
  readonly plan: BlockPlan
  /** values of rows and columns that were hidden where they were copied: not among the block */
  readonly leftOut: number
}

/** Inputs of an earlier visit that are back in their cells and wait for somebody to save or discard them. */
export type Restored = {
  readonly count: number
  /** of these: somebody has changed the stored value since */
  readonly outdated: number
  readonly at: string
}

export type Opened = { readonly key: CellKey; readonly seen: GridCellData | undefined }

/** All that the grid knows beyond its props. Plain data, so that a draft of it can be kept elsewhere. */
export type GridState = SaveState & {
  readonly nav: Nav
  /** the cell as it was when its editor was opened: what comes in below an open editor nobody has seen */
  readonly opened: Opened | null
  readonly proposal: Proposal | null
  /** only rows that hold this text are shown; the points of `nav` count these rows */
  readonly filter: string
  readonly isFinding: boolean
  /** where the fill handle has been dragged to */
  readonly filling: Range | null
  readonly restored: Restored | null
  readonly said: Announcement | null
}

export type GridStore = {
  readonly get: () => GridState
  readonly update: (change: (state: GridState) => Partial<GridState>) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly say: (code: string, params?: Record<string, string | number>) => void
}

/** What the person had before them in a cell: as it was when its editor was opened, or as this grid saved it since. */
export function seenCell(
  { nav, opened, own, marks }: Pick<GridState, 'nav' | 'opened' | 'own' | 'marks'>,
  key: CellKey,
  now: GridCellData | undefined,
): GridCellData | undefined {
  if (nav.editing && opened?.key === key) return currentCell(opened.seen, own[key])
  const mark = marks[key]
  // An input that is not stored hides the stored value: only what was seen before it was.
  if (mark?.state !== 'unsaved') return now
  return currentCell({ value: null, text: '', ...now, version: mark.seenVersion }, own[key])
}

/** A store outside React, so that a save that returns later reads the state of that moment. */
export function createGridStore(start: Point = { row: 0, column: 0 }): GridStore {
  let state: GridState = {
    ...nothingSaved,
    nav: standAt(start),
    opened: null,
    proposal: null,
    filter: '',
    isFinding: false,
    filling: null,
    restored: null,
    said: null,
  }
  const listeners = new Set<() => void>()
  const update: GridStore['update'] = (change) => {
    state = { ...state, ...change(state) }
    for (const listener of listeners) listener()
  }
  return {
    get: () => state,
    update,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    say: (code, params = {}) =>
      update(({ said }) => ({ said: { number: (said?.number ?? 0) + 1, code, params } })),
  }
}
