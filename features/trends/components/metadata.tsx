import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { BareIndicator, IndicatorPage } from '../schema'

/** Everything that says what the numbers mean. */
export function Metadata({ page }: { readonly page: IndicatorPage | BareIndicator }) {
  const t = useTranslations('indicator')
  const common = useTranslations('common')
  const admin = useTranslations('admin')
  const locale = useLocale()
  const { indicator, area } = page
  const range = (low: number | null, high: number | null) => {
    const number = (value: number) => formatNumber(value, { locale, decimals: 10, trim: true })
    if (low !== null && high !== null) return t('meta.between', { low: number(low), high: number(high) })
    if (low !== null) return t('meta.atLeast', { low: number(low) })
    return high === null ? null : t('meta.atMost', { high: number(high) })
  }
  const sources = page.chosen === null ? [] : page.sources
  const isMilestone = indicator.kind === 'milestone'
  return (
    <section aria-label={t('tabs.meta')} className="mb-10">
      <dl className="prose-width grid gap-x-8 gap-y-3 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
        <Row label={t('meta.code')}>{indicator.code}</Row>
        <Row label={t('meta.definition')}>{pick(indicator.definition, locale)}</Row>
        <Row label={common('unit')}>{pick(indicator.unit, locale)}</Row>
        <Row label={t('meta.direction')}>{t(indicator.direction === 1 ? 'higher' : 'lower')}</Row>
        <Row label={common('area')}>{area && pick(area.name, locale)}</Row>
        <Row label={t('meta.theme')}>{indicator.theme && pick(indicator.theme.name, locale)}</Row>
        <Row label={t('meta.factor')}>{indicator.factor && admin(`factor.${indicator.factor}`)}</Row>
        <Row label={t('meta.origin')}>{indicator.origin && admin(`origin.${indicator.origin}`)}</Row>
        <Row label={t('meta.levels')}>
          {isMilestone && (
            <ol start={0} className="list-decimal ps-5">
              {indicator.levels.map((level) => (
                <li key={level.level}>{pick(level.wording, locale)}</li>
              ))}
            </ol>
          )}
        </Row>
        <Row label={t('meta.pace')}>{!isMilestone && t(`meta.${indicator.pace}`)}</Row>
        <Row label={t('meta.plausible')}>{range(indicator.plausibleMin, indicator.plausibleMax)}</Row>
        <Row label={t('meta.hard')}>{range(indicator.hardMin, indicator.hardMax)}</Row>
        <Row label={t('meta.weight')}>
          {formatNumber(indicator.weight, { locale, decimals: 6, trim: true })}
        </Row>
        <Row label={t('meta.published')}>{pick(indicator.source, locale)}</Row>
        <Row label={t('meta.cited')}>
          {sources.length > 0 && (
            <ul className="list-disc ps-5">
              {sources.map((source) => (
                <li key={source.en}>{pick(source, locale)}</li>
              ))}
            </ul>
          )}
        </Row>
      </dl>
      <p className="no-print mt-4 text-sm">
        <Link href={routes.editIndicator(indicator.code)}>{t('meta.edit')}</Link>
      </p>
    </section>
  )
}

/** A term and its description, or nothing when there is none. */
function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (!children) return null
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
