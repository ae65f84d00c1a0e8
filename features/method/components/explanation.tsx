import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { formatPercent } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { MethodPage } from '../schema'
import { CoverageTable } from './coverage-table'
import { FrameTable } from './frame-table'
import { ProgressTable } from './progress-table'
import { Step } from './step'
import { WeightTable } from './weight-table'

type Props = { readonly page: MethodPage; readonly query: string }

/** The recipe in use, step by step, with the numbers that it did it with. */
export function Explanation({ page, query }: Props) {
  const t = useTranslations('method')
  const words = useTranslations('report.recipe')
  const progress = useTranslations('progress.method')
  const locale = useLocale()
  const { impute, treat, normalise, coverage, weights, aggregate } = page.recipe
  const scale = { lower: normalise.lower, upper: normalise.upper }
  const inUse = page.areas.reduce((sum, group) => sum + group.indicators.length, 0)
  const all = page.areas.reduce((sum, group) => sum + group.indicators.length + group.notCollected.length, 0)
  const minimum = formatPercent(coverage.minimum, { locale, decimals: 0 })
  const limits = { skew: treat.skew, kurtosis: treat.kurtosis, points: treat.maxPoints }
  // The ends of a scale are observed values only where nothing was done to them and all years share it.
  const isPlain = impute.method === 'none' && treat.method === 'none'
  const hasEnds = normalise.method === 'min-max' && normalise.frame === 'pooled' && isPlain
  const between = aggregate.byLevel['2']
  const isArithmetic = aggregate.method === 'arithmetic' && Object.keys(aggregate.byLevel).length === 0
  const method = (name: string) => words(`aggregate.${name}`, { power: aggregate.power })
  const nots = [
    ...(impute.method === 'none' ? ['impute'] : []),
    ...(treat.method === 'none' ? ['treat'] : []),
    'round',
  ]
  return (
    <>
      <Step id="data" title={t('data.title')}>
        <p className="prose-width">
          {t('data.text', {
            indicators: inUse,
            all,
            regions: page.comparedCount,
            first: String(page.years.at(-1)?.year ?? ''),
            last: String(page.years[0]?.year ?? ''),
          })}
        </p>
      </Step>
      {impute.method !== 'none' && (
        <Step id="impute" title={t('imputeTitle')}>
          <p className="prose-width">{words(`impute.${impute.method}`)}</p>
        </Step>
      )}
      {treat.method !== 'none' && (
        <Step id="treat" title={t('treatTitle')}>
          <p className="prose-width">{words(`treat.${treat.method}`, limits)}</p>
          <p className="prose-width">{words(`fallback.${treat.fallback}`)}</p>
        </Step>
      )}
      <Step id="normalise" title={t('normalise.title')}>
        {hasEnds ? (
          <p className="prose-width">{t('normalise.text', scale)}</p>
        ) : (
          <>
            <p className="prose-width">
              {words(`normalise.${normalise.method}`, { ...scale, mean: normalise.mean, sd: normalise.sd })}
            </p>
            <p className="prose-width">{words(`frame.${normalise.frame}`)}</p>
          </>
        )}
        {normalise.method === 'min-max' && (
          <p className="mt-2 text-sm text-ink-2">
            {t(normalise.lower === 0 ? 'normalise.formula' : 'normalise.formulaFrom', scale)}
            <span className="block">
              {t(normalise.lower === 0 ? 'normalise.formulaLow' : 'normalise.formulaLowFrom', scale)}
            </span>
          </p>
        )}
        {hasEnds && <FrameTable page={page} query={query} />}
      </Step>
      <Step id="weights" title={t('weights.title')}>
        <p className="prose-width">
          {weights.method === 'equal'
            ? t('weights.text')
            : weights.method === 'framework'
              ? t('weights.textFramework')
              : words(`weights.${weights.method}`)}
        </p>
        <WeightTable page={page} query={query} />
      </Step>
      <Step id="aggregate" title={t('aggregate.title')}>
        {isArithmetic ? (
          <p className="prose-width">{t('aggregate.text')}</p>
        ) : (
          <>
            <p className="prose-width">{method(aggregate.byLevel['1'] ?? aggregate.method)}</p>
            {between && <p className="prose-width">{words('betweenAreas', { method: method(between) })}</p>}
          </>
        )}
      </Step>
      <Step id="coverage" title={t('coverage.title')}>
        <p className="prose-width">
          {coverage.minimum === 0
            ? words('noCoverage')
            : page.shownYear === null
              ? t('coverage.textNone', { minimum })
              : t('coverage.text', { minimum, count: page.comparedCount, year: String(page.shownYear) })}
        </p>
        <CoverageTable page={page} />
      </Step>
      <Step id="rank" title={t('rank.title')}>
        <p className="prose-width">{t('rank.text')}</p>
      </Step>
      <Step id="progress" title={t('progress.title')}>
        <p className="prose-width">{t('progress.text', { targets: page.targetCount })}</p>
        <ProgressTable method={page.progress} label={t('progress.caption')} />
        <p className="prose-width mt-2 text-sm text-ink-2">
          {t('progress.broken')} {progress('source')}
        </p>
        <p className="mt-2 text-sm">
          <Link href={`${routes.targets}${query}`}>{t('progress.targets')}</Link>
        </p>
      </Step>
      <Step id="productivity" title={t('productivity.title')}>
        <p className="prose-width">{t('productivity.text')}</p>
      </Step>
      <Step id="not" title={t('not.title')}>
        <ul className="prose-width list-disc ps-5">
          {nots.map((key) => (
            <li key={key}>{t(`not.${key}`)}</li>
          ))}
        </ul>
      </Step>
    </>
  )
}
