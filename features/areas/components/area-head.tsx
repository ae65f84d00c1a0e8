import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatPercent } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { AreaPage } from '../schema'
import { findingsOf } from './findings'

type Props = { readonly page: AreaPage; readonly token: string }

/** Where the region stands in the area, and what carries it and holds it back. */
export function AreaHead({ page, token }: Props) {
  const t = useTranslations('area')
  const shell = useTranslations('shell.nav')
  const locale = useLocale()
  const { area, chosen, state } = page
  const words = {
    area: pick(area.name, locale),
    region: pick(chosen.region.name, locale),
    year: String(chosen.year),
    score: formatNumber(state.score, { locale, decimals: 1 }),
    rank: state.rank ?? 0,
    count: state.rankedCount,
  }
  return (
    <PageHead
      kicker={
        <span className="inline-flex items-center gap-2">
          <span aria-hidden className="size-2.5 rounded-full" style={{ background: `var(${token})` }} />
          {shell('areas')}
        </span>
      }
      title={t(state.score === null ? 'titleNoScore' : 'titleScore', words)}
      lead={<Finding page={page} />}
      actions={
        <Link
          href={`${routes.data}${selectionQuery(chosen.selection, { by: 'region' })}`}
          className={buttonClass()}
        >
          {t('enter')}
        </Link>
      }
    />
  )
}

function Finding({ page }: { readonly page: AreaPage }) {
  const t = useTranslations('area')
  const common = useTranslations('common')
  const locale = useLocale()
  const { state, chosen } = page
  const findings = findingsOf(page.indicators)
  if (state.reason !== null) {
    const share = formatPercent(state.coverage, { locale, decimals: 0 })
    const minimum = formatPercent(chosen.recipe.coverage.minimum, { locale, decimals: 0 })
    return common(`reason.${state.reason}`, { share, minimum })
  }
  if (!findings) return null
  const strong = pick(findings.strong.indicator.name, locale)
  return findings.weak
    ? t('finding', { strong, weak: pick(findings.weak.indicator.name, locale) })
    : t('findingOne', { strong, year: String(chosen.year) })
}
