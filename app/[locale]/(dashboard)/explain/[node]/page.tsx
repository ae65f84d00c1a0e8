import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { AggregateStep } from '@/features/explain/components/aggregate-step'
import { IndicatorStep } from '@/features/explain/components/indicator-step'
import { chainNumber } from '@/features/explain/components/numbers'
import { getExplainPage } from '@/features/explain/queries'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatPercent } from '@/lib/format'
import { codeIn, routes } from '@/lib/routes'
import { type SearchParams, selectionQuery } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = {
  readonly params: Promise<{ locale: string; node: string }>
  readonly searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'explain' })
  return { title: t('title') }
}

export default async function ExplainNumberPage({ params, searchParams }: Props) {
  const { locale, node } = await params
  const code = codeIn(node)
  const page = await getExplainPage(await currentActor(), { node: code, params: await searchParams })
  if (!page) return <Missing />
  const t = await getTranslations({ locale, namespace: 'explain' })
  const common = await getTranslations({ locale, namespace: 'common' })
  const { explanation } = page
  const { region, year } = page.chosen
  const query = selectionQuery(page.chosen.selection)
  const nameOf = (other: string) => (page.names[other] ? pick(page.names[other], locale) : common('index'))
  const percent = (value: number) => formatPercent(value, { locale, decimals: 0 })
  const words = { name: nameOf(code), region: pick(region.name, locale), year: String(year) }
  return (
    <>
      <PageHead
        kicker={
          <span className="flex flex-wrap gap-x-2">
            {page.above.map((above) => (
              <span key={above}>
                <Link href={`${routes.explain(above)}${query}`}>{nameOf(above)}</Link> ›
              </span>
            ))}
            <span>{nameOf(code)}</span>
          </span>
        }
        title={
          explanation.score === null
            ? t('headNone', words)
            : t('head', { ...words, score: chainNumber(explanation.score, locale) })
        }
        lead={
          explanation.rank === null
            ? null
            : t('lead', { rank: explanation.rank, count: explanation.rankedCount })
        }
      />
      {explanation.reason && (
        <Notice tone="warning" className="mb-4">
          {common(`reason.${explanation.reason}`, {
            share: percent(explanation.coverage),
            minimum: percent(explanation.kind === 'aggregate' ? explanation.minimumCoverage : 0),
          })}
        </Notice>
      )}
      {explanation.kind === 'aggregate' ? (
        <AggregateStep page={page} node={explanation} />
      ) : (
        <IndicatorStep page={page} node={explanation} />
      )}
      <p className="mt-6 text-sm">
        <Link href={`${routes.method}${query}`}>{t('recipe')}</Link>
      </p>
    </>
  )
}
