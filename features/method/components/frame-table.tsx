import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatPercent } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { FrameEnd, MethodIndicator, MethodPage } from '../schema'
import { AreaHead } from './area-head'
import { StepTable } from './step'

type Props = { readonly page: MethodPage; readonly query: string }

/** Which observed values are 0 and 100 on the scale of each indicator. */
export function FrameTable({ page, query }: Props) {
  const t = useTranslations('method')
  const common = useTranslations('common')
  const { lower, upper } = page.recipe.normalise
  return (
    <StepTable label={t('normalise.caption')}>
      <thead>
        <tr>
          <th scope="col">{common('indicator')}</th>
          <th scope="col" className="whitespace-nowrap">
            {t('direction')}
          </th>
          <th scope="col" className="num">
            {t('worst', { lower })}
          </th>
          <th scope="col" className="num">
            {t('best', { upper })}
          </th>
          <th scope="col" className="num">
            {t('observedShare')}
          </th>
        </tr>
      </thead>
      {page.areas.map((group) => (
        <tbody key={group.area.code}>
          <AreaHead area={group.area} span={5} />
          {group.indicators.map((row) => (
            <FrameRow key={row.indicator.code} row={row} query={query} />
          ))}
        </tbody>
      ))}
    </StepTable>
  )
}

function FrameRow({ row, query }: { readonly row: MethodIndicator; readonly query: string }) {
  const t = useTranslations('method')
  const locale = useLocale()
  const { indicator, worst, best } = row
  return (
    <tr>
      <th scope="row" className="min-w-44 font-normal">
        <Link href={`${routes.indicator(indicator.code)}${query}`} prefetch={false}>
          {pick(indicator.name, locale)}
        </Link>
        <span className="block text-xs text-ink-3">{pick(indicator.unit, locale)}</span>
      </th>
      <td className="whitespace-nowrap text-ink-2">{t(indicator.direction === 1 ? 'higher' : 'lower')}</td>
      {worst && best ? (
        <>
          <End end={worst} decimals={indicator.decimals} />
          <End end={best} decimals={indicator.decimals} />
        </>
      ) : (
        <td colSpan={2} className="text-ink-3">
          {t('noScores')}
        </td>
      )}
      <td className="num">{formatPercent(row.observedShare, { locale, decimals: 0 })}</td>
    </tr>
  )
}

function End({ end, decimals }: { readonly end: FrameEnd; readonly decimals: number }) {
  const t = useTranslations('method')
  const locale = useLocale()
  return (
    <td className="num">
      {formatNumber(end.value, { locale, decimals })}
      <span className="block text-xs text-ink-3">
        {t('end', { region: pick(end.region.name, locale), year: String(end.year) })}
      </span>
    </td>
  )
}
