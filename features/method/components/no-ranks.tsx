import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { areasLacking, type IndexResult } from '@/core/index/run-index'
import type { RecipeTrial } from '../schema'
import { useNodeName } from './node-links'

type Props = { readonly trial: RecipeTrial; readonly tried: IndexResult }

/** Why nobody has a rank: with other weights other indicators are missed, and the coverage rule withholds scores. */
export function NoRanks({ trial, tried }: Props) {
  const t = useTranslations('method.noRanks')
  const locale = useLocale()
  const nodeName = useNodeName(trial)
  const { year, node } = trial
  const lacking = areasLacking(tried, year).filter((code) => trial.areas.some((area) => area.code === code))
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <Notice tone="warning">
      {t('text', { node: nodeName(node), year: String(year) })}{' '}
      {lacking.length > 0 && t('lacking', { list: list.format(lacking.map(nodeName)) })}
    </Notice>
  )
}
