import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { getEntryPage, unitMarksOf } from '@/features/entry/queries'
import type { EntryAxis } from '@/features/entry/schema'
import type { IndicatorInfo } from '@/features/indicators/schema'
import { EntryPicker } from '@/features/observations/components/entry-picker'
import type { EntryRules } from '@/features/observations/components/entry-rules'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'
import { EntryDesk } from './entry-desk'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'entry' })
  return { title: t('title') }
}

export default async function DataPage({ params, searchParams }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'entry' })
  const asked = await searchParams
  const page = await getEntryPage(await currentActor(), {
    params: asked,
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
  const { by, indicator, region, year, years, columns } = page
  const unit = indicator.kind === 'milestone' ? '' : pick(indicator.unit, locale)
  const words = await getTranslations({ locale, namespace: 'admin' })
  const columnNames = new Map(
    page.columnChoices.map(({ code, of, regions, part }) => {
      const name = typeof of === 'string' ? words(`level.${of}`) : pick(of, locale)
      return [
        code,
        part ? t('columns.part', { name, ...part }) : t('columns.all', { name, count: regions.length }),
      ]
    }),
  )
  const label = {
    indicator: t(unit ? 'gridByIndicator' : 'gridByMilestone', { name: pick(indicator.name, locale), unit }),
    region: t('gridByRegion', { region: pick(region.name, locale) }),
    year: t('gridByYear', { year: String(year), regions: columnNames.get(columns.code) ?? '' }),
  }[by]
  const names = new Map(page.regions.map((r) => [r.code, pick(r.name, locale)]))
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
        year={year}
        from={years[0] ?? 0}
        to={years.at(-1) ?? 0}
        options={
          by === 'indicator'
            ? page.indicators.map((i) => ({ code: i.code, label: `${i.code} ${pick(i.name, locale)}` }))
            : by === 'region'
              ? page.regions.map((r) => ({ code: r.code, label: pick(r.name, locale) }))
              : []
        }
        columns={columns.code}
        columnGroups={
          by === 'year'
            ? columnKinds.flatMap((kind) => {
                const options = page.columnChoices
                  .filter((choice) => choice.kind === kind)
                  .map(({ code }) => ({ code, label: columnNames.get(code) ?? code }))
                return options.length > 0 ? [{ label: t(`columns.${kind}`), options }] : []
              })
            : []
        }
      />
      {by === 'year' && columns.part && (
        <p className="mb-4 text-sm text-ink-2">{t('columns.partial', columns.part)}</p>
      )}
      {by === 'indicator' && pick(indicator.definition, locale) && (
        <p className="prose-width mb-4 text-sm text-ink-2">
          <span className="font-medium text-ink">{t('definition')}</span> {pick(indicator.definition, locale)}
        </p>
      )}
      <EntryDesk
        // Other years of the same rows are the same grid: what was typed and can be undone stays.
        key={{ indicator: indicator.code, region: region.code, year: `${year} ${columns.code}` }[by]}
        label={label}
        axis={
          {
            indicator: { kind: 'indicator', indicator: indicator.code } as const,
            region: { kind: 'region', region: region.code, regionName: pick(region.name, locale) } as const,
            year: { kind: 'year', year } as const,
          }[by]
        }
        rows={
          by === 'indicator'
            ? page.regions.map((r) => ({
                id: r.code,
                label: names.get(r.code) ?? r.code,
                ...rowOf(indicator, locale),
              }))
            : page.indicators.map((i) => ({
                id: i.code,
                label: `${i.code} ${pick(i.name, locale)}`,
                hint: i.kind === 'milestone' ? '' : pick(i.unit, locale),
                ...rowOf(i, locale),
              }))
        }
        columns={
          by === 'year'
            ? columns.regions.map((code) => ({
                id: code,
                label: names.get(code) ?? code,
                hint: names.get(code) ?? code,
              }))
            : years.map((one) => ({ id: String(one), label: String(one) }))
        }
        cells={page.cells}
        startsAt={startOf(by, asked)}
        decimals={by === 'indicator' ? indicator.decimals : 2}
        rules={Object.fromEntries(
          (by === 'indicator' ? [indicator] : page.indicators).map((i) => [i.code, rulesOf(i, locale)]),
        )}
        canEnter={page.canEnter}
      />
    </>
  )
}

/** The cell that the address names. A year without names begins at its first region. */
function startOf(by: EntryAxis, asked: SearchParams) {
  const text = (key: string) => (typeof asked[key] === 'string' ? asked[key] : undefined)
  if (by === 'indicator') return { rowId: text('region'), columnId: text('year') }
  if (by === 'region') return { rowId: text('indicator'), columnId: text('year') }
  const region = text('region')
  return region ? { rowId: text('indicator'), columnId: region } : undefined
}

const columnKinds = ['level', 'group', 'within'] as const

const levelsOf = (indicator: IndicatorInfo, locale: string) =>
  indicator.kind === 'milestone'
    ? indicator.levels.map((level) => ({ value: level.level, label: pick(level.wording, locale) }))
    : null

/** How the cells of an indicator are written and read. */
function rowOf(indicator: IndicatorInfo, locale: string) {
  const choices = levelsOf(indicator, locale)
  return choices
    ? { decimals: 0, choices }
    : { decimals: indicator.decimals, parse: { marks: unitMarksOf(indicator) } }
}

function rulesOf(indicator: IndicatorInfo, locale: string): EntryRules {
  const { code, area, hardMin, hardMax, plausibleMin, plausibleMax } = indicator
  return {
    code,
    name: pick(indicator.name, locale),
    decimals: indicator.kind === 'milestone' ? 0 : indicator.decimals,
    unit: indicator.kind === 'milestone' ? '' : pick(indicator.unit, locale),
    token: `--area-${area.toLowerCase()}`,
    hardMin,
    hardMax,
    plausibleMin,
    plausibleMax,
    levels: levelsOf(indicator, locale),
  }
}
