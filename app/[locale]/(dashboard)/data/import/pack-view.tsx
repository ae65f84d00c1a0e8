import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/ui/empty'
import { PackForm } from '@/features/packs/components/pack-form'
import { mostPackCells } from '@/features/packs/schema'
import { getWorkspace } from '@/features/scores/queries'
import { ClientMessages } from '@/i18n/client-messages'
import { currentActor } from '@/server/session'
import { groupedChoices } from './choices'

/** Workbooks for departments to fill in. */
export async function PackView({ locale }: { readonly locale: string }) {
  const t = await getTranslations({ locale, namespace: 'packs' })
  const { indicators, regions } = await groupedChoices(locale)
  if (indicators.length === 0 || regions.length === 0) return <Empty title={t('empty')} />
  const { panel } = await getWorkspace(await currentActor(), {})
  const last = panel.years.at(-1) ?? new Date().getUTCFullYear() - 1
  return (
    <ClientMessages locale={locale} also={['packs']}>
      <PackForm
        regions={regions}
        indicators={indicators}
        chosenRegions={panel.regions}
        from={last - 1}
        to={last + 1}
        mostCells={mostPackCells}
      />
    </ClientMessages>
  )
}
