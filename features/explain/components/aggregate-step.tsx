import { useLocale, useTranslations } from 'next-intl'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatPercent } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { ExplainPage, ScoreExplanation } from '../schema'
import { chainNumber } from './numbers'

type Aggregate = Extract<ScoreExplanation, { kind: 'aggregate' }>

/** How the score of an aggregate is made of those below it: a row a child, and the sum. */
export function AggregateStep({ page, node }: { readonly page: ExplainPage; readonly node: Aggregate }) {
  const t = useTranslations('explain')
  const common = useTranslations('common')
  const locale = useLocale()
  const query = selectionQuery(page.chosen.selection)
  const parts = node.children.filter((child) => child.weight > 0)
  const isSum = parts.some((child) => child.contribution !== null)
  const share = (value: number) => formatPercent(value, { locale, decimals: 1 })
  return (
    <>
      <p className="prose-width">{t(`aggregate.${node.method}`)}</p>
      <p className="prose-width mt-1 text-sm text-ink-2">
        {t('coverage', { share: share(node.coverage), minimum: share(node.minimumCoverage) })}
      </p>
      <TableScroll label={t('parts')}>
        <table className="table mt-3">
          <thead>
            <tr>
              <th scope="col">{t('part')}</th>
              <th scope="col" className="num">
                {common('score')}
              </th>
              <th scope="col" className="num">
                {t('weight')}
              </th>
              <th scope="col" className="num">
                {t('weightHere')}
              </th>
              {isSum && (
                <th scope="col" className="num">
                  {t('points')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {parts.map((child) => (
              <tr key={child.node}>
                <th scope="row" className="font-normal">
                  <Link href={`${routes.explain(child.node)}${query}`}>
                    {pick(page.names[child.node] ?? { en: child.node, zh: child.node }, locale)}
                  </Link>
                </th>
                <td className="num">
                  {child.score === null ? common('noScore') : chainNumber(child.score, locale)}
                </td>
                <td className="num">{share(child.weight)}</td>
                <td className="num">{share(child.weightShare)}</td>
                {isSum && <td className="num">{chainNumber(child.contribution, locale)}</td>}
              </tr>
            ))}
          </tbody>
          {isSum && (
            <tfoot>
              <tr>
                <th scope="row">{t('sum')}</th>
                <td />
                <td />
                <td className="num">{share(parts.reduce((sum, child) => sum + child.weightShare, 0))}</td>
                <td className="num font-semibold">{chainNumber(node.score, locale)}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </TableScroll>
      <p className="mt-2 text-xs text-ink-3">{t('weightNote')}</p>
    </>
  )
}
