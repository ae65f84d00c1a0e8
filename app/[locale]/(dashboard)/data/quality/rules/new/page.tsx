import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { listIndicators } from '@/features/indicators/queries'
import { RuleForm } from '@/features/quality/components/rule-form'
import { ClientMessages } from '@/i18n/client-messages'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'quality' })
  return { title: t('ruleForm.new') }
}

export default async function NewRulePage({ params }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'quality' })
  const indicators = await listIndicators(await currentActor(), {})
  return (
    <ClientMessages locale={locale} also={['quality']}>
      <PageHead title={t('ruleForm.new')} lead={t('rules.ownLead')} />
      <RuleForm rule={null} codes={indicators.map(({ code }) => code)} />
    </ClientMessages>
  )
}
