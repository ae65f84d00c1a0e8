/** What the format of a cell makes of its number. */
export type CellFormat = 'plain' | 'percent' | 'date' | 'year'

/** Formats that files name by number alone: ECMA-376 part 1, 18.8.30, with those of East Asian versions. */
const builtIn: ReadonlyMap<number, CellFormat> = new Map([
  ...[9, 10].map((id) => [id, 'percent'] as const),
  ...[14, 15, 16, 17, 22].map((id) => [id, 'date'] as const),
  ...[27, 28, 29, 30, 31, 36].map((id) => [id, 'date'] as const),
  ...[50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
])

/** @param code of the file's own, such as yyyy"年"; undefined = one that is known by its number */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return builtIn.get(id) ?? 'plain'
  const positive = code
    .replaceAll(/"[^"]*"?|\\.|_.|\*./gu, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .split(';')[0]
  const letters = (positive ?? '').toLowerCase()
  if (/general|0|#/.test(letters)) return letters.includes('%') ? 'percent' : 'plain'
  if (!/[yde]|g/.test(letters) && !(letters.includes('m') && !/[hs]/.test(letters))) return 'plain'
  return /[dmhs]/.test(letters) ? 'date' : 'year'
}

const dayMilliseconds = 86_400_000
const last1900 = 2_958_465
/** 1 January 1904 in the system that counts from 1900. */
const days1904 = 1462

/** Excel believes that 29 February 1900 was day 60, so that days before it are one off. */
function dateOf(serial: number, is1904: boolean): Date | null {
  const days = is1904 ? serial + days1904 : serial
  if (!(days >= 1 && days < last1900 + 1)) return null
  const since = days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  return new Date(since + Math.round(days * dayMilliseconds))
}

/**
 * What a date in a table of figures says: 1 January of a year is the year, and so is a plain 2020 that happens to have a
 * date's format (as a date it would be a day in 1905). Any other date is its ISO text.
 */
export function readDate(serial: number, format: 'date' | 'year', is1904: boolean): number | string {
  if (Number.isInteger(serial) && serial >= 1900 && serial <= 2100) return serial
  const date = dateOf(serial, is1904)
  if (!date) return serial
  const text = date.toISOString()
  if (format === 'year' || text.endsWith('-01-01T00:00:00.000Z')) return date.getUTCFullYear()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}

/** A date as newer files may write it, read in the same way. */
export function readIsoDate(text: string): number | string {
  const found = /^(\d{4})-01-01(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  return found ? Number(found[1]) : text
}

/** 0.123 is shown as 12.3 %. The point is moved in the digits: nothing is multiplied, so nothing is lost. */
export function percentText(value: number): string {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return `${Number(`${digits}e${Number(exponent) + 2}`)}%`
}
