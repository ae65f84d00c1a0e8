import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { marksOfUnit } from '@/components/data-grid/unit-marks'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { getEntryPage } from '@/features/entry/queries'
import type { IndicatorInfo } from '@/features/indicators/schema'
import { EntryGrid } from '@/features/observations/components/entry-grid'
import { EntryPicker } from '@/features/observations/components/entry-picker'
import type { EntryRules } from '@/features/observations/components/entry-rules'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'entry' })
  return { title: t('title') }
}

export default async function DataPage({ params, searchParams }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'entry' })
  const page = await getEntryPage(await currentActor(), {
    params: await searchParams,
    today: new Date().getUTCFullYear(),
  })
  if (page.missing) {
    const isIndicator = page.missing === 'indicators'
    return (
      <>
        <PageHead title={t('title')} />
        <Empty title={t(isIndicator ? 'noIndicators' : 'noRegions')}>
          <p>{t(isIndicator ? 'noIndicatorsText' : 'noRegionsText')}</p>
          <Link
            href={isIndicator ? routes.newIndicator : routes.newRegion}
            className={buttonClass('primary', 'mt-3')}
          >
            {t(isIndicator ? 'addIndicator' : 'addRegion')}
          </Link>
        </Empty>
      </>
    )
  }
  const { by, indicator, region } = page
  const unit = indicator.kind === 'milestone' ? '' : pick(indicator.unit, locale)
  const label =
    by === 'indicator'
      ? t(unit ? 'gridByIndicator' : 'gridByMilestone', { name: pick(indicator.name, locale), unit })
      : t('gridByRegion', { region: pick(region.name, locale) })
  return (
    <>
      <PageHead
        kicker={t('title')}
        title={label}
        lead={<span className="hidden sm:inline">{t('lead')}</span>}
      />
      <noscript>
        <Notice tone="warning" className="mb-4">
          {t('noScript')}
        </Notice>
      </noscript>
      {!page.canEnter && <Notice className="mb-4">{t('readOnly')}</Notice>}
      <EntryPicker
        by={by}
        indicator={indicator.code}
        region={region.code}
        from={page.years[0] ?? 0}
        to={page.years.at(-1) ?? 0}
        indicators={page.indicators.map((i) => ({
          code: i.code,
          label: `${i.code} ${pick(i.name, locale)}`,
        }))}
        regions={page.regions.map((r) => ({ code: r.code, label: pick(r.name, locale) }))}
      />
      {by === 'indicator' && pick(indicator.definition, locale) && (
        <p className="prose-width mb-4 text-sm text-ink-2">
          <span className="font-medium text-ink">{t('definition')}</span> {pick(indicator.definition, locale)}
        </p>
      )}
      <EntryGrid
        // Other years of the same rows are the same grid: what was typed and can be undone stays.
        key={by === 'indicator' ? indicator.code : region.code}
        label={label}
        by={
          by === 'indicator'
            ? { kind: by, indicator: indicator.code }
            : { kind: by, region: region.code, regionName: pick(region.name, locale) }
        }
        rows={
          by === 'indicator'
            ? page.regions.map((r) => ({
                id: r.code,
                label: pick(r.name, locale),
                ...rowOf(indicator, locale),
              }))
            : page.indicators.map((i) => ({
                id: i.code,
                label: `${i.code} ${pick(i.name, locale)}`,
                hint: i.kind === 'milestone' ? '' : pick(i.unit, locale),
                ...rowOf(i, locale),
              }))
        }
        years={page.years}
        cells={page.cells}
        decimals={by === 'indicator' ? indicator.decimals : 2}
        rules={Object.fromEntries(
          (by === 'indicator' ? [indicator] : page.indicators).map((i) => [i.code, rulesOf(i, locale)]),
        )}
        canEnter={page.canEnter}
      />
    </>
  )
}

const levelsOf = (indicator: IndicatorInfo, locale: string) =>
  indicator.kind === 'milestone'
    ? indicator.levels.map((level) => ({ value: level.level, label: pick(level.wording, locale) }))
    : null

/** How the cells of an indicator are written and read. */
function rowOf(indicator: IndicatorInfo, locale: string) {
  const choices = levelsOf(indicator, locale)
  return choices
    ? { decimals: 0, choices }
    : { decimals: indicator.decimals, parse: { marks: marksOfUnit(indicator.unit.zh || indicator.unit.en) } }
}

function rulesOf(indicator: IndicatorInfo, locale: string): EntryRules {
  const { code, area, hardMin, hardMax, plausibleMin, plausibleMax } = indicator
  return {
    code,
    name: pick(indicator.name, locale),
    unit: indicator.kind === 'milestone' ? '' : pick(indicator.unit, locale),
    token: `--area-${area.toLowerCase()}`,
    hardMin,
    hardMax,
    plausibleMin,
    plausibleMax,
    levels: levelsOf(indicator, locale),
  }
}
