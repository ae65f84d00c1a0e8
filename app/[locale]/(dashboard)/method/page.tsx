import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { TabLinks } from '@/components/ui/tab-links'
import { DoubtView } from '@/features/method/components/doubt-view'
import { EffectView } from '@/features/method/components/effect-view'
import { Explanation } from '@/features/method/components/explanation'
import { ProgressView } from '@/features/method/components/progress-view'
import { StructureView } from '@/features/method/components/structure-view'
import { TrialHead } from '@/features/method/components/trial-head'
import { ValueView } from '@/features/method/components/value-view'
import { WeightTree } from '@/features/method/components/weight-tree'
import { getMethodPage, getProgressCounts, getRankDoubt, getRecipeTrial } from '@/features/method/queries'
import { methodViews, type RecipeTrial, readView, trialQuery } from '@/features/method/schema'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { type SearchParams, selectionQuery } from '@/lib/selection'
import { currentActor } from '@/server/session'
import { RecipeView } from './recipe-view'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'shell' })
  return { title: t('nav.method') }
}

export default async function MethodologyPage({ params, searchParams }: Props) {
  const { locale } = await params
  const search = await searchParams
  const view = readView(search)
  const t = await getTranslations({ locale, namespace: 'method' })
  const trial = await getRecipeTrial(await currentActor(), { params: search })
  if (!trial) {
    return (
      <>
        <PageHead title={t('title')} />
        <Empty title={t('empty')}>
          <p>{t('emptyText')}</p>
        </Empty>
      </>
    )
  }
  const { inUseName, selection } = trial
  return (
    <>
      <PageHead
        title={t('title')}
        lead={inUseName === null ? t('lead') : t('leadNamed', { name: inUseName })}
        actions={
          <Link href={`${routes.indicators}${selectionQuery(selection)}`} className={buttonClass()}>
            {t('indicators')}
          </Link>
        }
      />
      <TabLinks
        label={t('view.label')}
        items={methodViews.map((other) => ({
          href: `${routes.method}${trialQuery(trial, other)}`,
          label: t(`view.${other}`),
          isCurrent: other === view,
        }))}
      />
      <Section trial={trial} search={search} />
    </>
  )
}

type SectionProps = { readonly trial: RecipeTrial; readonly search: SearchParams }

async function Section({ trial, search }: SectionProps) {
  const actor = await currentActor()
  const view = readView(search)
  if (view === 'how') {
    const page = await getMethodPage(actor, {})
    return page && <Explanation page={page} query={selectionQuery(trial.selection)} />
  }
  if (view === 'progress')
    return <ProgressView counts={await getProgressCounts(actor, { year: trial.year })} />
  if (view === 'recipe') return <RecipeView trial={trial} />
  const { tried } = trial
  return (
    <>
      <TrialHead trial={trial} />
      {tried && view === 'effect' && <EffectView trial={trial} tried={tried} />}
      {tried && view === 'weights' && <WeightTree trial={trial} tried={tried} />}
      {tried && view === 'values' && <ValueView trial={trial} tried={tried} />}
      {tried && view === 'structure' && <StructureView trial={trial} tried={tried} />}
      {tried && view === 'uncertainty' && (
        <DoubtView trial={trial} doubt={await getRankDoubt(actor, { params: search })} />
      )}
    </>
  )
}
