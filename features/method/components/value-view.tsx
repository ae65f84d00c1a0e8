import { useLocale, useTranslations } from 'next-intl'
import type { IndexResult } from '@/core/index/run-index'
import { type TraceEntry, traceOf } from '@/core/index/trace'
import { pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import type { RecipeTrial } from '../schema'
import { useNodeName } from './node-links'
import { StepTable } from './step'

type Props = { readonly trial: RecipeTrial; readonly tried: IndexResult }

/** Enough to look through; the command line writes them all. */
const mostRows = 300

/** What the recipe did to single values: outliers drawn in, gaps filled, and what it could do nothing with. */
export function ValueView({ trial, tried }: Props) {
  const t = useTranslations('method.values')
  const trace = traceOf(tried)
  const at = (stage: TraceEntry['stage']) => trace.filter((entry) => entry.stage === stage)
  const treated = at('treat').filter((entry) => entry.reason !== 'not-enough')
  const imputed = at('impute').filter((entry) => entry.after !== null)
  const left = at('impute').length - imputed.length
  const { impute, treat } = tried.recipe
  return (
    <>
      <section aria-labelledby="treated" className="mb-10">
        <h2 id="treated">{t('treated')}</h2>
        <p className="prose-width">
          {t(treat.method === 'none' ? 'noTreatment' : 'treatedText', { count: treated.length })}
        </p>
        {tried.treatments.length > 0 && <TreatmentTable trial={trial} tried={tried} />}
        <Entries trial={trial} entries={treated} caption={t('treatedCaption')} />
      </section>
      <section aria-labelledby="imputed" className="mb-10">
        <h2 id="imputed">{t('imputed')}</h2>
        <p className="prose-width">
          {impute.method === 'none' ? t('noImputation') : t('imputedText', { count: imputed.length, left })}
        </p>
        <Entries trial={trial} entries={imputed} caption={t('imputedCaption')} />
      </section>
      <Silences trial={trial} entries={at('normalise')} />
    </>
  )
}

function TreatmentTable({ trial, tried }: Props) {
  const t = useTranslations('method.values')
  const common = useTranslations('common')
  const option = useTranslations('recipe.option')
  const locale = useLocale()
  const nodeName = useNodeName(trial)
  const shape = (value: number | null) => formatNumber(value, { locale, decimals: 2 })
  return (
    <StepTable label={t('treatments')}>
      <thead>
        <tr>
          <th scope="col">{common('indicator')}</th>
          <th scope="col">{common('year')}</th>
          <th scope="col">{t('method')}</th>
          <th scope="col" className="num">
            {t('points')}
          </th>
          <th scope="col" className="num">
            {t('skewness')}
          </th>
          <th scope="col" className="num">
            {t('kurtosis')}
          </th>
          <th scope="col">{t('enough')}</th>
        </tr>
      </thead>
      <tbody>
        {tried.treatments.map(({ indicator, year, method, points, before, after, isEnough }) => (
          <tr key={`${indicator}|${year}`}>
            <th scope="row" className="min-w-44 font-normal">
              {nodeName(indicator)}
            </th>
            <td className="whitespace-nowrap">{year ?? t('allYears')}</td>
            <td className="whitespace-nowrap">{option(`treat.${method}`)}</td>
            <td className="num">{points}</td>
            <td className="num whitespace-nowrap">
              {shape(before.skewness)} → {shape(after.skewness)}
            </td>
            <td className="num whitespace-nowrap">
              {shape(before.kurtosis)} → {shape(after.kurtosis)}
            </td>
            <td>{t(isEnough ? 'isEnough' : 'notEnough')}</td>
          </tr>
        ))}
      </tbody>
    </StepTable>
  )
}

type EntriesProps = {
  readonly trial: RecipeTrial
  readonly entries: readonly TraceEntry[]
  readonly caption: string
}

function Entries({ trial, entries, caption }: EntriesProps) {
  const t = useTranslations('method.values')
  const common = useTranslations('common')
  const option = useTranslations('recipe.option')
  const locale = useLocale()
  const nodeName = useNodeName(trial)
  if (entries.length === 0) return null
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-sm">
        {entries.length > mostRows
          ? t('showFirst', { shown: mostRows, count: entries.length })
          : t('showAll', { count: entries.length })}
      </summary>
      <StepTable label={caption}>
        <thead>
          <tr>
            <th scope="col">{common('indicator')}</th>
            <th scope="col">{common('region')}</th>
            <th scope="col">{common('year')}</th>
            <th scope="col" className="num">
              {t('before')}
            </th>
            <th scope="col" className="num">
              {t('after')}
            </th>
            <th scope="col">{t('method')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, mostRows).map((entry) => {
            const decimals = trial.indicator.get(entry.indicator)?.decimals ?? 2
            const region = trial.region.get(entry.region ?? '')
            const family = entry.stage === 'treat' ? 'treat' : 'impute'
            return (
              <tr key={`${entry.indicator}|${entry.region}|${entry.year}`}>
                <th scope="row" className="min-w-44 font-normal">
                  {nodeName(entry.indicator)}
                </th>
                <td className="whitespace-nowrap">{region ? pick(region.name, locale) : entry.region}</td>
                <td>{entry.year}</td>
                <td className="num">
                  {entry.before === null
                    ? common('notObserved')
                    : formatNumber(entry.before, { locale, decimals })}
                </td>
                <td className="num">
                  {formatNumber(entry.after, { locale, decimals: Math.max(decimals, 2) })}
                </td>
                <td className="whitespace-nowrap">{option(`${family}.${entry.reason}`)}</td>
              </tr>
            )
          })}
        </tbody>
      </StepTable>
    </details>
  )
}

type SilencesProps = Omit<EntriesProps, 'caption'>

/** Indicators without scores, with the reason; those that nobody has observed are one line. */
function Silences({ trial, entries }: SilencesProps) {
  const t = useTranslations('method.values')
  const locale = useLocale()
  const nodeName = useNodeName(trial)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const reasons = [...new Set(entries.map((entry) => entry.reason))]
  if (reasons.length === 0) return null
  return (
    <section aria-labelledby="silent" className="mb-10">
      <h2 id="silent">{t('silent')}</h2>
      <ul className="prose-width list-disc ps-5 text-sm">
        {reasons.map((reason) => {
          const codes = new Set(entries.flatMap((one) => (one.reason === reason ? [one.indicator] : [])))
          return (
            <li key={reason} className="mt-1">
              {t(`reason.${reason}`)} {list.format([...codes].map(nodeName))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
