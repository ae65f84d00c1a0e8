import { parseUnit } from '@/core/units/units'
import { readYear } from './read-year'

/** What the header over a column of figures says. Rows of a merged header are joined with " | ". */
export type TitleParts = { readonly year: number | null; readonly name: string; readonly unit: string }

export const joint = ' | '

/** Nothing longer ends with a unit, and the patterns for one are for short texts. */
const longestName = 300

/** A name and the unit in parentheses, or behind a comma, at its end: "GDP（亿元）" is GDP in 亿元. */
export function splitUnit(text: string): { name: string; unit: string } {
  const plain = text.trim()
  if (plain.length > longestName) return { name: plain, unit: '' }
  const [, name = '', unit = ''] =
    /^(.+?)\s*[(（[【]([^()（）[\]【】]+(?:[(（][^()（）]*[)）])?)[)）\]】]$/u.exec(plain) ?? []
  if (unit !== '' && isUnit(unit)) return { name: name.trim(), unit: unit.trim() }
  const [, before = '', after = ''] = /^(.+)(?:, |，)\s*(.+)$/u.exec(plain) ?? []
  if (after !== '' && isUnit(after)) return { name: before.trim(), unit: after.trim() }
  return { name: plain, unit: '' }
}

/** "（亿元）" is 亿元; a text that is not in parentheses stays as it is. */
export function withoutBrackets(text: string): string {
  const isInside = text.length > 1 && /^[(（]/u.test(text) && /[)）]$/u.test(text.slice(-1))
  return isInside ? text.slice(1, -1).trim() : text
}

/** Whether a text standing alone is a unit for certain. */
export function isUnit(text: string): boolean {
  const unit = parseUnit(text)
  return unit?.isKnown === true && unit.base !== 'one' && readYear(text) === null
}

export function titleParts(title: string): TitleParts {
  let year: number | null = null
  let unit = ''
  const names: string[] = []
  for (const part of title.split(joint)) {
    const plain = part.trim()
    const ofPart = readYear(plain)
    if (plain === '') continue
    if (ofPart !== null) {
      year = ofPart
      continue
    }
    const alone = withoutBrackets(plain)
    if (names.length > 0 && isUnit(alone)) {
      unit = alone
      continue
    }
    const split = splitUnit(plain)
    if (split.unit !== '') unit = split.unit
    names.push(split.name)
  }
  return { year, unit, name: names.join(' ') }
}
