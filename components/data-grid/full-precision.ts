/** Powers of ten that a number format may take out of the value, by the mark it writes; tried in this order. */
const formats: Readonly<Record<string, readonly number[]>> = {
  '': [0, -3, -6, -4, -8],
  '%': [2, 0],
  '‰': [3, 0],
  万: [-4, 0],
  亿: [-8, 0],
}

/**
 * The figure that a spreadsheet shows, with all the digits of the value behind it: "12.35%" over 0.123456 is
 * "12.3456%". The value counts only where the figure is a rounding of it, in the scale that is shown: over a date, a
 * time or a code stands something else, which stays as it is.
 *
 * @param shown what the cell shows
 * @param raw   the value in the notation of JavaScript
 */
export function withFullPrecision(shown: string, raw: string, decimalComma: boolean): string {
  const exact = /^([+-]?)(\d*\.?\d*)(?:e([+-]?\d{1,3}))?$/i.exec(raw.trim())
  if (!exact || !/\d/.test(exact[2] ?? '')) return shown
  const [, sign = '', digits = '', exponent = '0'] = exact
  const written = (power: number) => {
    const figure = movePoint(digits, Number(exponent) + power)
    return `${sign === '-' ? '-' : ''}${decimalComma ? figure.replace('.', ',') : figure}`
  }
  if (/^[+-]?\d(?:[.,]\d+)?e[+-]?\d+$/i.test(shown.trim())) return written(0)

  const parts = /^\D*?((?:\d[\d.,'’\s\u00a0\u202f]*)?[.,]?\d)(\D*)$/su.exec(shown.trim())
  if (!parts) return shown
  const [, figure = '', after = ''] = parts
  const suffix = after.replace(/^\s*\)\s*$/, '')
  for (const power of formats[suffix.trim()[0] ?? ''] ?? formats[''] ?? []) {
    const value = Number(`${digits}e${Number(exponent) + power}`)
    if (readings(figure).some(({ number, decimals }) => isRounding(number, decimals, value))) {
      return `${written(power)}${suffix}`
    }
  }
  return shown
}

/** A figure with the last separator taken for a decimal mark, and with none taken for one. */
function readings(figure: string): { number: number; decimals: number }[] {
  const last = Math.max(figure.lastIndexOf('.'), figure.lastIndexOf(','))
  const plain = (text: string) => text.replace(/\D/g, '')
  const whole = { number: Number(plain(figure)), decimals: 0 }
  if (last < 0) return [whole]
  const fraction = plain(figure.slice(last))
  const point = { number: Number(`${plain(figure.slice(0, last))}.${fraction}`), decimals: fraction.length }
  return fraction.length === 3 ? [point, whole] : [point]
}

function isRounding(shown: number, decimals: number, value: number): boolean {
  return Math.abs(shown - value) <= 0.5 * 10 ** -decimals + Math.abs(value) * 1e-12
}

/** Digits with the decimal point moved: no arithmetic, so no digit changes. */
function movePoint(digits: string, power: number): string {
  const [whole = '', fraction = ''] = digits.split('.')
  const all = whole + fraction
  const at = whole.length + power
  // No more zeros than a person would write.
  if (Math.abs(power) > 30) return `${digits}e${power}`
  const padded = at <= 0 ? `${'0'.repeat(1 - at)}${all}` : all.padEnd(at, '0')
  const point = Math.max(at, 1)
  const head = padded.slice(0, point).replace(/^0+(?=\d)/, '')
  const tail = padded.slice(point).replace(/0+$/, '')
  return tail === '' ? head : `${head}.${tail}`
}
