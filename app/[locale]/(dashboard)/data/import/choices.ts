import { getTranslations } from 'next-intl/server'
import type { CheckGroup } from '@/components/ui/check-groups'
import { listAreas, listIndicators } from '@/features/indicators/queries'
import { listRegions } from '@/features/regions/queries'
import { pick } from '@/lib/bilingual'
import { currentActor } from '@/server/session'

/** All indicators by area and all regions by group or level, as boxes to tick. */
export async function groupedChoices(locale: string): Promise<{
  readonly indicators: readonly CheckGroup[]
  readonly regions: readonly CheckGroup[]
}> {
  const actor = await currentActor()
  const t = await getTranslations({ locale, namespace: 'admin.level' })
  const [areas, indicators, regions] = await Promise.all([
    listAreas(actor, {}),
    listIndicators(actor, {}),
    listRegions(actor, {}),
  ])
  const byGroup = new Map<string, { value: string; label: string }[]>()
  for (const { code, name, level, group } of regions) {
    const label = group ? pick(group, locale) : t.has(level) ? t(level) : level
    const items = byGroup.get(label) ?? []
    items.push({ value: code, label: pick(name, locale) })
    byGroup.set(label, items)
  }
  return {
    indicators: areas
      .map((area) => ({
        label: pick(area.name, locale),
        items: indicators
          .filter((indicator) => indicator.area === area.code)
          .map(({ code, name }) => ({ value: code, label: `${code} ${pick(name, locale)}` })),
      }))
      .filter(({ items }) => items.length > 0),
    regions: Array.from(byGroup, ([label, items]) => ({ label, items })),
  }
}
