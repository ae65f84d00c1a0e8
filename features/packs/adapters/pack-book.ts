import { type Bilingual, pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import { obsStatusCodes } from '@/lib/obs-status'
import { type Pack, type PackCell, type PackIndicator, packMark } from '../schema'
import {
  type BookCell,
  type BookSheet,
  columnName,
  type Style,
  type Validation,
  writeBook,
} from './xlsx-parts'

/** The words of a workbook: `t('packs.region')` in the language of the pack. */
export type PackWords = {
  readonly locale: 'en' | 'zh'
  readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string
}

/**
 * What the first row says to Pentad when the file comes back, column by column. People see the second row. The codes
 * come first and are hidden; so is the version that the department was shown.
 */
const columns = [
  { key: packMark, word: 'regionCode', width: 12, isHidden: true },
  { key: 'indicator', word: 'indicatorCode', width: 12, isHidden: true },
  { key: 'version', word: 'version', width: 8, isHidden: true },
  { key: 'indicator_name', word: 'indicator', width: 34 },
  { key: 'unit_name', word: 'unit', width: 14 },
  { key: 'region_name', word: 'region', width: 20 },
  { key: 'year', word: 'year', width: 8 },
  { key: 'issued', word: 'issued', width: 16 },
  { key: 'value', word: 'value', width: 16 },
  { key: 'status', word: 'status', width: 10 },
  { key: 'source', word: 'source', width: 32 },
  { key: 'note', word: 'note', width: 32 },
] as const

type Key = (typeof columns)[number]['key']
const numeric: ReadonlySet<Key> = new Set<Key>(['year', 'issued', 'value'])
const letterOf = (key: Key) => columnName(columns.findIndex((column) => column.key === key))
const firstRow = 3

const numberFormat = (decimals: number) => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)
const quiet: Style = { isQuiet: true }
const wrapped: Style = { isWrapped: true }
const header: Style = { isHeader: true, isBold: true, isWrapped: true }
const entry: Style = { isEntry: true, isWrapped: true }

function figureRow(
  cell: PackCell,
  indicator: PackIndicator | undefined,
  regionName: string,
  locale: string,
): BookCell[] {
  const format = numberFormat(indicator?.levels.length ? 0 : (indicator?.decimals ?? 2))
  const cited = cell.source ? pick(cell.source, locale) : ''
  const cells: Record<Key, BookCell> = {
    [packMark]: { value: cell.region, style: quiet },
    indicator: { value: cell.indicator, style: quiet },
    version: { value: cell.version, style: quiet },
    indicator_name: { value: indicator ? pick(indicator.name, locale) : cell.indicator, style: wrapped },
    unit_name: { value: indicator ? pick(indicator.unit, locale) : '', style: quiet },
    region_name: { value: regionName, style: {} },
    year: { value: cell.year, style: { isRight: true, format: '0' } },
    issued: { value: cell.value, style: { isQuiet: true, isRight: true, format } },
    value: { value: cell.value, style: { isEntry: true, isRight: true, format } },
    status: { value: cell.version === 0 ? null : cell.status, style: entry },
    source: { value: cited, style: entry },
    note: { value: cell.note, style: entry },
  }
  return columns.map(({ key }) => cells[key])
}

/** One rule for the figures of each indicator, which stand together, and one for all status letters. */
function validationsOf({ cells, indicators }: Pack, { locale, t }: PackWords): Validation[] {
  const known = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  const starts = cells.flatMap((cell, i) => (cells[i - 1]?.indicator === cell.indicator ? [] : [i]))
  const figures = starts.map((start, s): Validation => {
    const end = (starts[s + 1] ?? cells.length) - 1
    const indicator = known.get(cells[start]?.indicator ?? '')
    const letter = letterOf('value')
    const levels = indicator?.levels ?? []
    const name = indicator ? pick(indicator.name, locale) : ''
    const words = levels.map(({ level, wording }) => `${level} ${pick(wording, locale)}`).join('; ')
    return {
      range: `${letter}${firstRow + start}:${letter}${firstRow + end}`,
      title: name,
      prompt:
        levels.length > 0
          ? t('packs.enterLevel', { levels: words })
          : t('packs.enterNumber', {
              unit: indicator ? pick(indicator.unit, locale) : '',
              range: rangeOf(indicator, locale),
            }),
      rule:
        levels.length > 0
          ? { kind: 'list', values: levels.map(({ level }) => String(level)) }
          : { kind: 'number', from: indicator?.hardMin ?? null, to: indicator?.hardMax ?? null },
    }
  })
  const status = letterOf('status')
  return [
    ...figures,
    {
      range: `${status}${firstRow}:${status}${firstRow + cells.length - 1}`,
      title: t('packs.status'),
      prompt: t('packs.enterStatus'),
      rule: { kind: 'list', values: obsStatusCodes },
    },
  ]
}

