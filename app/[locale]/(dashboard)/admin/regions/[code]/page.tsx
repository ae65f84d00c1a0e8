import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { PageHead } from '@/components/ui/page-head'
import { RegionForm } from '@/features/regions/components/region-form'
import { listRegions } from '@/features/regions/queries'
import { pick } from '@/lib/bilingual'
import { codeIn } from '@/lib/routes'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string; code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  return { title: t('region.editTitle', { code: codeIn(code) }) }
}

export default async function EditRegionPage({ params }: Props) {
  const { locale, code } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  const regions = await listRegions(await currentActor(), {})
  const region = regions.find((candidate) => candidate.code === codeIn(code))
  if (!region) return <Missing />
  const parents = regions.filter((r) => r.code !== region.code)
  return (
    <>
      <PageHead title={t('region.editTitle', { code: region.code })} lead={pick(region.name, locale)} />
      <RegionForm
        region={region}
        parents={parents.map((r) => ({ code: r.code, label: pick(r.name, locale) }))}
      />
    </>
  )
}
