import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatPercent } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { MethodPage } from '../schema'
import { AreaHead } from './area-head'
import { StepTable } from './step'

type Props = { readonly page: MethodPage; readonly query: string }

/** The tree of weights: area, indicator within it, and what that makes of the whole index. */
export function WeightTable({ page, query }: Props) {
  const t = useTranslations('method')
  const common = useTranslations('common')
  const locale = useLocale()
  const percent = (share: number) => formatPercent(share, { locale, decimals: 1 })
  const inIndex = page.areas.flatMap((group) =>
    group.weight === null ? [] : [{ ...group, weight: group.weight }],
  )
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  return (
    <StepTable label={t('weights.caption')}>
      <thead>
        <tr>
          <th scope="col">{common('indicator')}</th>
          <th scope="col" className="num">
            {t('weights.area')}
          </th>
          <th scope="col" className="num">
            {t('weights.index')}
          </th>
        </tr>
      </thead>
      {inIndex.map(({ area, weight, indicators, notCollected }) => (
        <tbody key={area.code}>
          <AreaHead area={area} span={1}>
            <td />
            <td className="num font-semibold">{percent(weight)}</td>
          </AreaHead>
          {indicators.map((row) => (
            <tr key={row.indicator.code}>
              <th scope="row" className="!ps-7 font-normal">
                <Link href={`${routes.indicator(row.indicator.code)}${query}`} prefetch={false}>
                  {pick(row.indicator.name, locale)}
                </Link>
              </th>
              <td className="num">{percent(row.weight)}</td>
              <td className="num">{percent(row.effectiveWeight ?? 0)}</td>
            </tr>
          ))}
          {notCollected.length > 0 && (
            <tr>
              <td colSpan={3} className="!ps-7 text-xs text-ink-3">
                {t('notCollected', {
                  list: list.format(notCollected.map((indicator) => pick(indicator.name, locale))),
                })}
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </StepTable>
  )
}
