import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { LoadSample } from '@/features/sample/components/load-sample'
import { getSampleState } from '@/features/sample/queries'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'admin' })
  return { title: t('settings.title') }
}

export default async function SettingsPage({ params }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  const state = await getSampleState(await currentActor(), {})
  const isEmpty = state.sampleObservations + state.ownObservations === 0
  return (
    <>
      <PageHead
        title={t('settings.title')}
        lead={t('settings.counts', { sample: state.sampleObservations, own: state.ownObservations })}
      />
      <p className="mb-4">
        {isEmpty
          ? t('settings.load')
          : state.sampleObservations > 0
            ? t('settings.remove')
            : t('settings.none')}
      </p>
      {isEmpty && <LoadSample />}
    </>
  )
}
