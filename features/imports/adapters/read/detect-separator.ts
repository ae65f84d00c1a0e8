import { type Separator, separators } from '../../schema'
import { RowCutter } from './cut-rows'
import { FileProblemError } from './problem'

export type Shape = {
  readonly separator: Separator
  /** how many fields most rows have */
  readonly fields: number
}

const sampleCharacters = 1 << 18
const sampleRows = 200
/** Which one is meant when several cut the rows evenly: decimal commas and Eurostat's keys hold the later ones. */
const preference: readonly Separator[] = ['\t', ';', '|', ',']
const nearlyAsGood = 0.05

/**
 * Finds the separator that cuts the first rows into equally many fields, outside quotation marks.
 *
 * @param text    the start of the file
 * @param isWhole it is all of it
 */
export function detectSeparator(text: string, isWhole: boolean): Shape {
  const judged = separators.map((separator) => judge(text, separator, isWhole))
  const best = Math.max(...judged.map(({ score }) => score))
  const good = judged.filter(({ score }) => score > 0 && score >= best - nearlyAsGood)
  const found = preference.flatMap((separator) => good.filter((shape) => shape.separator === separator))[0]
  return found ?? { separator: ',', fields: 1 }
}

/** How many fields most rows have, cut at this separator, and how well that fits: 1 when all have as many. */
export function judge(text: string, separator: Separator, isWhole: boolean): Shape & { score: number } {
  const counts = fieldCounts(
    text.slice(0, sampleCharacters),
    separator,
    isWhole && text.length <= sampleCharacters,
  )
  const frequency = new Map<number, number>()
  for (const count of counts) if (count > 1) frequency.set(count, (frequency.get(count) ?? 0) + 1)
  let fields = 1
  let most = 0
  for (const [count, times] of frequency) {
    if (times > most || (times === most && count > fields)) {
      fields = count
      most = times
    }
  }
  // The header has as many fields as the rows; a mark that stands only in values has not. Titles may stand above it.
  const isInHeader = counts.find((count) => count > 1) === fields
  const isFirst = counts[0] === fields
  const score = most === 0 ? 0 : most / counts.length + (isFirst ? 0.2 : isInHeader ? 0.1 : 0)
  return { separator, fields, score }
}

function fieldCounts(text: string, separator: Separator, isWhole: boolean): readonly number[] {
  const counts: number[] = []
  const cutter = new RowCutter(separator, (_row, fields) => counts.push(fields))
  try {
    cutter.push(text)
    if (isWhole) cutter.end()
  } catch (error) {
    // Cut at the wrong place, quotation marks stand where none may; what was cut before still counts.
    if (!(error instanceof FileProblemError)) throw error
  }
  return counts.slice(0, sampleRows)
}

/** Columns that are made of spaces, as a printed table has them. */
export function isAlignedBySpaces(text: string): boolean {
  const lines = text
    .slice(0, sampleCharacters)
    .split('\n', sampleRows)
    .filter((line) => line.trim() !== '')
  const aligned = lines.filter((line) => /\S {2,}\S/.test(line)).length
  return lines.length >= 3 && aligned >= lines.length * 0.8
}
