import { olderStatusYear } from '@/core/progress/older-status-year'
import { statusOrder } from '@/lib/status'
import type { Chapter, ReportIndicator, ReportModel } from '../schema'
import type { Cell, Column, Table } from './document'
import type { Words } from './words'

const words = (label: string, share: number): Column => ({ label, share })
const numbers = (label: string, share: number): Column => ({ label, share, isNumber: true })

/** Score, rank, change and coverage of the index and the areas. */
export function scoreTable(model: ReportModel, w: Words): Table {
  const { t, name, figure, share, points } = w
  const row = (label: string, state: ReportModel['index'], isStrong: boolean): Cell[] => [
    { text: label, isStrong },
    state.score === null ? { text: t('common.noScore') } : figure(state.score, 1, { isStrong }),
    { text: rankText(state.rank, state.rankedCount, w) },
    state.change === null ? { text: '–' } : { text: points(state.change), value: state.change, decimals: 1 },
    { text: share(state.coverage), value: state.coverage, decimals: 2 },
  ]
  return {
    caption: t('report.table.scores', { region: name(model.region.name), year: String(model.year) }),
    columns: [
      words(t('common.area'), 5),
      numbers(t('common.score'), 1.6),
      numbers(t('common.rank'), 1.6),
      numbers(t('report.column.change', { before: String(model.year - 1) }), 2.4),
      numbers(t('common.coverage'), 1.8),
    ],
    rows: [
      row(t('common.index'), model.index, true),
      ...model.areas.flatMap(({ area, state }) => (state ? [row(name(area.name), state, false)] : [])),
    ],
    note: t('report.table.scoresNote', { minimum: share(model.recipe.coverage.minimum) }),
  }
}

/** How many indicators stand at each status, productivity first. */
export function statusTable(model: ReportModel, { t, name, statusCell, figure }: Words): Table {
  const chapters = model.hallmark ? [model.hallmark, ...model.areas] : model.areas
  const countsOf = ({ mix }: Pick<Chapter, 'mix'>) => statusOrder.map((status) => mix[status])
  const row = (label: string, counts: readonly number[], isStrong: boolean): Cell[] => [
    { text: label, isStrong },
    ...counts.map((count) => figure(count, 0, { isStrong })),
    figure(
      counts.reduce((sum, count) => sum + count, 0),
      0,
      { isStrong },
    ),
  ]
  const totals = statusOrder.map((status) => chapters.reduce((sum, { mix }) => sum + mix[status], 0))
  return {
    caption: t('report.table.statuses', { region: name(model.region.name), year: String(model.year) }),
    columns: [
      words(t('common.area'), 4),
      ...statusOrder.map((status) => {
        const { text, mark } = statusCell(status)
        return numbers(`${mark?.symbol ?? ''} ${text}`, 1.8)
      }),
      numbers(t('report.column.indicators'), 1.6),
    ],
    rows: [
      ...chapters.map((chapter) => row(name(chapter.area.name), countsOf(chapter), false)),
      row(t('report.column.total'), totals, true),
    ],
    isDense: true,
  }
}

/** Everything about the indicators of a chapter: value, year, unit, rank, target, pace, status. */
export function indicatorTable({ area, indicators }: Chapter, model: ReportModel, w: Words): Table {
  const { t, name } = w
  return {
    caption: t('report.table.indicators', {
      area: name(area.name),
      region: name(model.region.name),
      year: String(model.year),
    }),
    columns: [
      words(t('report.column.indicatorUnit'), 5.4),
      numbers(t('common.year'), 0.9),
      numbers(t('common.value'), 1.5),
      numbers(t('common.rank'), 1.2),
      numbers(t('common.target'), 2),
      numbers(t('report.column.pace'), 2.4),
      words(t('common.status'), 2.7),
    ],
    rows: indicators.map((state) => indicatorRow(state, model, w)),
    note: t('report.table.indicatorsNote'),
    isDense: true,
  }
}

