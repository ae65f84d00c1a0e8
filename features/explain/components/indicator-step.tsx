import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { formatNumber, formatObserved } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { ExplainPage, ScoreExplanation } from '../schema'
import { type FormulaName, fill, formulaOf, namesIn } from './formulas'
import { chainNumber } from './numbers'

type Indicator = Extract<ScoreExplanation, { kind: 'indicator' }>

function numberOf({ value, normalise }: Indicator, name: FormulaName): number | null {
  const { facts, scale } = normalise
  const numbers: Record<FormulaName, number | null> = {
    x: value,
    min: facts.min,
    max: facts.max,
    mean: facts.mean,
    sd: facts.sd,
    lower: scale.lower,
    upper: scale.upper,
    centre: scale.mean,
    spread: scale.sd,
    low: normalise.goalpostLow,
    high: normalise.goalpostHigh,
    target: normalise.target,
    worse: facts.worse,
    n: facts.count,
  }
  return numbers[name]
}

/** The way of one value from the observation to its score, step by step, with the numbers in the formula. */
export function IndicatorStep({ page, node }: { readonly page: ExplainPage; readonly node: Indicator }) {
  const t = useTranslations('explain')
  const status = useTranslations('obsStatus')
  const locale = useLocale()
  const info = page.indicators[node.node]
  if (!info) return null
  const { facts, method } = node.normalise
  const value = (number: number | null) => formatObserved(number, info, locale)
  const letter = page.statuses[node.node] ?? ''
  const formula = formulaOf(method, node.direction)
  return (
    <>
      <ol className="prose-width space-y-3">
        <Step title={t('step.observed')}>
          {node.observed === null ? t('notObserved') : value(node.observed)}
          {letter && letter !== 'A' && ` (${letter}: ${status(letter)})`}{' '}
          <Link
            href={`${routes.indicator(node.node)}${selectionQuery(page.chosen.selection, { tab: 'table' })}`}
          >
            {t('source')}
          </Link>
        </Step>
        <Step title={t('step.imputed')}>
          {node.imputed
            ? t('imputed', { value: value(node.imputed.value), method: t(`impute.${node.imputed.method}`) })
            : t('notImputed')}
        </Step>
        <Step title={t('step.treated')}>
          {node.treated
            ? t(node.treated.isChanged ? 'treated' : 'treatedOthers', {
                count: node.treated.points,
                before: chainNumber(node.treated.before, locale),
                after: chainNumber(node.treated.after, locale),
                skewness: formatNumber(node.treated.skewness, { locale, decimals: 2 }),
                kurtosis: formatNumber(node.treated.kurtosis, { locale, decimals: 2 }),
              })
            : t('notTreated')}
        </Step>
        <Step title={t('step.normalised')}>
          {facts.frame === 'pooled'
            ? t('framePooled', { count: facts.count })
            : t('frameYear', { count: facts.count, year: String(facts.year) })}{' '}
          {t(node.direction === 1 ? 'higher' : 'lower')}
          {node.normalise.warning && (
            <span className="block font-medium">{t(`warning.${node.normalise.warning}`)}</span>
          )}
        </Step>
      </ol>
      {node.score !== null && (
        <div className="mt-4 overflow-x-auto rounded border border-line bg-panel p-4 text-sm">
          <p className="text-ink-2">
            {t('score')} = {fill(formula, (name) => t(`symbol.${name}`))}
          </p>
          <p className="mt-2 text-base">
            {fill(formula, (name) => chainNumber(numberOf(node, name), locale))} ={' '}
            <strong>{chainNumber(node.score, locale)}</strong>
          </p>
          <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-ink-2">
            {namesIn(formula).map((name) => (
              <div key={name} className="flex gap-2">
                <dt>{t(`symbol.${name}`)}</dt>
                <dd className="text-ink">{chainNumber(numberOf(node, name), locale)}</dd>
                <dd>{t(`meaning.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  )
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <li className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span className="text-sm text-ink-2">{title}</span>
      <span>{children}</span>
    </li>
  )
}
