import type { LayoutChoice, RawRow } from '../../schema'
import { textOf } from './cells'
import { readYear, yearInTitle } from './read-year'
import { isUnit, splitUnit, withoutBrackets } from './title-parts'

type Constant = LayoutChoice['constant']

/** A longer text is a note, not a title. The patterns below are for short texts: in blanks their work grows quickly. */
const longestTitle = 300

/** "单位：亿元", also in parentheses. */
const says = (label: string) => {
  const pattern = new RegExp(`^(?:${label})\\s*[:：]\\s*(.*)$`, 'iu')
  return (text: string) => pattern.exec(withoutBrackets(text))?.[1]?.trim()
}
const unitLine = says('计量单位|单位|units?|unit of measure')
const indicatorLine = says('指标|指标名称|indicator|series')
const regionLine = says('地区|region|area')
const yearLine = says('时间|年份|年度|year|period')
const otherLine =
  /^(?:数据库|时间|数据来源|资料来源|来源|注|制表|更新|data source|source|last updated|database|note)/iu
/** "表2-5", "2-5", "Table 3." stand before a title and say nothing of what it is about. */
const numbering = /^(?:(?:续?表|table)\s*)?[\d一二三四五六七八九十]+(?:[-–.．]\d+)*[\s.．、:：]+/iu

/**
 * What the lines above a header say of the whole table: its indicator (a line 指标：, or the title), its unit, its
 * region, its year.
 */
export function readPreamble(rows: readonly RawRow[]): Constant {
  let indicator: string | undefined
  let title: string | undefined
  let unit: string | undefined
  let region: string | undefined
  let year: number | undefined
  for (const row of rows) {
    for (const cell of row.cells) {
      const text = textOf(cell)
      if (text === '' || text.length > longestTitle) continue
      const ofUnit = unitLine(text)
      const ofIndicator = indicatorLine(text)
      const ofRegion = regionLine(text)
      const ofYear = yearLine(text)
      if (ofUnit) unit ??= ofUnit
      else if (ofIndicator) indicator ??= ofIndicator
      else if (ofRegion) region ??= ofRegion
      else if (ofYear) year ??= readYear(ofYear) ?? undefined
      else if (splitUnit(text).unit === '' && isUnit(withoutBrackets(text))) unit ??= withoutBrackets(text)
      else if (!otherLine.test(text) && readYear(cell) === null && typeof cell === 'string') title ??= text
    }
  }
  const named = indicator ?? (title === undefined ? undefined : bareTitle(title))
  const split = named ? splitUnit(named) : undefined
  year ??= title ? (yearInTitle(title) ?? undefined) : undefined
  const found = {
    indicator: split?.name || undefined,
    unit: unit ?? (split?.unit || undefined),
    region,
    year,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** What a title is about: "2-5 各地区生产总值（2023年）" is 生产总值. */
export function bareTitle(title: string): string {
  if (title.length > longestTitle) return title.trim()
  return title
    .normalize('NFKC')
    .replace(numbering, '')
    .replace(/\s*\((?:(?:19|20)\d\d年?(?:[-–—至](?:19|20)\d\d年?)?)\)\s*$/u, '')
    .replace(/^(?:(?:19|20)\d\d(?:[-–—至](?:19|20)\d\d)?年?)/u, '')
    .replace(/^(?:全国)?(?:分|各|按)(?:地区(?!生产总值)|省份?|市|区县|县|(?=地区生产总值))(?:分的?|的)?/u, '')
    .trim()
}

/** The name of a sheet or a file, unless it says nothing: "Sheet1", "工作表2", "data.csv". */
export function nameOf(text: string | null): string | undefined {
  const plain = (text ?? '').replace(/\.(?:csv|tsv|txt|xlsx|xlsm|json)(?:\.gz)?$/iu, '').trim()
  const means =
    plain !== '' && !/^(?:sheet|工作表|表|data|数据|export|导出|import|book|工作簿)[\s_-]*\d*$/iu.test(plain)
  return means ? bareTitle(plain.replaceAll('_', ' ')) || undefined : undefined
}
