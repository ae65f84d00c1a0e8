import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { listIndicators } from '@/features/indicators/queries'
import { listRegions } from '@/features/regions/queries'
import { TargetForm } from '@/features/targets/components/target-form'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { currentActor } from '@/server/session'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<{ indicator?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'admin' })
  return { title: t('target.new') }
}

export default async function NewTargetPage({ params, searchParams }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  const actor = await currentActor()
  const [indicators, regions] = await Promise.all([listIndicators(actor, {}), listRegions(actor, {})])
  return (
    <>
      <PageHead title={t('target.new')} />
      {indicators.length === 0 ? (
        <Empty title={t('target.noIndicators')}>
          <Link href={routes.newIndicator} className={buttonClass('primary')}>
            {t('indicator.add')}
          </Link>
        </Empty>
      ) : (
        <TargetForm
          target={null}
          initialIndicator={(await searchParams).indicator}
          indicators={indicators.map((i) => ({ code: i.code, label: `${i.code} ${pick(i.name, locale)}` }))}
          regions={regions.map((r) => ({ code: r.code, label: pick(r.name, locale) }))}
        />
      )}
    </>
  )
}
