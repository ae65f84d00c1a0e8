import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { IndicatorForm } from '@/features/indicators/components/indicator-form'
import { listAreas } from '@/features/indicators/queries'
import { LoadSample } from '@/features/sample/components/load-sample'
import { pick } from '@/lib/bilingual'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'admin' })
  return { title: t('indicator.new') }
}

export default async function NewIndicatorPage({ params }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  const areas = await listAreas(await currentActor(), {})
  if (areas.length === 0) {
    return (
      <>
        <PageHead title={t('indicator.new')} />
        <Empty title={t('noAreas.title')}>
          <p className="mb-3">{t('noAreas.text')}</p>
          <LoadSample />
        </Empty>
      </>
    )
  }
  return (
    <>
      <PageHead title={t('indicator.new')} />
      <IndicatorForm
        indicator={null}
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
