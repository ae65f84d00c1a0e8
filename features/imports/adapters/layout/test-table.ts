import type { ImportSettings, KnownIndicator, KnownRegion, RawCell, ReadResult } from '../../schema'
import type { Known } from '../match/resolve'
import type { OpenedFile } from '../read/opened-file'
import { readFile } from './read-file'

const region = (
  code: string,
  gbCode: string | null,
  en: string,
  zh: string,
  level: string,
  parent: string | null,
) =>
  ({
    code,
    gbCode,
    nutsCode: null,
    name: { en, zh },
    level,
    parent,
    group: { en: 'East', zh: '东部' },
  }) satisfies KnownRegion

const indicator = (code: string, en: string, zh: string, unitEn: string, unitZh: string) =>
  ({ code, name: { en, zh }, unit: { en: unitEn, zh: unitZh } }) satisfies KnownIndicator

/** A small installation for tests. */
export const installation: Known = {
  regions: [
    region('CN', null, 'China', '中国', 'country', null),
    region('CN-BJ', '110000', 'Beijing', '北京市', 'province', 'CN'),
    region('CN-TJ', '120000', 'Tianjin', '天津市', 'province', 'CN'),
    region('CN-NM', '150000', 'Inner Mongolia', '内蒙古自治区', 'province', 'CN'),
    region('CN-JL', '220000', 'Jilin', '吉林省', 'province', 'CN'),
    region('CN-JS', '320000', 'Jiangsu', '江苏省', 'province', 'CN'),
    region('CN-AH', '340000', 'Anhui', '安徽省', 'province', 'CN'),
    region('CN-GD', '440000', 'Guangdong', '广东省', 'province', 'CN'),
    region('CN-GX', '450000', 'Guangxi', '广西壮族自治区', 'province', 'CN'),
    region('CN-XZ', '540000', 'Tibet', '西藏自治区', 'province', 'CN'),
    { ...region('DE-BY', null, 'Bavaria', '巴伐利亚', 'state', null), nutsCode: 'DE2' },
  ],
  indicators: [
    indicator('GDP', 'Gross domestic product', '地区生产总值', 'CNY 100 million', '亿元'),
    indicator('POP', 'Population at year-end', '年末常住人口', '10,000 persons', '万人'),
    indicator('RD', 'R&D intensity (GERD as % of GDP)', 'R&D经费投入强度', '%', '%'),
    indicator(
      'GDPC',
      'GDP at 2015 prices',
      '地区生产总值（2015年价）',
      'CNY 100 million at 2015 prices',
      '亿元（2015年价）',
    ),
  ],
  regionAliases: new Map([['鹏城', 'CN-GD']]),
  indicatorAliases: new Map([['regional product', 'GDP']]),
  firstArea: 'ST',
}

type Extra = Partial<Pick<OpenedFile, 'kind' | 'sheet' | 'json'>> & {
  readonly fileName?: string
  readonly settings?: ImportSettings
  readonly known?: Known
}

/** Lines of a text, cut at the separator; quotation marks keep a comma in its cell. */
export function cut(text: string, separator = ','): (readonly RawCell[])[] {
  return text
    .replace(/^\n|\n$/gu, '')
    .split('\n')
    .map((line) => {
      const cells =
        line.match(separator === ',' ? /("(?:[^"]|"")*"|[^,"]*)(?:,|$)/gu : /[^\t]*(?:\t|$)/gu) ?? []
      const texts = cells.slice(0, -1).map((cell) => cell.replace(/[,\t]$/u, '').replace(/^"(.*)"$/u, '$1'))
      const all =
        line.endsWith(separator) || cells.at(-1) !== ''
          ? cells.map((c) => c.replace(/[,\t]$/u, '').replace(/^"(.*)"$/u, '$1'))
          : texts
      return all.map((cell) => (cell === '' ? null : cell))
    })
}

/** Reads a table as if it stood in a file. */
export function readTable(table: readonly (readonly RawCell[])[], extra: Extra = {}): Promise<ReadResult> {
  const rows = table
    .map((cells, i) => ({ row: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''))
  const file: OpenedFile = {
    kind: extra.kind ?? 'text',
    encoding: 'utf-8',
    separator: ',',
    sheets: [],
    sheet: extra.sheet ?? null,
    range: null,
    ...(extra.json ? { json: extra.json } : {}),
    warnings: () => [],
    rows: async function* () {
      for (let at = 0; at < rows.length; at += 100) yield rows.slice(at, at + 100)
    },
  }
  return readFile({
    file,
    fileName: extra.fileName ?? 'data.csv',
    settings: extra.settings ?? {},
    known: extra.known ?? installation,
    remembered: async () => null,
    isLook: false,
  })
}

/** Observations as "CN-BJ GDP 2020 = 36102.6 P", in the order of the file. */
export function observations({ candidates }: ReadResult): readonly string[] {
  return Array.from({ length: candidates.length }, (_, i) => {
    const status = candidates.status[i] ?? 0
    const value = candidates.value[i] ?? Number.NaN
    const key = [
      candidates.regions[candidates.region[i] ?? -1],
      candidates.indicators[candidates.indicator[i] ?? -1],
    ]
    const shown = Number.isNaN(value) ? 'none' : String(value)
    return `${key.join(' ')} ${candidates.year[i]} = ${shown}${status ? ` ${String.fromCharCode(status)}` : ''}`
  })
}

export const problemsOf = ({ problems }: ReadResult) =>
  problems.map(({ row, column, code }) => `${row}:${column} ${code}`)
