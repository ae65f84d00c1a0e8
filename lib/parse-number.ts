import type { ObsStatus } from './obs-status'

export type ParseOptions = {
  /** "1.234,5" is one thousand two hundred and thirty-four and a half */
  readonly decimalComma?: boolean
  /**
   * Unit marks that may follow the number, each with the power of ten it stands for in the unit of the cell.
   * In a percentage { '%': 0, '‰': -1 }; in a plain count { 万: 4, 亿: 8 }. By default only % is known.
   */
  readonly marks?: Readonly<Record<string, number>>
  /** The power of ten that leads from the unit of the text to that of the value: 万元 to 亿元 is -4. */
  readonly shift?: number
}

export type ParseProblem =
  | 'notNumber'
  | 'ambiguousComma'
  | 'ambiguousPoint'
  | 'unknownMark'
  | 'manyStatuses'
  | 'tooLarge'
  | 'tooSmall'
  | 'tooLong'

/** What was understood beyond a plain number, worth telling the person who typed it. */
export type ParseNote = 'missing' | 'multiplied' | 'mark' | 'thousands' | 'fullWidth' | 'precision' | 'status'

export type ParsedNumber =
  | {
      readonly ok: true
      readonly value: number | null
      readonly note?: ParseNote
      /** a letter stood beside the number: "12.3p" is provisional */
      readonly status?: ObsStatus
    }
  | { readonly ok: false; readonly reason: ParseProblem }