function indicatorRow(state: ReportIndicator, model: ReportModel, w: Words): Cell[] {
  const { t, name, figure, observed, number, pace } = w
  const { indicator, latest, rank, rankedCount, progress } = state
  const { target, observedPace } = progress
  // What is reached needs no pace any more.
  const requiredPace = progress.status === 'achieved' ? null : progress.requiredPace
  const isMilestone = indicator.kind === 'milestone'
  const value: Cell = !latest
    ? { text: t('common.notObserved'), value: null }
    : isMilestone
      ? { text: observed(latest.value, indicator), value: latest.value, decimals: 0 }
      : figure(latest.value, indicator.decimals, { raised: raisedOf(latest.status) })
  const goal =
    target && target.targetValue !== null
      ? t('report.cell.target', {
          value: number(target.targetValue, indicator.decimals),
          year: String(target.targetYear),
        })
      : '–'
  const paceText =
    observedPace === null
      ? '–'
      : requiredPace === null
        ? pace(observedPace, indicator, progress)
        : t('report.cell.pace', {
            observed: pace(observedPace, indicator, progress),
            required: pace(requiredPace, indicator, progress),
          })
  return [
    {
      text: t('report.cell.indicatorUnit', {
        indicator: name(indicator.name),
        unit: name(indicator.unit) || '–',
      }),
    },
    { text: latest ? String(latest.year) : '–' },
    value,
    { text: rankText(rank, rankedCount, w) },
    { text: goal },
    { text: paceText },
    statusAsOf(state, model, w),
  ]
}

/** The status, with its year where it rests on an older value than the year of the report. */
function statusAsOf(state: ReportIndicator, model: ReportModel, { t, statusCell }: Words): Cell {
  const cell = statusCell(state.progress.status)
  const year = olderStatusYear(state.progress, model.year)
  return year === null
    ? cell
    : { ...cell, text: t('report.cell.asOf', { status: cell.text, year: String(year) }) }
}

/** A rank and among how many; in a table there is room for the figures alone. */
function rankText(rank: number | null, count: number, { t }: Words): string {
  return rank === null ? '–' : t('report.cell.rank', { rank, count })
}

/** The status letter that stands beside a value; a normal value has none. */
export function raisedOf(status: string): string {
  return status === 'A' ? '' : status
}

/** The indicators with the highest or the lowest scores. */
export function rankedTable(
  caption: string,
  states: readonly ReportIndicator[],
  areas: ReadonlyMap<string, string>,
  w: Words,
): Table {
  const { t, name, observed, score } = w
  return {
    caption,
    columns: [
      words(t('common.indicator'), 4.5),
      words(t('common.area'), 2.6),
      numbers(t('common.value'), 3),
      numbers(t('common.rank'), 1.2),
      numbers(t('common.score'), 1.2),
    ],
    rows: states.map((state) => [
      { text: name(state.indicator.name) },
      { text: areas.get(state.indicator.area) ?? '' },
      { text: observed(state.latest?.value ?? null, state.indicator) },
      { text: rankText(state.rank, state.rankedCount, w) },
      { text: score(state.score), value: state.score, decimals: 1 },
    ]),
  }
}

/** Index, rank and area scores of the region and its peers. */
export function peerTable(model: ReportModel, { t, name, figure }: Words): Table {
  return {
    caption: t('report.table.peers', { region: name(model.region.name), year: String(model.year) }),
    columns: [
      words(t('common.region'), 2.6),
      numbers(t('common.index'), 1.3),
      numbers(t('common.rank'), 1.1),
      ...model.areas.map(({ area }) => numbers(name(area.name), 2)),
    ],
    rows: model.peerRows.map((row, i) => [
      { text: name(row.region.name), isStrong: i === 0 },
      figure(row.score, 1, { isStrong: i === 0 }),
      figure(row.rank, 0, { isStrong: i === 0 }),
      ...row.areas.map((score) => figure(score, 1, { isStrong: i === 0 })),
    ]),
    note: t('report.table.peersNote'),
    isDense: true,
  }
}
