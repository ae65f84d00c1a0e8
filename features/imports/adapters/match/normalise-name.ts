const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const footnoteMark = /^[*†‡①-⑳¹²³⁴]$/u
const dashes = /[\u2010-\u2015\u2212\uff5e]/gu
const quotes = /["'`\u2018-\u201f\u300c-\u300f\u00b4]/gu
const han = '\u3400-\u9fff\uf900-\ufaff'
/** Two characters are set apart to the width of three or four in printed tables: "北　京". */
const gapInHan = new RegExp(`(?<=[${han}])\\s+(?=[${han}])`, 'gu')

/**
 * One form for a name however it is written: compatibility forms (full-width letters, ligatures), small letters,
 * single spaces, none between Chinese characters, plain dashes, no quotation
 * marks, no footnote marks at the end. Settings and aliases speak of
 * names in this form.
 */
export function normaliseName(text: string): string {
  return withoutFootnoteMark(text.trimEnd())
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(quotes, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(gapInHan, '')
    .replace(/ ?\( ?/gu, ' (')
    .replace(/ ?\)/gu, ')')
    .trim()
}

/** "北京①" and "Tibet*" refer to a note below the table. Looks from the end: a name may be as long as a cell. */
function withoutFootnoteMark(text: string): string {
  let end = text.length
  while (end > 1 && text.length - end < 3 && footnoteMark.test(text.charAt(end - 1))) end -= 1
  return end === text.length ? text : text.slice(0, end).trimEnd()
}

const anyHan = new RegExp(`[${han}]`, 'u')

export function isHan(text: string): boolean {
  return anyHan.test(text)
}

const peoples =
  '藏|羌|彝|回|蒙古|哈萨克|柯尔克孜|朝鲜|土家|苗|布依|侗|壮|傣|景颇|傈僳|白|哈尼|满|土|东乡|保安|撒拉|纳西|佤|拉祜|瑶|黎'
const hanSuffixes = new RegExp(
  `(?:维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|省|市|地区|盟|(?:(?:${peoples})族?)*自治州)$`,
  'u',
)
const englishSuffixes =
  / (?:(?:zhuang |hui |uygur |uyghur |uighur )?autonomous (?:region|prefecture|county)|special administrative region|s\.?a\.?r\.?|province|municipality|prefecture|city|shi|sheng|zizhiqu|county|region)$/u

/** No region has a longer name, and the patterns for suffixes are for short texts. */
const longestRegion = 200

/** Other names of places that are not a spelling of the name itself; normalised and without suffix. */
const sameRegion: Readonly<Record<string, string>> = {
  xizang: 'tibet',
  neimenggu: 'inner mongolia',
  'nei mongol': 'inner mongolia',
  'nei menggu': 'inner mongolia',
  xianggang: 'hong kong',
  hongkong: 'hong kong',
  aomen: 'macao',
  macau: 'macao',
  'guangxi zhuang': 'guangxi',
  'ningxia hui': 'ningxia',
  'xinjiang uygur': 'xinjiang',
  'xinjiang uyghur': 'xinjiang',
  prc: 'china',
  'peoples republic of china': 'china',
  'china, peoples republic of': 'china',
  'mainland china': 'china',
  中华人民共和国: '中国',
}

/** A region's name without what says of what kind it is: 广西壮族自治区 and 广西 are one, as are Xizang and Tibet. */
export function bareRegionName(normalised: string): string {
  if (normalised.length > longestRegion) return normalised
  let bare = normalised
  // Twice: "Guangxi Zhuang Autonomous Region, China" is not cut, but "Beijing Shi Municipality" is.
  for (let round = 0; round < 2; round += 1) {
    const cut = bare.replace(isHan(bare) ? hanSuffixes : englishSuffixes, '').trim()
    // 吉林市 is 吉林, but 沙市 keeps its name.
    if (cut.length < 2 || cut === bare) break
    bare = cut
  }
  return sameRegion[bare] ?? bare
}
