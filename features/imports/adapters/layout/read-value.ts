import { obsStatusCodes } from '@/lib/obs-status'
import { type ParseOptions, parseNumber } from '@/lib/parse-number'
import type { ImportProblemCode, RawCell } from '../../schema'

/** NaN = not observed; status 0 = the cell does not say. */
export type ReadValue =
  | { readonly ok: true; readonly value: number; readonly status: number }
  | { readonly ok: false; readonly code: ImportProblemCode }

const known: ReadonlySet<string> = new Set(obsStatusCodes)
const notObserved = { ok: true, value: Number.NaN, status: 0 } as const satisfies ReadValue
const plain = /^-?\d{1,15}(?:\.\d+)?$/
const notFinite = /^[+-]?(?:nan|inf(?:inity)?|∞|1\.#(?:inf|ind|qnan))$/iu
const formulaError = /^#(?:div\/0!|ref!|name\?|value!|num!|null!|spill!|calc!|getting_data|error!?)$/iu
/** Nothing longer is a figure. */
const longest = 100
/** A statistic so large is a slip: the next calculation with it would be infinite. */
const largest = 1e300

/**
 * Reads a figure. Text and unit go to the nearest double in one step: the power of ten moves the decimal point of the
 * text, nothing is multiplied.
 */
export function readValue(cell: RawCell, options: ParseOptions): ReadValue {
  if (cell === null) return notObserved
  const shift = options.shift ?? 0
  if (typeof cell === 'number') return number(shiftNumber(cell, shift), cell !== 0)
  if (plain.test(cell) && (options.decimalComma !== true || !cell.includes('.')) && cell.length <= longest) {
    return number(Number(shift === 0 ? cell : `${cell}e${shift}`), /[1-9]/.test(cell))
  }
  const text = cell.trim()
  if (notFinite.test(text)) return { ok: false, code: 'notFinite' }
  if (formulaError.test(text)) return { ok: false, code: 'formulaError' }
  const read = parseNumber(text, options)
  if (!read.ok) return { ok: false, code: read.reason }
  const status = read.status?.charCodeAt(0) ?? 0
  if (read.value === null) return status === 0 ? notObserved : { ...notObserved, status }
  return Math.abs(read.value) >= largest
    ? { ok: false, code: 'tooLarge' }
    : { ok: true, value: read.value, status }
}

function number(value: number, isNotZero: boolean): ReadValue {
  if (Number.isNaN(value)) return { ok: false, code: 'notFinite' }
  if (Math.abs(value) >= largest)
    return { ok: false, code: Number.isFinite(value) ? 'tooLarge' : 'notFinite' }
  if (value === 0 && isNotZero) return { ok: false, code: 'tooSmall' }
  return { ok: true, value: value + 0, status: 0 }
}

function shiftNumber(value: number, shift: number): number {
  if (shift === 0 || !Number.isFinite(value)) return value
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + shift}`)
}

/** Eurostat's letters in CL_OBS_STATUS, those first that a reader of the figure must know of. */
const flags: readonly (readonly [string, string])[] = [
  ['b', 'B'],
  ['f', 'F'],
  ['e', 'E'],
  ['s', 'E'],
  ['i', 'I'],
  ['d', 'D'],
  ['u', 'U'],
  ['p', 'P'],
  ['n', 'N'],
]
const missingFlags: readonly (readonly [string, string])[] = [
  ['c', 'Q'],
  ['z', 'M'],
]

/** A figure of Eurostat: "12.3 bp", ": c", ":". One status is kept of several letters. @see Eurostat, OBS_FLAG */
export function readEurostat(cell: RawCell, options: ParseOptions): ReadValue {
  if (typeof cell !== 'string' || cell.length > longest) return readValue(cell, options)
  const text = cell.trim()
  const letters = /(?<![a-z])[a-z]*$/u.exec(text)?.[0] ?? ''
  const body = text.slice(0, text.length - letters.length).trimEnd()
  const isMissing = body === ':' || body === ''
  const found = (isMissing ? missingFlags : flags).find(([letter]) => letters.includes(letter))
  const status = found?.[1].charCodeAt(0) ?? 0
  if (isMissing) return { ok: true, value: Number.NaN, status }
  const read = readValue(body, options)
  return read.ok && read.status === 0 ? { ...read, status } : read
}

/**
 * A status as its own cell says it: a code of CL_OBS_STATUS ("P", "P: Provisional value"), or Eurostat's small letters.
 *
 * @returns the character code, 0 = it does not say, null = nobody knows what it means
 */
export function readStatus(text: string): number | null {
  if (text === '') return 0
  const plainText = text.split(':')[0]?.trim() ?? ''
  if (known.has(plainText)) return plainText.charCodeAt(0)
  const upper = plainText.toUpperCase()
  if (/^[a-z]{1,3}$/u.test(plainText)) {
    const found = [...flags, ...missingFlags].find(([letter]) => plainText.includes(letter))
    if (found) return found[1].charCodeAt(0)
    if (plainText === 'r') return 'A'.charCodeAt(0)
  }
  return known.has(upper) ? upper.charCodeAt(0) : null
}
