import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ProgressAssessment } from '@/core/progress/assess-progress'
import { formatNumber, formatObserved, formatPace, formatSigned } from '@/lib/format'
import type { IndicatorPage } from '../schema'

type Point = { readonly year: number; readonly value: number }

/** Start, latest value, target, paces and their ratio, each with the numbers of this region. */
export function PaceSteps({ page }: { readonly page: IndicatorPage }) {
  const t = useTranslations('progress.method')
  const common = useTranslations('common')
  const locale = useLocale()
  const { indicator, progress } = page
  const { start, latest, target, pace, observedPace, requiredPace, ratio, growth, direction } = progress
  const value = (of: number) => formatObserved(of, indicator, locale)
  const yearly = (of: number) =>
    formatPace(of, indicator, { kind: pace, locale, points: common('percentagePoints') })
  const goal =
    target && target.targetValue !== null ? { year: target.targetYear, value: target.targetValue } : null
  return (
    <dl className="mt-4 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-[11rem_minmax(0,1fr)]">
      {start && (
        <Step label={t('start')}>{t('point', { value: value(start.value), year: String(start.year) })}</Step>
      )}
      {latest && (
        <Step label={common('latest')}>
          {t('point', { value: value(latest.value), year: String(latest.year) })}
        </Step>
      )}
      {goal && (
        <Step label={common('target')}>
          {t('point', { value: value(goal.value), year: String(goal.year) })}
          <Change page={page} />
        </Step>
      )}
      {start && latest && observedPace !== null && (
        <Step label={t('observedPace')}>
          <PaceFormula from={start} to={latest} kind={pace} page={page} /> ={' '}
          {common('perYear', { value: yearly(observedPace) })}
        </Step>
      )}
      {start && goal && requiredPace !== null && (
        <Step label={t('requiredPace')}>
          <PaceFormula from={start} to={goal} kind={pace} page={page} /> ={' '}
          {common('perYear', { value: yearly(requiredPace) })}
        </Step>
      )}
      {ratio !== null && observedPace !== null && requiredPace !== null && (
        <Step label={t('ratio')}>
          {direction === -1 && '−1 × '}
          {yearly(observedPace)} ÷ |{yearly(requiredPace)}| ={' '}
          <strong>{formatSigned(ratio, { locale, decimals: 2 })}</strong>
        </Step>
      )}
      {growth !== null && observedPace !== null && (
        <Step label={t('growth')}>
          <GrowthFormula page={page} growth={growth} observed={yearly(observedPace)} />
        </Step>
      )}
    </dl>
  )
}

function Step({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** Numbers of a formula carry more digits than the tables, so that it can be checked by hand. */
function useExact(page: IndicatorPage) {
  const locale = useLocale()
  return (value: number) => formatNumber(value, { locale, decimals: page.indicator.decimals + 2, trim: true })
}

type FormulaProps = {
  readonly from: Point
  readonly to: Point
  readonly kind: ProgressAssessment['pace']
  readonly page: IndicatorPage
}

function PaceFormula({ from, to, kind, page }: FormulaProps) {
  const exact = useExact(page)
  const years = `${to.year} − ${from.year}`
  return kind === 'compound' ? (
    <>
      ({exact(to.value)} ÷ {exact(from.value)})<sup>1 ÷ ({years})</sup> − 1
    </>
  ) : (
    <>
      ({exact(to.value)} − {bracketed(from.value, exact)}) ÷ ({years})
    </>
  )
}

const bracketed = (value: number, write: (value: number) => string) =>
  value < 0 ? `(${write(value)})` : write(value)

/** How a target in % of the baseline became a value. */
function Change({ page }: { readonly page: IndicatorPage }) {
  const t = useTranslations('progress.method')
  const locale = useLocale()
  const exact = useExact(page)
  const { target } = page.progress
  if (target?.kind !== 'change_percent' || target.baselineValue === null || target.targetValue === null)
    return null
  return (
    <span className="block text-ink-2">
      {t('change', {
        change: formatSigned(target.setTarget, { locale, decimals: 4, trim: true, unit: '%' }),
        year: String(target.baselineYear),
        formula: `${exact(target.baselineValue)} ${target.setTarget < 0 ? '−' : '+'} ${exact(Math.abs(target.baselineValue))} × ${exact(Math.abs(target.setTarget))} ÷ 100 = ${exact(target.targetValue)}`,
      })}
    </span>
  )
}

type GrowthProps = { readonly page: IndicatorPage; readonly growth: number; readonly observed: string }

function GrowthFormula({ page, growth, observed }: GrowthProps) {
  const locale = useLocale()
  const exact = useExact(page)
  const { direction, pace, start, latest, notes } = page.progress
  const result = <strong>{formatSigned(growth * 100, { locale, decimals: 1, unit: '%' })}</strong>
  if (direction === 1 && pace === 'compound') return result
  const isLinear = notes.includes('linear-instead')
  const sign = direction === -1 && '−1 × '
  // Growth is a rate, also of an indicator whose pace is an amount.
  if (pace === 'linear' && !isLinear && start && latest) {
    return (
      <>
        {sign}
        {sign && '('}
        <PaceFormula from={start} to={latest} kind="compound" page={page} />
        {sign && ')'} = {result}
      </>
    )
  }
  return (
    <>
      {sign}
      {observed}
      {isLinear && start && ` ÷ |${exact(start.value)}|`} = {result}
    </>
  )
}