const defaultMarks: Readonly<Record<string, number>> = { '%': 0 }
const knownMarks = /^(%|‰|‱|[十百千]?[万亿]|万亿|千|百)$/u
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const spaces = /[ \t\u00a0\u2007\u2009\u202f\u3000]/u
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/gu
const minusSigns = /[\u2010-\u2013\u2212\ufe63]/gu
const missingMark = /^(-{1,2}|\.{2,6}|:|n\/a|n\.a\.?|na|#n\/a)$/iu
/** What the small letters of Eurostat's tables mean in CL_OBS_STATUS, where that is not the same letter. */
const eurostatFlags: Readonly<Record<string, ObsStatus>> = { s: 'E', r: 'A' }
/**
 * Letters that may stand beside a value: K and M would be taken for thousands and millions, and the rest of the list
 * says that there is no value.
 */
const statusLetter = /^[abdefgijnprsuvw]$/i
/** Beside a mark for "not observed": confidential, not applicable, or the code itself. */
const missingFlags: Readonly<Record<string, ObsStatus>> = {
  c: 'Q',
  z: 'M',
  h: 'H',
  l: 'L',
  m: 'M',
  o: 'O',
  q: 'Q',
}
const longest = 100
const exactDigits = 17

/**
 * Reads a number as people write it. Never rounds: the text goes to the nearest double in one step, and a mark such
 * as 万 moves the decimal point instead of multiplying. A status letter after the number (12.3p, 12.3 P, 12.3(p), : c)
 * is told apart from it; small s and r are Eurostat's, every other letter is that of CL_OBS_STATUS in either case.
 *
 * @param text    what was typed or pasted
 * @param options decimal comma and the unit marks that make sense in the unit of the cell
 * @returns the value (null = not observed: an empty text, "-", "—", "...", "n/a") with what was understood, or the
 *          reason why it is not taken. A lone comma before three digits is a thousands mark, unless a 0 begins
 *          the number (0,500); elsewhere it is ambiguous. A number beyond the range of a double, or so small that it would become 0, is not taken.
 * @see SDMX code list CL_OBS_STATUS 2.2; Eurostat, "Statistical symbols, abbreviations and units of measurement"
 */
export function parseNumber(text: string, options: ParseOptions = {}): ParsedNumber {
  if (text.length > longest) return { ok: false, reason: 'tooLong' }
  const half = toHalfWidth(text)
  const plain = half.replace(invisible, '').trim()
  if (plain === '') return { ok: true, value: null }
  const missing = readMissing(plain.replaceAll('…', '...').replace(dashes, '-'))
  if (missing) return missing

  const { rest, letters } = splitStatus(plain)
  const signed = rest.replace(minusSigns, '-')
  const parts = /^([+-]?)\s*([\d.,'’\s]*\d[\d.,'’\s]*?)(?:e([+-]?\d{1,4}))?\s*([^\d\s.,'’+-]*)$/iu.exec(
    signed,
  )
  if (!parts) return { ok: false, reason: 'notNumber' }
  if (letters.length > 1) return { ok: false, reason: 'manyStatuses' }
  const [, sign = '', body = '', exponent = '0', mark = ''] = parts
  const status = eurostatFlags[letters] ?? (letters === '' ? undefined : (letters.toUpperCase() as ObsStatus))

  const marks = options.marks ?? defaultMarks
  const shift = mark === '' ? 0 : Object.hasOwn(marks, mark) ? marks[mark] : undefined
  if (shift === undefined) return { ok: false, reason: knownMarks.test(mark) ? 'unknownMark' : 'notNumber' }

  const digits = readDigits(body, options.decimalComma === true)
  if (!digits.ok) return digits

  const value = Number(`${sign}${digits.plain}e${Number(exponent) + shift + (options.shift ?? 0)}`)
  if (!Number.isFinite(value)) return { ok: false, reason: 'tooLarge' }
  const significant = digits.plain.replace('.', '').replace(/^0+/, '')
  if (value === 0 && significant !== '') return { ok: false, reason: 'tooSmall' }

  const note: ParseNote | undefined =
    shift !== 0
      ? 'multiplied'
      : significant.replace(/0+$/, '').length > exactDigits
        ? 'precision'
        : digits.grouped
          ? 'thousands'
          : mark !== ''
            ? 'mark'
            : status
              ? 'status'
              : half !== text
                ? 'fullWidth'
                : undefined
  // Adding 0 turns -0 into 0: "not below zero" has one form.
  return { ok: true, value: value + 0, ...(note ? { note } : {}), ...(status ? { status } : {}) }
}

function readMissing(text: string): ParsedNumber | null {
  if (missingMark.test(text)) return { ok: true, value: null, note: 'missing' }
  const [, mark = '', letter = ''] = /^(.*?)\s*\(?([a-z])\)?$/iu.exec(text) ?? []
  const status = missingFlags[letter.toLowerCase()]
  // Not "n/a" with its own last letter: only a mark without letters has one beside it.
  if (!status || !missingMark.test(mark) || /[a-z]/i.test(mark)) return null
  return { ok: true, value: null, note: 'missing', status }
}

/** Status letters at the end, also in parentheses; letters that are no status stay with the number. */
function splitStatus(text: string): { rest: string; letters: string } {
  const found = /^(.*?[\d.%‰‱\u4e00-\u9fff])\s*(?:\(([a-z]{1,3})\)|([a-z]{1,3}))$/isu.exec(text)
  const letters = found?.[2] ?? found?.[3] ?? ''
  const isStatus = letters !== '' && [...letters].every((letter) => statusLetter.test(letter))
  return found && isStatus ? { rest: found[1] ?? '', letters } : { rest: text, letters: '' }
}

/** Full-width forms (U+FF01 to U+FF5E) stand at a fixed distance from ASCII; 。 is what a Chinese keyboard types for a point. */
function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3002', '.')
}

type Digits =
  | { readonly ok: true; readonly plain: string; readonly grouped: boolean }
  | { readonly ok: false; readonly reason: ParseProblem }

/** Takes thousands marks away and leaves digits with at most one point. */
function readDigits(body: string, decimalComma: boolean): Digits {
  const point = decimalComma ? ',' : '.'
  const mark = decimalComma ? '.' : ','
  const ambiguous: ParseProblem = decimalComma ? 'ambiguousPoint' : 'ambiguousComma'

  const pieces = body.split(point)
  if (pieces.length > 2) return { ok: false, reason: decimalComma ? 'ambiguousComma' : 'notNumber' }
  const [whole = '', fraction = ''] = pieces
  if (fraction.includes(mark)) return { ok: false, reason: ambiguous }
  if (!/^\d*$/.test(fraction)) return { ok: false, reason: 'notNumber' }
  if (/^\d*$/.test(whole)) return { ok: true, plain: `${whole || '0'}.${fraction || '0'}`, grouped: false }

  const groups = whole.split(new RegExp(`[${mark}'’]|${spaces.source}`, 'u'))
  // Nobody writes 0,500 for five hundred.
  const regular = /^[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every((g) => /^\d{3}$/.test(g))
  const separators = new Set(whole.replace(/\d/g, ''))
  if (!regular || separators.size > 1) {
    return { ok: false, reason: separators.has(mark) ? ambiguous : 'notNumber' }
  }
  return { ok: true, plain: `${groups.join('')}.${fraction || '0'}`, grouped: true }
}
