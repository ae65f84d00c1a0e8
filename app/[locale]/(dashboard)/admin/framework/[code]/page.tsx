import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { PageHead } from '@/components/ui/page-head'
import { IndicatorForm } from '@/features/indicators/components/indicator-form'
import { listAreas, listIndicators } from '@/features/indicators/queries'
import { pick } from '@/lib/bilingual'
import { codeIn } from '@/lib/routes'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string; code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  return { title: t('indicator.editTitle', { code: codeIn(code) }) }
}

export default async function EditIndicatorPage({ params }: Props) {
  const { locale, code } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  const actor = await currentActor()
  const [areas, indicators] = await Promise.all([listAreas(actor, {}), listIndicators(actor, {})])
  const indicator = indicators.find((candidate) => candidate.code === codeIn(code))
  if (!indicator) return <Missing />
  return (
    <>
      <PageHead
        title={t('indicator.editTitle', { code: indicator.code })}
        lead={pick(indicator.name, locale)}
      />
      <IndicatorForm
        indicator={indicator}
        areas={areas.map((area) => ({
          code: area.code,
          isHallmark: area.isHallmark,
          label: pick(area.name, locale),
          themes: area.themes.map((theme) => ({ id: theme.id, label: pick(theme.name, locale) })),
        }))}
      />
    </>
  )
}
