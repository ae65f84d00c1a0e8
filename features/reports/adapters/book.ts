import { statusOrder } from '@/lib/status'
import type { Chapter, ReportIndicator, ReportModel } from '../schema'
import { statusLegend } from './annex'
import { checkSentence, checksOf } from './checks'
import type { Cell, Column, ReportBook, ReportDocument, Sheet, Table } from './document'
import { dataSentences, formulas, progressTable, recipeTable } from './method'
import { indexSentences, statusSentence } from './sentences'
import { peerTable } from './tables'
import type { Words } from './words'

/** Scores are written with this many decimals shown; the cell holds all of them. */
const scoreDecimals = 2
const paceDecimals = 4

const table = (
  columns: readonly (readonly [label: string, isNumber: boolean])[],
  rows: Table['rows'],
): Table => ({
  caption: '',
  columns: columns.map(([label, isNumber]): Column => ({ label, isNumber, share: 1 })),
  rows,
})

const chaptersOf = (model: ReportModel): readonly Chapter[] =>
  model.hallmark ? [model.hallmark, ...model.areas] : model.areas

function summarySheet(model: ReportModel, report: ReportDocument, words: Words): Sheet {
  const { t, figure } = words
  const { index } = model
  const rows: Cell[][] = [
    ...report.facts.map(({ label, text }) => [{ text: label }, { text }]),
    [
      { text: t('common.index') },
      index.score === null ? { text: t('common.noScore') } : figure(index.score, scoreDecimals),
    ],
    [{ text: t('common.rank') }, figure(index.rank, 0)],
    [{ text: t('report.column.ranked') }, figure(index.rankedCount, 0)],
    [
      { text: t('report.column.change', { before: String(model.year - 1) }) },
      figure(index.change, scoreDecimals),
    ],
    ...[...indexSentences(model, words), statusSentence(chaptersOf(model), words)].map((text, i): Cell[] => [
      { text: i === 0 ? t('report.heading.summary') : '' },
      { text },
    ]),
    ...checksOf(model).map((check, i): Cell[] => [
      { text: i === 0 ? t('report.heading.limits') : '' },
      { text: checkSentence(check, model, words) },
    ]),
  ]
  return {
    name: t('report.sheet.summary'),
    lines: [report.title, ...(report.label ? [report.label.full] : [])],
    table: table(
      [
        [t('report.column.item'), false],
        [t('common.value'), false],
      ],
      rows,
    ),
  }
}

function areaSheet(model: ReportModel, words: Words): Sheet {
  const { t, name, figure } = words
  const rows = chaptersOf(model).map(({ area, state, mix }): Cell[] => [
    { text: area.code },
    { text: name(area.name) },
    figure(state?.score ?? null, scoreDecimals),
    figure(state?.rank ?? null, 0),
    figure(state?.rankedCount ?? null, 0),
    figure(state?.change ?? null, scoreDecimals),
    figure(state?.coverage ?? null, 4),
    ...statusOrder.map((status) => figure(mix[status], 0)),
  ])
  return {
    name: t('report.sheet.areas'),
    lines: [],
    table: table(
      [
        [t('report.column.code'), false],
        [t('common.area'), false],
        [t('common.score'), true],
        [t('common.rank'), true],
        [t('report.column.ranked'), true],
        [t('report.column.change', { before: String(model.year - 1) }), true],
        [t('report.column.coverageShare'), true],
        ...statusOrder.map((status): readonly [string, boolean] => [words.status(status), true]),
      ],
      rows,
    ),
  }
}

function indicatorRow(state: ReportIndicator, areaName: string, model: ReportModel, words: Words): Cell[] {
  const { t, name, figure, statusCell } = words
  const { indicator, latest, progress } = state
  const { target, start } = progress
  const scale = model.scales.find((one) => one.indicator.code === indicator.code)
  return [
    { text: indicator.code },
    { text: name(indicator.name) },
    { text: areaName },
    { text: name(indicator.unit) },
    { text: t(indicator.direction === 1 ? 'indicator.higher' : 'indicator.lower') },
    figure(latest?.year ?? null, 0, { isPlain: true }),
    figure(latest?.value ?? null, indicator.decimals),
    { text: latest?.status ?? '' },
    figure(state.rank, 0),
    figure(state.rankedCount, 0),
    figure(state.score, scoreDecimals),
    figure(target?.baselineYear ?? null, 0, { isPlain: true }),
    figure(target?.baselineValue ?? null, indicator.decimals),
    figure(target?.targetYear ?? null, 0, { isPlain: true }),
    figure(target?.targetValue ?? null, indicator.decimals),
    figure(start?.year ?? null, 0, { isPlain: true }),
    { text: t(`admin.pace.${progress.pace}`) },
    figure(progress.observedPace, paceDecimals),
    figure(progress.status === 'achieved' ? null : progress.requiredPace, paceDecimals),
    figure(progress.ratio, paceDecimals),
    statusCell(progress.status),
    figure(scale?.lowest ?? null, indicator.decimals),
    figure(scale?.highest ?? null, indicator.decimals),
    figure(scale?.weightShare ?? null, 4),
    { text: name(indicator.definition) },
  ]
}

