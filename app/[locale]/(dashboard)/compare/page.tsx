import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { TabLinks } from '@/components/ui/tab-links'
import { Controls } from '@/features/compare/components/controls'
import { LineView } from '@/features/compare/components/line-view'
import { measureName } from '@/features/compare/components/measure'
import { PartView } from '@/features/compare/components/part-view'
import { ScatterView } from '@/features/compare/components/scatter-view'
import { Tray } from '@/features/compare/components/tray'
import { ValueTable } from '@/features/compare/components/value-table'
import { Warnings } from '@/features/compare/components/warnings'
import { getComparePage } from '@/features/compare/queries'
import {
  type ComparePage,
  compareQuery,
  compareViews,
  parseCompare,
  withRegions,
} from '@/features/compare/schema'
import { Link, redirect } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { type SearchParams, selectionQuery } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'compare' })
  return { title: t('title') }
}

export default async function ComparisonPage({ params, searchParams }: Props) {
  const { locale } = await params
  const search = await searchParams
  const page = await getComparePage(await currentActor(), { params: search })
  const t = await getTranslations({ locale, namespace: 'compare' })
  if (!page) {
    return (
      <>
        <PageHead title={t('title')} />
        <Empty title={t('empty')}>
          <Link href={routes.data} className={buttonClass('primary', 'mt-3')}>
            {t('enter')}
          </Link>
        </Empty>
      </>
    )
  }
  const codes = page.regions.map((region) => region.code)
  const { add } = parseCompare(search)
  // The form adds a region by name; the address that is kept and shared holds it among the others.
  if (add) {
    const isNew = page.addable.some((region) => region.code === add)
    redirect({ href: `${routes.compare}${withRegions(page.state, isNew ? [...codes, add] : codes)}`, locale })
  }
  const common = await getTranslations({ locale, namespace: 'common' })
  const measure = measureName(page.measure, locale, common('index'))
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead', { measure, year: String(page.year), count: page.regions.length })}
      />
      <Tray page={page} />
      <Controls page={page} />
      <TabLinks
        label={t('view.label')}
        items={compareViews.map((view) => ({
          href: `${routes.compare}${compareQuery({ ...page.state, view }, codes)}`,
          label: t(`view.${view}`),
          isCurrent: view === page.state.view,
        }))}
      />
      <Warnings page={page} />
      <h2 className="sr-only">{t(`view.${page.state.view}`)}</h2>
      <Picture page={page} locale={locale} />
      <ValueTable page={page} />
      <p className="no-print mt-8 text-sm text-ink-2">
        <Link href={`${routes.compare}${withRegions(page.state, codes)}`}>{t('link')}</Link>
      </p>
    </>
  )
}

type PartProps = { readonly page: ComparePage; readonly locale: string }

function Picture({ page, locale }: PartProps) {
  const { view } = page.state
  const hasPoints = page.lines.some((line) => line.points.some((point) => point.value !== null))
  const hasParts = page.parts.some((part) =>
    page.regions.some(({ code }) => (part.values[code] ?? null) !== null),
  )
  const isEmpty =
    view === 'scatter'
      ? page.points.length === 0
      : view === 'lines' || view === 'ranks'
        ? !hasPoints
        : !hasParts
  if (isEmpty) return <NoValues page={page} locale={locale} />
  if (view === 'lines' || view === 'ranks') return <LineView page={page} />
  if (view === 'scatter') return <ScatterView page={page} />
  if (view === 'radar' && (page.partsKind === 'year' || page.parts.length < 3))
    return <NoRadar page={page} locale={locale} />
  return <PartView page={page} />
}

/** A radar needs at least three spokes on one scale: areas, or the indicators of an area. */
async function NoRadar({ page, locale }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'compare' })
  const codes = page.regions.map((region) => region.code)
  const area = page.areas.find(({ code }) => code === page.measure.indicator?.area)
  const common = await getTranslations({ locale, namespace: 'common' })
  const others = [
    { code: page.indexCode, name: common('index') },
    ...(area ? [{ code: area.code, name: pick(area.name, locale) }] : []),
  ]
  return (
    <Empty title={t('noRadar')}>
      <p>{t('noRadarText')}</p>
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        {others.map((other) => (
          <Link
            key={other.code}
            href={`${routes.compare}${compareQuery({ ...page.state, of: other.code }, codes)}`}
            className={buttonClass()}
          >
            {t('showOther', { name: other.name })}
          </Link>
        ))}
      </div>
    </Empty>
  )
}

async function NoValues({ page, locale }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'compare' })
  return (
    <Empty title={t('noValues')}>
      <Link href={`${routes.data}${selectionQuery(page.state.selection)}`}>{t('enter')}</Link>
    </Empty>
  )
}
