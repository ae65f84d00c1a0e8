import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { NotLoaded } from './not-loaded'

// What only some people need comes when somebody begins to work in the grid: so it is there if the connection goes.
const pasteDialog = () => import('./paste-dialog').then((part) => part.PasteDialog)
const findBar = () => import('./find-bar').then((part) => part.FindBar)
const conflictChoice = () => import('./conflict-choice').then((part) => part.ConflictChoice)

function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await load().catch((): ComponentType<Props> => NotLoaded) }))
}

export const PasteDialog = late(pasteDialog)
export const FindBar = late(findBar)
export const ConflictChoice = late(conflictChoice)

/** Fetches all of them. What could not be fetched once is not asked for again by the page, so it waits until it can. */
export function fetchLateParts(): void {
  if (navigator.onLine) {
    void Promise.allSettled([pasteDialog(), findBar(), conflictChoice(), import('./clipboard-html')])
  } else window.addEventListener('online', fetchLateParts, { once: true })
}
