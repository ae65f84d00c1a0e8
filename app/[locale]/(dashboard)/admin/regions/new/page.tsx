import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { RegionForm } from '@/features/regions/components/region-form'
import { listRegions } from '@/features/regions/queries'
import { pick } from '@/lib/bilingual'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'admin' })
  return { title: t('region.new') }
}

export default async function NewRegionPage({ params }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  const regions = await listRegions(await currentActor(), {})
  return (
    <>
      <PageHead title={t('region.new')} />
      <RegionForm
        region={null}
        parents={regions.map((r) => ({ code: r.code, label: pick(r.name, locale) }))}
      />
    </>
  )
}
