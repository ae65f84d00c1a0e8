/** Where things stand in a JSON text. Offsets count characters from 0. */
export type JsonPlaces = {
  /** where the text stops being JSON, or null */
  readonly error: number | null
  /** offset of each key, by its path with dots: `weights.method` */
  readonly keys: ReadonlyMap<string, number>
}

const blank = /[ \t\n\r]*/y
const stringPattern = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y

/** Walks through a JSON text, which the engine's own parser does without saying where it was. */
export function scanJson(text: string): JsonPlaces {
  const keys = new Map<string, number>()
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? null
    at += found?.length ?? 0
    return found
  }
  const takes = (char: string): boolean => {
    take(blank)
    if (text[at] !== char) return false
    at++
    return true
  }
  const items = (end: string, item: () => boolean): boolean => {
    if (takes(end)) return true
    do if (!item()) return false
    while (takes(','))
    return takes(end)
  }
  const value = (path: readonly string[]): boolean => {
    if (takes('[')) return items(']', () => value(path))
    if (!takes('{')) return (take(stringPattern) ?? take(scalar)) !== null
    return items('}', () => {
      take(blank)
      const start = at
      const key = take(stringPattern)
      if (key === null) return false
      const inner = [...path, String(JSON.parse(key))]
      keys.set(inner.join('.'), start)
      return takes(':') && value(inner)
    })
  }
  const isWhole = value([])
  take(blank)
  return { error: isWhole && at === text.length ? null : at, keys }
}

/** Line and column of an offset, counted from 1. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
