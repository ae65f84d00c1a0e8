/** What a word of a unit stands for: a base and the power of ten between them. 吨 is 10^6 克, a hectare 10^4 m². */
export type UnitWord = { readonly base: string; readonly exponent: number }

const words: Readonly<Record<string, string>> = {
  cny: 'cny rmb yuan renminbi ¥ 元 人民币元 元人民币 人民币 圆',
  usd: 'usd us$ $ us-dollar us-dollars dollar dollars 美元',
  eur: 'eur euro euros € 欧元',
  hkd: 'hkd hk$ 港元 港币',
  jpy: 'jpy yen 日元',
  gbp: 'gbp £ pound-sterling 英镑',
  person: 'person persons people population inhabitant inhabitants capita pers 人 人口 名 口',
  'person-year': 'person-year person-years 人年 fte',
  employee: 'employee employees employed 名就业人员 就业人员',
  household: 'household households 户',
  enterprise: 'enterprise enterprises firm firms company companies 家 企业',
  item: 'item items unit units piece pieces 件 个 项 台 套 只 辆 艘 架 张 册 篇 所 间 座 处 宗 起 例 次 种 部 份 条',
  patent: 'patent patents',
  application: 'application applications',
  paper: 'paper papers',
  ratio: 'ratio 比值 比',
  index: 'index 指数',
  score: 'score points 得分 分',
  times: '倍',
  point: 'percentage-point percentage-points pp 百分点 个百分点',
  year: 'year years yr annum 年',
  day: 'day days 天 日',
  hour: 'hour hours 小时',
  minute: 'minute minutes 分钟',
  tce: 'tce sce 吨标准煤 吨标煤',
  'm³': 'm³ m3 cubic-metre cubic-metres cubic-meter cubic-meters 立方米 方',
  mu: 'mu 亩',
  bed: 'bed beds 床 张床位',
  degree: '°c ℃ 摄氏度',
  litre: 'litre litres liter liters l 升',
  joule: 'joule joules j 焦耳 焦',
  wh: 'wh 瓦时',
  watt: 'watt watts w 瓦',
  toe: 'toe',
  byte: 'byte bytes 字节',
}

const scaled: readonly (readonly [string, string, number])[] = [
  ['share', '% percent pct percentage pc 百分比 百分数', -2],
  ['share', '‰ permille per-thousand 千分比', -3],
  ['share', '‱', -4],
  ['g', 'g gram grams 克', 0],
  ['g', 'kg kilogram kilograms 公斤', 3],
  ['g', 't ton tons tonne tonnes 吨 公吨', 6],
  ['g', 'mg milligram milligrams 毫克', -3],
  ['g', 'µg μg ug microgram micrograms 微克', -6],
  ['m', 'm metre metres meter meters 米', 0],
  ['m', 'km kilometre kilometres kilometer kilometers 公里', 3],
  ['m²', 'm² m2 sqm square-metre square-metres square-meter square-meters 平方米', 0],
  ['m²', 'ha hectare hectares 公顷', 4],
  [
    'm²',
    'km² km2 sqkm square-kilometre square-kilometres square-kilometer square-kilometers 平方公里 平方千米',
    6,
  ],
  ['wh', 'kwh 度', 3],
  ['wh', 'mwh', 6],
  ['wh', 'gwh', 9],
  ['wh', 'twh', 12],
  ['watt', 'kw', 3],
  ['watt', 'mw', 6],
  ['watt', 'gw', 9],
]

/** Words of several parts stand with hyphens here and with spaces in files. */
export const unitWords: ReadonlyMap<string, UnitWord> = new Map([
  ...Object.entries(words).flatMap(([base, list]) =>
    list.split(' ').map((word) => [word.replaceAll('-', ' '), { base, exponent: 0 }] as const),
  ),
  ...scaled.flatMap(([base, list, exponent]) =>
    list.split(' ').map((word) => [word.replaceAll('-', ' '), { base, exponent }] as const),
  ),
])

export const currencies = /^(cny|rmb|yuan|usd|us\$|eur|euros?|hkd|hk\$|jpy|gbp|¥|\$|€|£) ?/u

export const scaleWords: ReadonlyMap<string, number> = new Map([
  ['ten', 1],
  ['tens', 1],
  ['hundred', 2],
  ['hundreds', 2],
  ['thousand', 3],
  ['thousands', 3],
  ['ths', 3],
  ['k', 3],
  ['million', 6],
  ['millions', 6],
  ['mio', 6],
  ['mn', 6],
  ['mln', 6],
  ['billion', 9],
  ['billions', 9],
  ['bn', 9],
  ['bln', 9],
  ['mrd', 9],
  ['trillion', 12],
  ['trillions', 12],
  ['trn', 12],
])

export const hanScales: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }
