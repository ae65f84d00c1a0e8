import { useLocale, useTranslations } from 'next-intl'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Notice } from '@/components/ui/notice'
import { intervalOf, type RankIntervals } from '@/core/uncertainty/rank-intervals'
import type { RankSensitivity } from '@/core/uncertainty/rank-sensitivity'
import { pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import type { RankDoubt, RecipeTrial } from '../schema'
import { IntervalPlot } from './interval-plot'
import { NoRanks } from './no-ranks'
import { NodeLinks, useNodeName } from './node-links'
import { StepTable } from './step'
import { ProblemText } from './trial-head'

type Props = { readonly trial: RecipeTrial; readonly doubt: RankDoubt }

/** How far the ranks hang on choices that others might have made differently, and on which. */
export function DoubtView({ trial, doubt }: Props) {
  const t = useTranslations('method.doubt')
  const { intervals, sensitivity, problem } = doubt
  return (
    <>
      <NodeLinks trial={trial} view="uncertainty" />
      <p className="prose-width mb-4">{t('text')}</p>
      {problem && (
        <Notice tone="danger" role="alert">
          <ProblemText problem={problem} points={trial.fixedPoints} />
        </Notice>
      )}
      {intervals && <Intervals trial={trial} intervals={intervals} />}
      {!problem && <Sensitivity sensitivity={sensitivity} />}
    </>
  )
}

function Intervals({ trial, intervals }: { readonly trial: RecipeTrial; readonly intervals: RankIntervals }) {
  const t = useTranslations('method.doubt')
  const common = useTranslations('common')
  const locale = useLocale()
  const nodeName = useNodeName(trial)
  const { node, year } = trial
  const rows = intervals.regions
    .map((code) => {
      const region = trial.region.get(code)
      return {
        key: code,
        label: region ? pick(region.name, locale) : code,
        tone: code === trial.selection.region ? ('selected' as const) : ('rest' as const),
        ...intervalOf(intervals, code, year, node),
      }
    })
    .filter(({ rank, median }) => rank !== null || median !== null)
    .sort((a, b) => (a.rank ?? a.median ?? 0) - (b.rank ?? b.median ?? 0))
  const what = { node: nodeName(node), year: String(year) }
  if (rows.length === 0) return trial.tried && <NoRanks trial={trial} tried={trial.tried} />
  const width = (row: (typeof rows)[number]) => (row.high ?? 0) - (row.low ?? 0)
  const widest = rows.reduce((most, row) => (width(row) > width(most) ? row : most))
  const firm = rows.filter((row) => width(row) <= 2).length
  const rankText = (value: number | null) => formatNumber(value, { locale, decimals: 1, trim: true })
  const summary = t('summary', { ...what, count: rows.length })
  return (
    <ChartFrame
      id="intervals"
      title={t('title', {
        firm,
        count: rows.length,
        widest: widest.label,
        low: rankText(widest.low),
        high: rankText(widest.high),
      })}
      subtitle={t('subtitle', { ...what, runs: intervals.runs, seed: intervals.seed })}
      source={`${common('calculated')} · ${common('workingData')}`}
      summary={summary}
      table={{
        columns: [
          { key: 'region', label: common('region') },
          { key: 'rank', label: common('rank'), isNumber: true, decimals: 0 },
          { key: 'median', label: t('median'), isNumber: true, decimals: 1 },
          { key: 'low', label: t('low'), isNumber: true, decimals: 1 },
          { key: 'high', label: t('high'), isNumber: true, decimals: 1 },
        ],
        rows: rows.map(({ label, rank, median, low, high }) => [label, rank, median, low, high]),
      }}
      fileName={`pentad-rank-intervals-${node}-${year}`}
      note={t('note')}
    >
      <IntervalPlot rows={rows} count={rows.length} format={{ locale, decimals: 0 }} summary={summary} />
    </ChartFrame>
  )
}

function Sensitivity({ sensitivity }: { readonly sensitivity: RankSensitivity | null }) {
  const t = useTranslations('method.doubt')
  const step = useTranslations('report.step')
  const locale = useLocale()
  const index = (value: number) => formatNumber(value, { locale, decimals: 2 })
  return (
    <section aria-labelledby="sensitivity" className="mt-10">
      <h2 id="sensitivity">{t('sensitivity')}</h2>
      {sensitivity === null ? (
        <p className="prose-width">{t('noSensitivity')}</p>
      ) : (
        <>
          <p className="prose-width">
            {t('sensitivityText', {
              runs: sensitivity.runs,
              shift: formatNumber(sensitivity.meanShift, { locale, decimals: 1 }),
            })}
          </p>
          <StepTable label={t('sensitivity')}>
            <thead>
              <tr>
                <th scope="col">{t('assumption')}</th>
                <th scope="col" className="num">
                  {t('first')}
                </th>
                <th scope="col" className="num">
                  {t('total')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sensitivity.assumptions
                .toSorted((a, b) => b.total - a.total)
                .map(({ assumption, first, total, firstInterval, totalInterval }) => (
                  <tr key={assumption}>
                    <th scope="row" className="font-normal">
                      {step(assumption)}
                    </th>
                    <td className="num">
                      {index(first)}
                      <Between ends={firstInterval} />
                    </td>
                    <td className="num">
                      {index(total)}
                      <Between ends={totalInterval} />
                    </td>
                  </tr>
                ))}
            </tbody>
          </StepTable>
        </>
      )}
    </section>
  )
}

function Between({ ends: [low, high] }: { readonly ends: readonly [number, number] }) {
  const t = useTranslations('method.doubt')
  const locale = useLocale()
  const index = (value: number) => formatNumber(value, { locale, decimals: 2 })
  return (
    <span className="block text-xs text-ink-3">{t('between', { low: index(low), high: index(high) })}</span>
  )
}
