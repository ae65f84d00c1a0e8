import { isHan } from './normalise-name'

/**
 * How alike two normalised names are, from 0 to 1: the better of the share of letters that need no change
 * (Levenshtein) and the overlap of their words, or of their pairs of characters in Chinese (Dice).
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1
  const longer = Math.max(a.length, b.length)
  if (longer === 0 || Math.min(a.length, b.length) === 0) return 0
  const overlap = dice(pieces(a), pieces(b))
  // Names of very different length share few letters: their distance is not worth the time.
  if (Math.min(a.length, b.length) / longer < 0.5) return overlap
  return Math.max(overlap, 1 - distance(a, b) / longer)
}

function pieces(text: string): readonly string[] {
  if (!isHan(text)) return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const characters = [...text].filter((c) => /[\p{L}\p{N}]/u.test(c))
  if (characters.length < 2) return characters
  return characters.slice(1).map((c, i) => `${characters[i]}${c}`)
}

function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const left = new Map<string, number>()
  for (const piece of a) left.set(piece, (left.get(piece) ?? 0) + 1)
  let shared = 0
  for (const piece of b) {
    const count = left.get(piece) ?? 0
    if (count === 0) continue
    left.set(piece, count - 1)
    shared += 1
  }
  return (2 * shared) / (a.length + b.length)
}

/** Letters to insert, delete or replace to make one text of the other. */
function distance(a: string, b: string): number {
  const row = Uint16Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    let diagonal = row[0] ?? 0
    row[0] = i
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] ?? 0
      const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, diagonal + change)
      diagonal = above
    }
  }
  return row[b.length] ?? 0
}

/** The texts most like `text`, best first, at most `most`, none below `least`. */
export function mostAlike<T>(
  text: string,
  among: readonly { readonly text: string; readonly of: T }[],
  { least, most }: { least: number; most: number },
): readonly { readonly of: T; readonly score: number }[] {
  const best = new Map<T, number>()
  for (const one of among) {
    const score = similarity(text, one.text)
    if (score >= least && score > (best.get(one.of) ?? 0)) best.set(one.of, score)
  }
  return [...best]
    .map(([of, score]) => ({ of, score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}
