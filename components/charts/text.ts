/** Size of all text in drawings, in units of the drawing; a line of text takes `lineHeight`. */
export const fontSize = 12
export const lineHeight = 15
/** The size to reckon with for names in bold, which run wider. */
export const boldSize = fontSize * 1.12

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
const narrow = /[\s.,:;|!'()[\]ijlt/·I]/
const broadest = /[mMW%@—]/
const broad = /[A-Zw&+−–]/

/** A word that must not be divided. Chinese may break after any character. */
export function isLatin(word: string): boolean {
  return !wide.test(word)
}

function characterWidth(character: string): number {
  if (wide.test(character)) return 1
  if (broadest.test(character)) return 0.95
  if (broad.test(character)) return 0.78
  if (narrow.test(character)) return 0.36
  return 0.62
}

/**
 * Width of a text before any font is known. A server cannot measure, and readers have different system fonts, so this
 * is an estimate on the safe side (the widest common face, Verdana and its kin, is a little narrower).
 */
export function textWidth(text: string, size: number = fontSize): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width * size
}

/** The pieces between which a line may break: words with their spaces, and single Chinese characters. */
function pieces(text: string): string[] {
  // Closing marks stay with what precedes them, opening ones with what follows: no line begins with a comma.
  const found = text.match(
    /[（《“「]*[\u2e80-\ua4cf\uf900-\ufaff\uff10-\uff5a][，。、；：？！）》”」％]*|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]+\s*|\s+|[\s\S]/gu,
  )
  return found ?? []
}

/** Parts of a word that is longer than a line: it is divided after its hyphens and slashes before anywhere else. */
const parts = (word: string) => word.match(/[^-–/]+[-–/]*\s*|[-–/]+\s*/gu) ?? []

/** Breaks a text into lines of at most `width`. Nothing is cut: a word that is longer than a line is divided. */
export function wrapText(text: string, width: number, size: number = fontSize): string[] {
  const lines: string[] = []
  let line = ''
  const fits = (candidate: string) => textWidth(candidate.trimEnd(), size) <= width
  const add = (piece: string) => {
    if (line !== '' && !fits(line + piece)) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  for (const piece of pieces(text.trim())) {
    for (const part of fits(piece) ? [piece] : parts(piece)) {
      if (fits(part)) add(part)
      else for (const character of part) add(character)
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** The width of the longest of some lines. */
export function blockWidth(lines: readonly string[], size: number = fontSize): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, size)))
}
