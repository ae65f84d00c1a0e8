import { type Nav, standAt } from './keyboard'
import { nothingSaved, type SaveState } from './marks'
import type { BlockPlan } from './plan-block'
import type { Point } from './selection'

/** One sentence for the live region: a message key under `grid.said` and its figures. The number makes it new. */
export type Announcement = {
  readonly number: number
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** All that the grid knows beyond its props. Plain data, so that a draft of it can be kept elsewhere. */
export type GridState = SaveState & {
  readonly nav: Nav
  /** a paste that waits for its confirmation */
  readonly plan: BlockPlan | null
  readonly said: Announcement | null
}

export type GridStore = {
  readonly get: () => GridState
  readonly update: (change: (state: GridState) => Partial<GridState>) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly say: (code: string, params?: Record<string, string | number>) => void
}

/** A store outside React, so that a save that returns later reads the state of that moment. */
export function createGridStore(start: Point = { row: 0, column: 0 }): GridStore {
  let state: GridState = { ...nothingSaved, nav: standAt(start), plan: null, said: null }
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
