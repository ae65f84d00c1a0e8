import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { AreaDots } from '@/features/profiles/components/area-dots'
import { AreaRadar } from '@/features/profiles/components/area-radar'
import { AreaStates } from '@/features/profiles/components/area-states'
import { Headline } from '@/features/profiles/components/headline'
import { IndexTrend } from '@/features/profiles/components/index-trend'
import { IndicatorList } from '@/features/profiles/components/indicator-list'
import { Strengths } from '@/features/profiles/components/strengths'
import { getRegionPage } from '@/features/profiles/queries'
import type { RegionPage } from '@/features/profiles/schema'
import { Link, redirect } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatPercent } from '@/lib/format'
import { codeIn, routes } from '@/lib/routes'
import { parseSelection, type SearchParams, selectionQuery } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = {
  readonly params: Promise<{ locale: string; region: string }>
  readonly searchParams: Promise<SearchParams>
}

async function readPage({ params, searchParams }: Props) {
  const { region } = await params
  return getRegionPage(await currentActor(), { code: codeIn(region), params: await searchParams })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  const page = await readPage(props)
  const t = await getTranslations({ locale, namespace: 'regions' })
  return { title: page === null || page === 'empty' ? t('title') : pick(page.chosen.region.name, locale) }
}

async function titleOf(page: RegionPage, locale: string): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'region' })
  const { region, year } = page.chosen
  const { score, rank, rankedCount } = page.index
  const words = { region: pick(region.name, locale), year: String(year) }
  if (score === null || rank === null) return t('titleNoScore', words)
  return t('title', {
    ...words,
    score: formatNumber(score, { locale, decimals: 1 }),
    rank,
    count: rankedCount,
  })
}

/** Without scripts the selection is a form, whose region may be another than the one in the path. */
async function followChoice({ params, searchParams }: Props) {
  const { locale, region } = await params
  const { chosen, ...query } = await searchParams
  const selection = parseSelection(query)
  if (chosen === undefined || !selection.region || selection.region === codeIn(region)) return
  redirect({
    href: `${routes.region(selection.region)}${selectionQuery({ ...selection, peers: null })}`,
    locale,
  })
}

export default async function RegionProfilePage(props: Props) {
  await followChoice(props)
  const { locale } = await props.params
  const page = await readPage(props)
  if (page === null) return <Missing />
  const t = await getTranslations({ locale, namespace: 'region' })
  if (page === 'empty') {
    return (
      <>
        <PageHead title={(await getTranslations({ locale, namespace: 'regions' }))('title')} />
        <Empty title={t('empty')}>
          <Link href={routes.data} className={buttonClass('primary', 'mt-3')}>
            {t('enter')}
          </Link>
        </Empty>
      </>
    )
  }
  const { region, year, selection } = page.chosen
  const query = selectionQuery(selection)
  const isKnown = [...page.headline, ...page.indicators].some((state) => state.latest !== null)
  const kicker = [region.group, region.level === 'country' ? null : region.code].flatMap((part) =>
    part === null ? [] : typeof part === 'string' ? part : pick(part, locale),
  )
  return (
    <>
      <PageHead
        kicker={kicker.join(' · ')}
        title={await titleOf(page, locale)}
        lead={
          isKnown &&
          t('observed', {
            year: String(year),
            share: formatPercent(page.observedShare, { locale, decimals: 0 }),
          })
        }
        actions={
          <>
            <Link href={`${routes.reports}${query}`} className={buttonClass('primary')}>
              {t('report')}
            </Link>
            <Link href={`${routes.compare}${query}`} className={buttonClass()}>
              {t('compare')}
            </Link>
            <Link
              href={`${routes.data}${selectionQuery(selection, { by: 'region' })}`}
              className={buttonClass()}
            >
              {t('enter')}
            </Link>
          </>
        }
      />
      {isKnown && !page.isCompared && <Notice className="mb-6">{t('notCompared')}</Notice>}
      {!isKnown && <Empty title={t('noValues', { region: pick(region.name, locale), year: String(year) })} />}
      {isKnown && <Headline page={page} />}
      {page.isCompared && (
        <>
          <AreaStates page={page} />
          <div className="mb-10 grid gap-x-10 gap-y-8 xl:grid-cols-[3fr_2fr]">
            <AreaDots page={page} />
            <AreaRadar page={page} />
          </div>
          <div className="mb-10">
            <IndexTrend page={page} />
          </div>
        </>
      )}
      {isKnown && (
        <>
          <Strengths page={page} />
          <IndicatorList page={page} />
        </>
      )}
    </>
  )
}
