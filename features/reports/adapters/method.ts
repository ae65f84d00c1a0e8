import { openSdg } from '@/core/progress/open-sdg'
import { formatNumber } from '@/lib/format'
import { statusOrder } from '@/lib/status'
import type { ReportModel } from '../schema'
import type { Block, Table } from './document'
import type { Words } from './words'

/** The recipe step by step, in the words of its choices. */
export function recipeTable({ recipe }: ReportModel, { t, share, locale }: Words): Table {
  const { impute, treat, normalise, weights, aggregate, coverage } = recipe
  const plain = (value: number) => formatNumber(value, { locale, decimals: 2, trim: true })
  const scale = {
    lower: plain(normalise.lower),
    upper: plain(normalise.upper),
    mean: plain(normalise.mean),
    sd: plain(normalise.sd),
  }
  const limits = { skew: plain(treat.skew), kurtosis: plain(treat.kurtosis), points: treat.maxPoints }
  const treated = t(`report.recipe.treat.${treat.method}`, limits)
  const aggregation = (method: string) =>
    t(`report.recipe.aggregate.${method}`, { power: plain(aggregate.power) })
  const between = aggregate.byLevel['2']
  const rows: [string, string][] = [
    ['impute', t(`report.recipe.impute.${impute.method}`)],
    [
      'treat',
      treat.method === 'none' ? treated : `${treated} ${t(`report.recipe.fallback.${treat.fallback}`)}`,
    ],
    ['normalise', t(`report.recipe.normalise.${normalise.method}`, scale)],
    ['frame', t(`report.recipe.frame.${normalise.frame}`)],
    ['weights', t(`report.recipe.weights.${weights.method}`)],
    [
      'aggregate',
      between === undefined
        ? aggregation(aggregate.method)
        : `${aggregation(aggregate.byLevel['1'] ?? aggregate.method)} ${t('report.recipe.betweenAreas', { method: aggregation(between) })}`,
    ],
    [
      'coverage',
      coverage.minimum === 0
        ? t('report.recipe.noCoverage')
        : t('report.recipe.coverage', { minimum: share(coverage.minimum) }),
    ],
  ]
  return {
    caption: t('report.table.recipe'),
    columns: [
      { label: t('report.column.step'), share: 1.6 },
      { label: t('report.column.choice'), share: 6 },
    ],
    rows: rows.map(([step, choice]) => [{ text: t(`report.step.${step}`) }, { text: choice }]),
  }
}

/** What makes each status, with its bounds. */
export function progressTable({ t, statusCell, number, share }: Words): Table {
  const { withTarget, withoutTarget } = openSdg
  const ratio = (value: number) => number(value, 2)
  const growth = (value: number) => share(value, 1)
  const between = (low: string, high: string) => t('report.rule.between', { low, high })
  const rules: Record<string, readonly [string, string]> = {
    achieved: [t('report.rule.achieved'), '–'],
    'on-track': [
      t('report.rule.atLeast', { bound: ratio(withTarget.onTrack) }),
      t('report.rule.atLeast', { bound: growth(withoutTarget.onTrack) }),
    ],
    'needs-acceleration': [
      between(ratio(withTarget.needsAcceleration), ratio(withTarget.onTrack)),
      between(growth(withoutTarget.needsAcceleration), growth(withoutTarget.onTrack)),
    ],
    limited: [
      between(ratio(withTarget.limited), ratio(withTarget.needsAcceleration)),
      between(growth(withoutTarget.limited), growth(withoutTarget.needsAcceleration)),
    ],
    'moving-away': [
      t('report.rule.below', { bound: ratio(withTarget.limited) }),
      t('report.rule.below', { bound: growth(withoutTarget.limited) }),
    ],
    'no-data': [t('report.rule.none'), t('report.rule.none')],
  }
  return {
    caption: t('report.table.progress'),
    columns: [
      { label: t('common.status'), share: 2.4 },
      { label: t('report.column.withTarget'), share: 3.4 },
      { label: t('report.column.withoutTarget'), share: 3.4 },
    ],
    rows: statusOrder.map((status) => [
      statusCell(status),
      ...(rules[status] ?? []).map((rule) => ({ text: rule })),
    ]),
    note: t('report.table.progressNote'),
  }
}

export function formulas({ t }: Words): string[] {
  return ['score', 'area', 'change', 'paceCompound', 'paceLinear', 'ratio'].map((formula) =>
    t(`report.formula.${formula}`),
  )
}

/** What the figures rest on, so that they can be traced and made again. */
export function dataSentences(model: ReportModel, { t, number }: Words): string[] {
  const { data, compared } = model
  const params = {
    version: data.version,
    hash: data.hash,
    observations: number(data.observations, 0),
    first: String(data.firstYear),
    last: String(data.lastYear),
    regions: compared.length,
  }
  return [t('report.data.state', params), t('report.data.hash', params)]
}

/** How scores and statuses come about, and what data they rest on. */
export function methodBlocks(model: ReportModel, words: Words): Block[] {
  const { t } = words
  return [
    { kind: 'text', text: t('report.method.lead'), isLead: true },
    { kind: 'table', table: recipeTable(model, words) },
    { kind: 'heading', level: 2, text: t('report.heading.formulas') },
    { kind: 'list', items: formulas(words) },
    { kind: 'heading', level: 2, text: t('report.heading.progress') },
    { kind: 'text', text: t('report.method.progress') },
    { kind: 'table', table: progressTable(words) },
    { kind: 'heading', level: 2, text: t('report.heading.data') },
    ...dataSentences(model, words).map((sentence): Block => ({ kind: 'text', text: sentence })),
  ]
}
