import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { effectiveWeights } from '@/core/index/effective-weights'
import type { IndexResult } from '@/core/index/run-index'
import { pick } from '@/lib/bilingual'
import { formatPercent } from '@/lib/format'
import type { RecipeTrial } from '../schema'
import { AreaHead } from './area-head'
import { useNodeName } from './node-links'
import { StepTable } from './step'

type Props = { readonly trial: RecipeTrial; readonly tried: IndexResult }

/** The weights as a tree, beside those in use: within the parent, and in the whole index. */
export function WeightTree({ trial, tried }: Props) {
  const t = useTranslations('method.tree')
  const common = useTranslations('common')
  const locale = useLocale()
  const nodeName = useNodeName(trial)
  const percent = (share: number | undefined) => formatPercent(share ?? 0, { locale, decimals: 1 })
  const effective = effectiveWeights(tried.plan, tried.weights)
  const effectiveInUse = effectiveWeights(trial.inUse.plan, trial.inUse.weights)
  const numberOf = (code: string) => tried.plan.numberOf.get(code) ?? -1
  const indicators = [...trial.indicator.values()].filter(({ code }) => tried.weights[numberOf(code)] !== 0)
  const cells = (code: string, isStrong: boolean) => {
    const node = numberOf(code)
    const style = isStrong ? 'num font-semibold' : 'num'
    return (
      <>
        <td className={style}>{percent(tried.weights[node])}</td>
        <td className={style}>{percent(effective[node])}</td>
        <td className={`${style} text-ink-2`}>{percent(effectiveInUse[node])}</td>
      </>
    )
  }
  return (
    <section aria-label={t('label')}>
      <p className="prose-width">{t('text')}</p>
      {tried.weightWarnings.map(({ kind, node }) => (
        <Notice key={node} tone="warning" className="mt-3">
          {t(`warning.${kind}`, { node: nodeName(node) })}
        </Notice>
      ))}
      <StepTable label={t('label')}>
        <thead>
          <tr>
            <th scope="col">{common('indicator')}</th>
            <th scope="col" className="num">
              {t('within')}
            </th>
            <th scope="col" className="num">
              {t('effective')}
            </th>
            <th scope="col" className="num">
              {t('inUse')}
            </th>
          </tr>
        </thead>
        {trial.areas.map((area) => (
          <tbody key={area.code}>
            <AreaHead area={area} span={1}>
              {cells(area.code, true)}
            </AreaHead>
            {indicators
              .filter((indicator) => indicator.area === area.code)
              .map((indicator) => (
                <tr key={indicator.code}>
                  <th scope="row" className="!ps-7 font-normal">
                    {pick(indicator.name, locale)}
                  </th>
                  {cells(indicator.code, false)}
                </tr>
              ))}
          </tbody>
        ))}
      </StepTable>
    </section>
  )
}
