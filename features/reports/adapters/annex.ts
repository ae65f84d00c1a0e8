import type { IndicatorInfo, ReportModel, ReportObservation } from '../schema'
import type { Block, Cell, Table } from './document'
import { raisedOf } from './tables'
import type { Words } from './words'

/** A page across holds so many years beside names and sources. */
const mostYears = 10

type Numbered = ReadonlyMap<string, number>

/** Distinct texts in the order of their first appearance, counted from 1. */
function numbered(texts: readonly string[]): Numbered {
  return new Map([...new Set(texts)].map((text, i) => [text, i + 1]))
}

/** Years as spans: 2010, 2011, 2012, 2015 -> "2010–2012, 2015". */
export function yearSpans(years: readonly number[]): string[] {
  const spans: [number, number][] = []
  for (const year of years.toSorted((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && year === last[1] + 1) last[1] = year
    else spans.push([year, year])
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
}

/** Years split into pages of about the same width. */
export function yearGroups(years: readonly number[]): number[][] {
  const groups = Math.ceil(years.length / mostYears)
  const size = Math.ceil(years.length / Math.max(1, groups))
  return Array.from({ length: groups }, (_, g) => years.slice(g * size, (g + 1) * size))
}

/** "[1] 2010–2015; [2] 2016–2019": which text holds for which years. */
function referencesOf(
  rows: readonly ReportObservation[],
  textOf: (row: ReportObservation) => string | null,
  numbers: Numbered,
  write: (number: number, years: string) => string,
  { t }: Words,
): string[] {
  const years = new Map<number, number[]>()
  for (const row of rows) {
    const number = numbers.get(textOf(row) ?? '')
    if (number === undefined) continue
    years.set(number, [...(years.get(number) ?? []), row.year])
  }
  return [...years].map(([number, of]) => write(number, yearSpans(of).join(t('report.spanSeparator'))))
}

function observationTable(
  model: ReportModel,
  indicators: readonly IndicatorInfo[],
  years: readonly number[],
  numbers: { readonly sources: Numbered; readonly notes: Numbered },
  words: Words,
): Table {
  const { t, name, figure } = words
  const rows = indicators.flatMap((indicator): Cell[][] => {
    const own = model.observations.filter(
      (row) =>
        row.region === model.region.code && row.indicator === indicator.code && years.includes(row.year),
    )
    if (own.length === 0) return []
    const byYear = new Map(own.map((row) => [row.year, row]))
    const references = [
      ...referencesOf(
        own,
        (row) => row.source && name(row.source),
        numbers.sources,
        (number, of) => t('report.cell.source', { number, years: of }),
        words,
      ),
      ...referencesOf(
        own,
        (row) => row.note,
        numbers.notes,
        (number, of) => t('report.cell.note', { number, years: of }),
        words,
      ),
    ]
    return [
      [
        {
          text: t('report.cell.indicator', {
            code: indicator.code,
            indicator: name(indicator.name),
            unit: name(indicator.unit),
          }),
        },
        ...years.map((year): Cell => {
          const row = byYear.get(year)
          if (!row) return { text: '' }
          return figure(row.value, indicator.decimals, { raised: raisedOf(row.status) })
        }),
        { text: references.join(t('report.referenceSeparator')) },
      ],
    ]
  })
  return {
    caption: t('report.table.observations', {
      region: name(model.region.name),
      first: String(years[0] ?? ''),
      last: String(years.at(-1) ?? ''),
    }),
    columns: [
      { label: t('common.indicator'), share: 3.4 },
      ...years.map((year) => ({ label: String(year), share: 1, isNumber: true })),
      { label: t('report.column.sources'), share: 2.8 },
    ],
    rows,
    isDense: true,
  }
}

/** The status codes that occur in the annex, with their meaning. */
export function statusLegend(observations: readonly ReportObservation[], { t }: Words): string[] {
  const codes = [...new Set(observations.map((row) => row.status))].toSorted()
  return codes.map((code) => t('report.cell.status', { code, meaning: t(`obsStatus.${code}`) }))
}

/** Every observation of the region up to the year, with status, source and note. */
export function observationBlocks(model: ReportModel, words: Words): Block[] {
  const { t, name } = words
  const indicators = model.scales.map((scale) => scale.indicator)
  const order = new Map(indicators.map((indicator, i) => [indicator.code, i]))
  const own = model.observations
    .filter((row) => row.region === model.region.code && row.year <= model.year)
    .toSorted((a, b) => (order.get(a.indicator) ?? 0) - (order.get(b.indicator) ?? 0))
  const years = [...new Set(own.map((row) => row.year))].toSorted((a, b) => a - b)
  const numbers = {
    sources: numbered(own.flatMap((row) => (row.source ? [name(row.source)] : []))),
    notes: numbered(own.flatMap((row) => (row.note ? [row.note] : []))),
  }
  const sources = [...numbers.sources].map(([text, number]) => t('report.cell.cited', { number, text }))
  const notes = [...numbers.notes].map(([text, number]) => t('report.cell.noted', { number, text }))
  return [
    {
      kind: 'text',
      text: t('report.annex.observations', {
        region: name(model.region.name),
        year: String(model.year),
        count: own.length,
      }),
    },
    ...yearGroups(years).map(
      (group): Block => ({
        kind: 'table',
        table: observationTable(model, indicators, group, numbers, words),
      }),
    ),
    { kind: 'heading', level: 2, text: t('report.heading.statuses') },
    { kind: 'list', isPlain: true, items: statusLegend(own, words) },
    { kind: 'heading', level: 2, text: t('report.heading.sources') },
    { kind: 'list', isPlain: true, items: sources },
    ...(notes.length > 0
      ? [
          { kind: 'heading' as const, level: 2 as const, text: t('report.heading.notes') },
          { kind: 'list' as const, isPlain: true, items: notes },
        ]
      : []),
  ]
}

/** The indicators in use: definition, direction, and the ends of the scale of their scores. */
export function indicatorBlocks(model: ReportModel, { t, name, figure, share }: Words): Block[] {
  const rows = model.scales.map(({ indicator, lowest, highest, weightShare }): Cell[] => [
    { text: indicator.code },
    { text: name(indicator.name) },
    { text: name(indicator.definition) },
    { text: name(indicator.unit) },
    { text: t(indicator.direction === 1 ? 'indicator.higher' : 'indicator.lower') },
    figure(lowest, indicator.decimals),
    figure(highest, indicator.decimals),
    { text: share(weightShare, 1), value: weightShare, decimals: 4 },
  ])
  return [
    { kind: 'text', text: t('report.annex.indicators') },
    {
      kind: 'table',
      table: {
        caption: t('report.table.scales'),
        columns: [
          { label: t('report.column.code'), share: 0.8 },
          { label: t('common.indicator'), share: 3 },
          { label: t('report.column.definition'), share: 5 },
          { label: t('common.unit'), share: 1.8 },
          { label: t('report.column.direction'), share: 1.5 },
          { label: t('report.column.lowest'), share: 1.3, isNumber: true },
          { label: t('report.column.highest'), share: 1.3, isNumber: true },
          { label: t('report.column.weight'), share: 1.1, isNumber: true },
        ],
        rows,
        isDense: true,
      },
    },
  ]
}
