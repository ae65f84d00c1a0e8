import type { Role } from '../../schema'
import { normaliseName } from '../match/normalise-name'

const part = '(?: (?:name|code|codes|id|label|cn|en|zh|eng|chinese|english|iso|iso2|iso3|iso 3166 2))*'
const hanPart = '(?:中文)?(?:英文)?(?:名称?|代码|编码|编号|全称)?(?: ?\\((?:中文|英文)\\))?'

/** What each kind of column is called, in either language. The first that fits counts. */
const patterns: readonly (readonly [Role, RegExp])[] = [
  ['action', /^action$/u],
  ['multiplier', /^(?:unit mult(?:iplier)?|单位乘数)$/u],
  [
    'unit',
    /^(?:(?:table )?units?(?: (?:of )?measure(?:ment)?)?(?: (?:name|code|label))?|uom|(?:计量)?单位(?:名称?)?)$/u,
  ],
  [
    'year',
    /^(?:years?|yr|time(?: period)?|periods?|date|(?:ref(?:erence)?|calendar|fiscal|data) year|年|年份|年度|时间|日期|时期|报告期|统计年度|统计年份|所属年份|数据年份)$/u,
  ],
  [
    'value',
    /^(?:(?:obs|observed|observation|data|indicator|numeric)? ?values?|observation|figures?|amount|val|数值|值|数据|数据值|指标值|观测值|统计值)$/u,
  ],
  ['status', /^(?:(?:obs(?:ervation)? )?(?:status|flags?)(?: code)?|(?:观测|数据)?状态|标记)$/u],
  ['source', /^(?:(?:data )?sources?(?: citation)?|citation|(?:数据|资料)?来源|出处)$/u],
  ['note', /^(?:notes?|footnotes?|remarks?|comments?|obs comment|comment obs|备注|注|注释|说明|附注)$/u],
  [
    'indicator',
    new RegExp(
      `^(?:(?:indicator|series|variable|measure|item|metric|subject|sheet)${part}|(?:统计)?(?:指标|项目|变量)${hanPart})$`,
      'u',
    ),
  ],
  [
    'region',
    new RegExp(
      `^(?:(?:parent |upper )?(?:regions?|geo|geography|area|territory|location|place|entity|ref(?:erence)? area|reporter|province|municipality|city|county|prefecture|district|state|country|nation|economy|nuts ?\\d?|admin(?:istrative)?(?: (?:region|division|unit))?)${part}|(?:各|上级|所属|所在)?(?:地区|区域|省份?|省市|省\\(区、市\\)|省、自治区、直辖市|省级|省区市|地级市|地市|市|城市|州|地市州|县|区县|县区|县\\(市、区\\)|国家|国家和地区|国别|行政区划?|区划)${hanPart})$`,
      'u',
    ),
  ],
  [
    'ignore',
    /^(?:freq(?:uency)?|频率|last update|序号|编号|no|#|rank|排名|位次|rejected because|不接受原因)$/u,
  ],
]

/** A title as the patterns know it: `prefecture_cn` is "prefecture cn", without a unit in parentheses. */
export function headerForm(title: string): string {
  return normaliseName(title.replace(/^([A-Z][A-Z0-9_]*): ?.*$/u, '$1'))
    .replaceAll(/[_.\-–]+/gu, ' ')
    .replaceAll(/ +/gu, ' ')
    .trim()
}

/** What a column is by its title alone, or null. A corner such as 地区/年份 is what stands below it. */
export function roleOfTitle(title: string): Role | null {
  for (const one of title.split(' | ')) {
    const whole = headerForm(one)
    const forms = [whole, whole.replace(/ ?\([^()]*\)$/u, ''), (whole.split(/[/\\]/u)[0] ?? '').trim()]
    for (const form of forms) {
      const found = patterns.find(([, pattern]) => pattern.test(form))
      if (found) return found[0]
    }
  }
  return null
}

/** How fine the regions of a column are: 0 = its title does not say. */
export function rankOfTitle(title: string): number {
  const form = headerForm(title)
  if (/^(?:parent|upper|上级)/u.test(form)) return -1
  if (/county|district|县|^区/u.test(form)) return 4
  if (/city|prefecture|municipal|城市|地市|地级市|^市|州/u.test(form)) return 3
  if (/province|state|省/u.test(form)) return 2
  if (/country|nation|国/u.test(form)) return 1
  return 0
}

export function isCodeTitle(title: string): boolean {
  return /(?:\bcodes?\b|\bid\b|\biso|nuts|代码|编码|编号)/u.test(headerForm(title))
}

/** Which language the names of a column are in, where its title says so. */
export function languageOfTitle(title: string): 'en' | 'zh' | null {
  const form = headerForm(title)
  if (/(?:\ben\b|\beng\b|english|英文)/u.test(form)) return 'en'
  return /(?:\bcn\b|\bzh\b|chinese|中文)/u.test(form) ? 'zh' : null
}
