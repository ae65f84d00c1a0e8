import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { PageHead } from '@/components/ui/page-head'
import { listIndicators } from '@/features/indicators/queries'
import { listRegions } from '@/features/regions/queries'
import { TargetForm } from '@/features/targets/components/target-form'
import { listTargets } from '@/features/targets/queries'
import { pick } from '@/lib/bilingual'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'admin' })
  return { title: t('tabs.targets') }
}

export default async function EditTargetPage({ params }: Props) {
  const { locale, id } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  const actor = await currentActor()
  const [targets, indicators, regions] = await Promise.all([
    listTargets(actor, {}),
    listIndicators(actor, {}),
    listRegions(actor, {}),
  ])
  const target = targets.find((candidate) => String(candidate.id) === id)
  if (!target) return <Missing />
  return (
    <>
      <PageHead title={t('target.editTitle', { code: target.indicator })} />
      <TargetForm
        target={target}
        indicators={indicators.map((i) => ({ code: i.code, label: `${i.code} ${pick(i.name, locale)}` }))}
        regions={regions.map((r) => ({ code: r.code, label: pick(r.name, locale) }))}
      />
    </>
  )
}