/** What may be entered, in words; empty when anything may. */
function rangeOf(indicator: PackIndicator | undefined, locale: string): string {
  if (!indicator || (indicator.hardMin === null && indicator.hardMax === null)) return ''
  return span(indicator.hardMin, indicator.hardMax, locale)
}

function span(from: number | null, to: number | null, locale: string): string {
  const figure = (value: number) => formatNumber(value, { locale, decimals: 6, trim: true })
  if (from === null) return to === null ? '' : `≤ ${figure(to)}`
  return to === null ? `≥ ${figure(from)}` : `${figure(from)} – ${figure(to)}`
}

function figureSheet(pack: Pack, words: PackWords): BookSheet {
  const { locale, t } = words
  const indicators = new Map(pack.indicators.map((indicator) => [indicator.code, indicator]))
  const regions = new Map(pack.regions.map(({ code, name }) => [code, pick(name, locale)]))
  return {
    name: t('packs.sheet.figures'),
    columns,
    rows: [
      columns.map(({ key }) => ({ value: key, style: quiet })),
      columns.map(({ key, word }) => ({
        value: t(`packs.${word}`),
        style: numeric.has(key) ? { ...header, isRight: true } : header,
      })),
      ...pack.cells.map((cell) =>
        figureRow(cell, indicators.get(cell.indicator), regions.get(cell.region) ?? cell.region, locale),
      ),
    ],
    hiddenRows: [1],
    frozen: { rows: 2, columns: 0 },
    isProtected: true,
    filterRow: 2,
    validations: validationsOf(pack, words),
  }
}

function definitionSheet({ indicators }: Pack, { locale, t }: PackWords): BookSheet {
  const text = (both: Bilingual) => ({ value: pick(both, locale), style: wrapped })
  const heads = [
    'indicatorCode',
    'indicator',
    'area',
    'unit',
    'definition',
    'possible',
    'plausible',
    'levels',
  ]
  return {
    name: t('packs.sheet.definitions'),
    columns: [10, 34, 20, 14, 70, 18, 18, 50].map((width) => ({ width })),
    rows: [
      heads.map((head) => ({ value: t(`packs.${head}`), style: header })),
      ...indicators.map((indicator) => [
        { value: indicator.code, style: wrapped },
        text(indicator.name),
        text(indicator.area),
        text(indicator.unit),
        text(indicator.definition),
        { value: span(indicator.hardMin, indicator.hardMax, locale), style: wrapped },
        { value: span(indicator.plausibleMin, indicator.plausibleMax, locale), style: wrapped },
        {
          value: indicator.levels.map(({ level, wording }) => `${level} ${pick(wording, locale)}`).join('\n'),
          style: wrapped,
        },
      ]),
    ],
    frozen: { rows: 1, columns: 0 },
    isProtected: true,
  }
}

const rules = ['yellow', 'blank', 'status', 'source', 'keys', 'back'] as const

function helpSheet({ cells }: Pack, { t }: PackWords, title: string, request: string): BookSheet {
  const line = (value: string, style: Style = wrapped) => [{ value, style }]
  return {
    name: t('packs.sheet.help'),
    columns: [{ width: 12 }, { width: 90 }],
    rows: [
      line(title, { isLarge: true }),
      line(t('packs.help.cells', { count: cells.length }), {}),
      ...(request ? [[], [{ value: null }, { value: request, style: wrapped }]] : []),
      [],
      ...rules.map((rule, i) => [
        { value: `${i + 1}`, style: { isRight: true } },
        { value: t(`packs.help.${rule}`), style: wrapped },
      ]),
      [],
      line(t('packs.help.letters'), { isBold: true }),
      ...obsStatusCodes.map((code) => [{ value: code }, { value: t(`obsStatus.${code}`), style: wrapped }]),
    ],
    isProtected: true,
  }
}

type Facts = { readonly title: string; readonly request: string; readonly at: Date }

/** A department's workbook: its figures to fill in, their definitions, and how to do it. */
export function writePack(
  pack: Pack,
  words: PackWords,
  { title, request, at }: Facts,
): Uint8Array<ArrayBuffer> {
  const sheets = [
    figureSheet(pack, words),
    definitionSheet(pack, words),
    helpSheet(pack, words, title, request),
  ]
  return writeBook(sheets, words.locale === 'zh' ? 'Microsoft YaHei' : 'Calibri', at)
}
