/** What the browser keeps: 'local' for good, 'session' until the tab is closed. */
type Kind = 'local' | 'session'

const prefix = 'pentad.grid.'

/** The store may be switched off, by a setting of the browser or by its being private. */
function storageOf(kind: Kind): Storage | null {
  try {
    return kind === 'local' ? window.localStorage : window.sessionStorage
  } catch {
    return null
  }
}

/** null when nothing is kept under this name, nothing can be kept at all, or it is no longer readable. */
export function recall(kind: Kind, name: string): unknown {
  try {
    return JSON.parse(storageOf(kind)?.getItem(prefix + name) ?? 'null')
  } catch {
    return null
  }
}

/** @returns whether it is kept now: a store can be full or switched off. null forgets. */
export function remember(kind: Kind, name: string, value: unknown): boolean {
  try {
    const storage = storageOf(kind)
    if (value === null) storage?.removeItem(prefix + name)
    else storage?.setItem(prefix + name, JSON.stringify(value))
    return storage !== null
  } catch {
    return false
  }
}
