import { useCallback, useSyncExternalStore } from 'react'
import { recall, remember } from './browser-memory'

const name = 'decimalComma'
const listeners = new Set<() => void>()
/** Also where nothing can be kept, the choice holds for this page. */
let chosen: boolean | null = null

function current(): boolean | null {
  if (chosen !== null) return chosen
  const kept = recall('local', name)
  return typeof kept === 'boolean' ? kept : null
}

/** Whether a comma is the decimal mark: what was last chosen in this browser, else what the page says. */
export function useDecimalComma(usual: boolean): [isComma: boolean, choose: (isComma: boolean) => void] {
  const isComma = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current() ?? usual,
    () => usual,
  )
  const choose = useCallback((isNow: boolean) => {
    chosen = isNow
    remember('local', name, isNow)
    for (const listener of listeners) listener()
  }, [])
  return [isComma, choose]
}
