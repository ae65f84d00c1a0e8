import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Missing } from '@/app/[locale]/(dashboard)/missing'
import { PageHead } from '@/components/ui/page-head'
import { listIndicators } from '@/features/indicators/queries'
import { RuleForm } from '@/features/quality/components/rule-form'
import { listRules } from '@/features/quality/queries'
import { ClientMessages } from '@/i18n/client-messages'
import { codeIn } from '@/lib/routes'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string; code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code } = await params
  const t = await getTranslations({ locale, namespace: 'quality' })
  return { title: t('ruleForm.edit', { code: codeIn(code) }) }
}

export default async function EditRulePage({ params }: Props) {
  const { locale, code } = await params
  const t = await getTranslations({ locale, namespace: 'quality' })
  const actor = await currentActor()
  const [rules, indicators] = await Promise.all([listRules(actor, {}), listIndicators(actor, {})])
  const rule = rules.find((candidate) => candidate.code === codeIn(code))
  if (!rule) return <Missing />
  return (
    <ClientMessages locale={locale} also={['quality']}>
      <PageHead title={t('ruleForm.edit', { code: rule.code })} />
      <RuleForm rule={rule} codes={indicators.map((indicator) => indicator.code)} />
    </ClientMessages>
  )
}
