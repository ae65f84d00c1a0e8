import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { CoverageTable } from '@/features/method/components/coverage-table'
import { FrameTable } from '@/features/method/components/frame-table'
import { ProgressTable } from '@/features/method/components/progress-table'
import { Step } from '@/features/method/components/step'
import { WeightTable } from '@/features/method/components/weight-table'
import { getMethodPage } from '@/features/method/queries'
import { Link } from '@/i18n/navigation'
import { formatPercent } from '@/lib/format'
import { routes } from '@/lib/routes'
import { parseSelection, type SearchParams, selectionQuery } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'shell' })
  return { title: t('nav.method') }
}

export default async function MethodologyPage({ params, searchParams }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'method' })
  const progress = await getTranslations({ locale, namespace: 'progress.method' })
  const page = await getMethodPage(await currentActor(), {})
  const query = selectionQuery(parseSelection(await searchParams))
  if (!page) {
    return (
      <>
        <PageHead title={t('title')} />
        <Empty title={t('empty')}>
          <p>{t('emptyText')}</p>
        </Empty>
      </>
    )
  }
  const { normalise, coverage, weights } = page.recipe
  const scale = { lower: normalise.lower, upper: normalise.upper }
  const inUse = page.areas.reduce((sum, group) => sum + group.indicators.length, 0)
  const all = page.areas.reduce((sum, group) => sum + group.indicators.length + group.notCollected.length, 0)
  const minimum = formatPercent(coverage.minimum, { locale, decimals: 0 })
  const nots = ['impute', 'treat', 'uncertainty', 'round'] as const
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <Link href={`${routes.indicators}${query}`} className={buttonClass()}>
            {t('indicators')}
          </Link>
        }
      />
      <Step id="data" title={t('data.title')}>
        <p className="prose-width">
          {t('data.text', {
            indicators: inUse,
            all,
            regions: page.comparedCount,
            first: String(page.years.at(-1)?.year ?? ''),
            last: String(page.years[0]?.year ?? ''),
          })}
        </p>
      </Step>
      <Step id="normalise" title={t('normalise.title')}>
        <p className="prose-width">{t('normalise.text', scale)}</p>
        <p className="mt-2 text-sm text-ink-2">
          {t('normalise.formula', scale)}
          <span className="block">{t('normalise.formulaLow', scale)}</span>
        </p>
        <FrameTable page={page} query={query} />
      </Step>
      <Step id="weights" title={t('weights.title')}>
        <p className="prose-width">
          {t(weights.method === 'equal' ? 'weights.text' : 'weights.textFramework')}
        </p>
        <WeightTable page={page} query={query} />
      </Step>
      <Step id="aggregate" title={t('aggregate.title')}>
        <p className="prose-width">{t('aggregate.text')}</p>
      </Step>
      <Step id="coverage" title={t('coverage.title')}>
        <p className="prose-width">
          {page.shownYear === null
            ? t('coverage.textNone', { minimum })
            : t('coverage.text', { minimum, count: page.comparedCount, year: String(page.shownYear) })}
        </p>
        <CoverageTable page={page} />
      </Step>
      <Step id="rank" title={t('rank.title')}>
        <p className="prose-width">{t('rank.text')}</p>
      </Step>
      <Step id="progress" title={t('progress.title')}>
        <p className="prose-width">{t('progress.text', { targets: page.targetCount })}</p>
        <ProgressTable page={page} />
        <p className="prose-width mt-2 text-sm text-ink-2">
          {t('progress.broken')} {progress('source')}
        </p>
        <p className="mt-2 text-sm">
          <Link href={`${routes.targets}${query}`}>{t('progress.targets')}</Link>
        </p>
      </Step>
      <Step id="productivity" title={t('productivity.title')}>
        <p className="prose-width">{t('productivity.text')}</p>
      </Step>
      <Step id="not" title={t('not.title')}>
        <ul className="prose-width list-disc ps-5">
          {nots.map((key) => (
            <li key={key}>{t(`not.${key}`)}</li>
          ))}
        </ul>
      </Step>
    </>
  )
}
