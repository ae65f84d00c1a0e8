import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { CompletenessView } from '@/features/quality/components/completeness-view'
import { FindingFilters } from '@/features/quality/components/finding-filters'
import { FindingTable } from '@/features/quality/components/finding-table'
import { PageLinks } from '@/features/quality/components/page-links'
import { RulesView } from '@/features/quality/components/rules-view'
import { ViewLinks } from '@/features/quality/components/view-links'
import { getCompleteness, getQualityPage } from '@/features/quality/queries'
import { qualityParams, rowsPerPage } from '@/features/quality/schema'
import { NoData } from '@/features/sample/components/no-data'
import { choose, getWorkspace } from '@/features/scores/queries'
import { ClientMessages } from '@/i18n/client-messages'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { parseSelection, type SearchParams, selectionQuery } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'quality' })
  return { title: t('title') }
}

export default async function QualityPage({ params, searchParams }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'quality' })
  const actor = await currentActor()
  const asked = await searchParams
  const [workspace, page] = await Promise.all([
    getWorkspace(actor, {}),
    getQualityPage(actor, { params: asked }),
  ])
  if (workspace.panel.regions.length === 0) return <NoData />
  const { selection } = choose(workspace, parseSelection(asked))
  const { filter, counts } = page
  const links = <ViewLinks view={filter.view} selection={selection} counts={counts} />
  if (filter.view === 'completeness') {
    return (
      <CompletenessView page={await getCompleteness(actor, { params: asked })} selection={selection}>
        {links}
      </CompletenessView>
    )
  }
  const head = (
    <PageHead title={t('title')} lead={t('lead', { open: counts.open, observed: page.observed })} />
  )
  if (filter.view === 'rules') {
    return (
      <>
        {head}
        {links}
        <RulesView page={page} selection={selection} codes={new Set(workspace.indicator.keys())} />
      </>
    )
  }
  const isFiltered = [filter.area, filter.indicator, filter.place, filter.rule, filter.severity].some(Boolean)
  const query = selectionQuery(
    { region: null, peers: null, year: null },
    { ...qualityParams(filter), lang: locale },
  )
  return (
    <ClientMessages locale={locale} also={['quality']}>
      <PageHead
        title={t(`view.${filter.view}`)}
        lead={t('lead', { open: counts.open, observed: page.observed })}
        actions={
          page.total > 0 && (
            <a href={`/api/v1/checks.csv${query}`} className={buttonClass()} download>
              {t('download')}
            </a>
          )
        }
      />
      {links}
      <noscript>
        <Notice tone="warning" className="mb-4">
          {t('noScript')}
        </Notice>
      </noscript>
      <FindingFilters page={page} selection={selection} />
      {page.rows.length === 0 ? (
        <Empty title={t(isFiltered ? 'empty.filtered' : `empty.${filter.view}`)}>
          {!isFiltered && <p>{t(`empty.${filter.view}Text`)}</p>}
        </Empty>
      ) : (
        <FindingTable
          page={page}
          regionNames={workspace.panel.regions.map((code) =>
            pick(workspace.region.get(code)?.name ?? { en: code, zh: '' }, locale),
          )}
        />
      )}
      <PageLinks
        page={filter.page}
        perPage={rowsPerPage}
        total={page.total}
        hrefOf={(next) =>
          `${routes.dataQuality}${selectionQuery(selection, qualityParams(filter, { page: next }))}`
        }
      />
    </ClientMessages>
  )
}
