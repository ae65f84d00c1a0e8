import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/ui/empty'
import { ExportForm } from '@/features/imports/components/export-form'
import { getWorkspace } from '@/features/scores/queries'
import { currentActor } from '@/server/session'
import { groupedChoices } from './choices'

/** Observations as a file, of any regions, indicators and years. */
export async function ExportView({ locale }: { readonly locale: string }) {
  const t = await getTranslations({ locale, namespace: 'imports.export' })
  const { indicators, regions } = await groupedChoices(locale)
  const { panel } = await getWorkspace(await currentActor(), {})
  if (panel.years.length === 0) return <Empty title={t('empty')} />
  return (
    <ExportForm
      regions={regions}
      indicators={indicators}
      from={panel.years[0] ?? 0}
      to={panel.years.at(-1) ?? 0}
    />
  )
}
