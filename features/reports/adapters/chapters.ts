import type { Chapter, ReportModel } from '../schema'
import { checkSentence, checksOf } from './checks'
import type { Block, Figure } from './document'
import { areaDots, areaTrend, indexSpread, indexTrend, indicatorBars, valueTrend } from './figures'
import {
  areaSentences,
  endsSentence,
  gapSentences,
  indexSentences,
  peerSentences,
  progressSentences,
  statusSentence,
  valueSentence,
} from './sentences'
import { indicatorTable, peerTable, rankedTable, scoreTable, statusTable } from './tables'
import type { Words } from './words'

/** With fewer scored indicators than this, "strongest" and "weakest" would say nothing. */
const minimumForStrengths = 10

const text = (sentences: readonly string[], { t }: Words, isLead = false): Block[] =>
  sentences.length === 0 ? [] : [{ kind: 'text', text: sentences.join(t('report.sentenceSpace')), isLead }]

const figure = (drawn: Figure | null): Block[] => (drawn ? [{ kind: 'figure', figure: drawn }] : [])

const list = (items: readonly string[]): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : [])

/** The report on one page: index, areas, statuses, the strongest and weakest indicators, and what to bear in mind. */
export function summaryBlocks(model: ReportModel, words: Words): Block[] {
  const { t } = words
  const limits = checksOf(model).map((check) => checkSentence(check, model, words))
  const chapters = model.hallmark ? [model.hallmark, ...model.areas] : model.areas
  return [
    ...text([...indexSentences(model, words), statusSentence(chapters, words)], words, true),
    ...(model.isCompared ? [{ kind: 'table' as const, table: scoreTable(model, words) }] : []),
    { kind: 'table', table: statusTable(model, words) },
    ...figure(areaDots(model, words)),
    ...strengthBlocks(model, words),
    ...(limits.length > 0
      ? [{ kind: 'heading' as const, level: 2 as const, text: t('report.heading.limits') }]
      : []),
    ...list(limits),
  ]
}

function strengthBlocks(model: ReportModel, words: Words): Block[] {
  const { t, name } = words
  const areas = new Map(model.areas.map(({ area }) => [area.code, name(area.name)]))
  const scored = model.areas
    .flatMap((chapter) => chapter.indicators)
    .filter((state) => state.score !== null)
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
  if (scored.length < minimumForStrengths) return []
  const params = { year: String(model.year) }
  return [
    { kind: 'heading', level: 2, text: t('report.heading.strengths') },
    {
      kind: 'table',
      table: rankedTable(t('report.table.strongest', params), scored.slice(0, 5), areas, words),
    },
    {
      kind: 'table',
      table: rankedTable(t('report.table.weakest', params), scored.toReversed().slice(0, 5), areas, words),
    },
  ]
}

/** Productivity, the hallmark: values and ranks, without a score. */
export function hallmarkBlocks(chapter: Chapter, model: ReportModel, words: Words): Block[] {
  const { t } = words
  if (chapter.indicators.length === 0) return [{ kind: 'text', text: t('report.nothingCollected') }]
  const [first] = chapter.indicators.filter((state) => state.latest !== null)
  return [
    { kind: 'text', text: t('report.hallmark'), isLead: true },
    ...list(chapter.indicators.map((state) => valueSentence(state, words))),
    ...text([...progressSentences(chapter, words), ...gapSentences(chapter, model, words)], words),
    ...figure(first ? valueTrend(first, model, words) : null),
    { kind: 'table', table: indicatorTable(chapter, model, words) },
  ]
}

/** One of the five areas. */
export function areaBlocks(chapter: Chapter, model: ReportModel, words: Words): Block[] {
  const { t } = words
  if (chapter.indicators.length === 0) return [{ kind: 'text', text: t('report.nothingCollected') }]
  return [
    ...text([...areaSentences(chapter, model, words), ...endsSentence(chapter, model, words)], words, true),
    ...text([...progressSentences(chapter, words), ...gapSentences(chapter, model, words)], words),
    ...figure(areaTrend(chapter, model, words)),
    ...figure(indicatorBars(chapter, model, words)),
    { kind: 'table', table: indicatorTable(chapter, model, words) },
  ]
}

/** The region beside its peers and all compared regions. */
export function peerBlocks(model: ReportModel, words: Words): Block[] {
  return [
    ...text(peerSentences(model, words), words, true),
    ...(model.peers.length > 0 ? [{ kind: 'table' as const, table: peerTable(model, words) }] : []),
    ...figure(indexTrend(model, words)),
    ...figure(indexSpread(model, words)),
  ]
}