function indicatorSheet(model: ReportModel, words: Words): Sheet {
  const { t, name } = words
  const labels: readonly (readonly [string, boolean])[] = [
    [t('report.column.code'), false],
    [t('common.indicator'), false],
    [t('common.area'), false],
    [t('common.unit'), false],
    [t('report.column.direction'), false],
    [t('common.year'), true],
    [t('common.value'), true],
    [t('report.column.statusCode'), false],
    [t('common.rank'), true],
    [t('report.column.ranked'), true],
    [t('report.column.scoreOf', { year: String(model.year) }), true],
    [t('report.column.baselineYear'), true],
    [t('report.column.baseline'), true],
    [t('report.column.targetYear'), true],
    [t('common.target'), true],
    [t('report.column.since'), true],
    [t('report.column.paceKind'), false],
    [t('report.column.paceObserved'), true],
    [t('report.column.paceRequired'), true],
    [t('report.column.ratio'), true],
    [t('common.status'), false],
    [t('report.column.lowest'), true],
    [t('report.column.highest'), true],
    [t('report.column.weight'), true],
    [t('report.column.definition'), false],
  ]
  const rows = chaptersOf(model).flatMap(({ area, indicators }) =>
    indicators.map((state) => indicatorRow(state, name(area.name), model, words)),
  )
  return { name: t('report.sheet.indicators'), lines: [], table: table(labels, rows) }
}

function observationSheet(model: ReportModel, { t, name, figure }: Words): Sheet {
  const indicators = new Map(model.scales.map(({ indicator }) => [indicator.code, indicator]))
  const regions = new Map([...model.compared, model.region].map((region) => [region.code, name(region.name)]))
  const rows = model.observations.map((row): Cell[] => {
    const indicator = indicators.get(row.indicator)
    return [
      { text: row.region },
      { text: regions.get(row.region) ?? '' },
      { text: row.indicator },
      { text: indicator ? name(indicator.name) : '' },
      { text: indicator ? name(indicator.unit) : '' },
      figure(row.year, 0, { isPlain: true }),
      figure(row.value, indicator?.decimals ?? 2),
      { text: row.status },
      { text: row.source ? name(row.source) : '' },
      { text: row.note ?? '' },
    ]
  })
  return {
    name: t('report.sheet.observations'),
    lines: [],
    table: table(
      [
        [t('report.column.regionCode'), false],
        [t('common.region'), false],
        [t('report.column.code'), false],
        [t('common.indicator'), false],
        [t('common.unit'), false],
        [t('common.year'), true],
        [t('common.value'), true],
        [t('report.column.statusCode'), false],
        [t('common.source'), false],
        [t('report.column.note'), false],
      ],
      rows,
    ),
  }
}

function methodSheet(model: ReportModel, words: Words): Sheet {
  const { t } = words
  const labelled = (label: string, texts: readonly string[]) =>
    texts.map((text, i): Cell[] => [{ text: i === 0 ? label : '' }, { text }])
  const rules = progressTable(words)
  const rows: Cell[][] = [
    ...recipeTable(model, words).rows.map((row) => [...row]),
    ...labelled(t('report.heading.formulas'), formulas(words)),
    [{ text: t('report.heading.progress') }, { text: t('report.method.progress') }],
    ...rules.rows.map(([status, withTarget, withoutTarget]): Cell[] => [
      status ?? { text: '' },
      {
        text: t('report.rule.both', {
          withTarget: withTarget?.text ?? '',
          withoutTarget: withoutTarget?.text ?? '',
        }),
      },
    ]),
    ...labelled(t('report.heading.data'), dataSentences(model, words)),
    ...labelled(t('report.heading.statuses'), statusLegend(model.observations, words)),
  ]
  return {
    name: t('report.sheet.method'),
    lines: [],
    table: table(
      [
        [t('report.column.item'), false],
        [t('report.column.choice'), false],
      ],
      rows,
    ),
  }
}

/** The figures of the report as a workbook; its observations are those of all compared regions. */
export function composeBook(model: ReportModel, report: ReportDocument, words: Words): ReportBook {
  const { t } = words
  const peers = peerTable(model, words)
  return {
    locale: words.locale,
    sheets: [
      summarySheet(model, report, words),
      areaSheet(model, words),
      ...(model.isCompared ? [{ name: t('report.sheet.peers'), lines: [], table: peers }] : []),
      indicatorSheet(model, words),
      observationSheet(model, words),
      methodSheet(model, words),
    ],
  }
}
