import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { wordsIn } from '@/app/api/reports/make'
import { problemSentence } from '@/app/api/reports/problem'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { checkSentence, checksOf } from '@/features/reports/adapters/checks'
import { composeReport } from '@/features/reports/adapters/compose'
import { outlineOf } from '@/features/reports/adapters/outline'
import { ReportForm } from '@/features/reports/components/report-form'
import { ReportPreview } from '@/features/reports/components/report-preview'
import { getReport, getReportChoices } from '@/features/reports/queries'
import { NoData } from '@/features/sample/components/no-data'
import { pick } from '@/lib/bilingual'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'shell' })
  return { title: t('nav.reports') }
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const { locale } = await params
  const lang = locale === 'zh' ? 'zh' : 'en'
  const actor = await currentActor()
  const t = await getTranslations({ locale, namespace: 'report.page' })
  const choices = await getReportChoices(actor, { params: await searchParams })
  const { region, year, selection } = choices
  if (!region || year === null) return <NoData />
  const outcome = await getReport(actor, {
    region: region.code,
    year,
    peers: selection.peers,
    annex: 'region',
  })
  return (
    <>
      <PageHead
        title={t('title', { region: pick(region.name, locale), year: String(year) })}
        lead={t('lead')}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <ReportForm
          regions={choices.regions.map(({ code, name }) => ({ code, name: pick(name, locale) }))}
          years={choices.years}
          selection={selection}
          language={lang}
        />
        {outcome.ok ? (
          <Preview model={outcome.value} lang={lang} />
        ) : (
          <Notice tone="warning" className="self-start">
            {problemSentence(outcome.reason, lang, { region: pick(region.name, locale), year: String(year) })}
          </Notice>
        )}
      </div>
    </>
  )
}

type PreviewProps = {
  readonly model: Parameters<typeof composeReport>[0]
  readonly lang: Parameters<typeof wordsIn>[0]
}

function Preview({ model, lang }: PreviewProps) {
  const words = wordsIn(lang)
  const report = composeReport(model, words, new Date())
  return (
    <ReportPreview
      outline={outlineOf(report)}
      checks={checksOf(model).map((check) => checkSentence(check, model, words))}
    />
  )
}
