import type { RawCell } from '../../schema'

const first = 1900
const last = 2200
const inRange = (year: number) => year >= first && year <= last

/** 2023, 2023年, 2023 年度, FY2023, 2010 [YR2010], 2023-A1, 2023(p), 2023* */
const plain =
  /^(?:fy ?|cy ?|yr ?)?((?:19|20|21|22)\d\d)(?:\.0+)?(?: ?年(?:度|末|底)?)?(?:-a1)?(?: ?\[yr\d{4}\])?(?: ?\([^()]{1,20}\)| ?[*†‡①-⑳¹²³]{1,2})?$/u
/** The first or the last day of a year stands for the year. */
const day = /^((?:19|20|21|22)\d\d)[-/.年](0?1[-/.月]0?1|12[-/.月]31)日?(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/u
const hanDigits = '〇一二三四五六七八九'

/**
 * The year that a cell says, or null: 2023, "2023年", "２０２３", "2023 年度", "FY2023", "2023.0", "2023-12-31",
 * "2010 [YR2010]", "二〇二三年". Months, quarters and years of two digits are none, nor is 2023/24, which may be either.
 */
export function readYear(cell: RawCell): number | null {
  if (cell === null) return null
  if (typeof cell === 'number') return Number.isInteger(cell) && inRange(cell) ? cell : null
  if (cell.length === 4) {
    const year = Number(cell)
    if (Number.isInteger(year) && cell >= '1900' && inRange(year)) return year
  }
  if (cell.length > 40) return null
  const text = cell.normalize('NFKC').trim().toLowerCase()
  const found = plain.exec(text)?.[1] ?? day.exec(text)?.[1] ?? hanYear(text)
  if (!found) return null
  const year = Number(found)
  return inRange(year) ? year : null
}

function hanYear(text: string): string | undefined {
  const [, digits] = /^([零〇○一二三四五六七八九]{4})年(?:度|末|底)?$/u.exec(text) ?? []
  return digits && [...digits.replaceAll(/[零○]/gu, '〇')].map((c) => hanDigits.indexOf(c)).join('')
}

/** The one year that a title speaks of ("2023年各地区生产总值"), or null when it names none or several. */
export function yearInTitle(text: string): number | null {
  const found = [...text.normalize('NFKC').matchAll(/(?<!\d)((?:19|20|21)\d\d)(?!\d)/gu)].map(
    (match) => match[1],
  )
  const distinct = new Set(found)
  return distinct.size === 1 ? Number(found[0]) : null
}
