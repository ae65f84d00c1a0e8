import 'server-only'
import { z } from 'zod'
import { listIndicators } from '@/features/indicators/queries'
import { listGridCells } from '@/features/observations/queries'
import { listRegions } from '@/features/regions/queries'
import type { RegionInfo } from '@/features/regions/schema'
import { choose, getWorkspace } from '@/features/scores/queries'
import { pageParamsSchema } from '@/features/scores/schema'
import { isPlainStatus } from '@/lib/obs-status'
import { parseSelection } from '@/lib/selection'
import { defineQuery } from '@/server/define'
import { isAllowed } from '@/server/permissions'
import type { EntryCell, EntryPage } from './schema'

/** Years shown when there are fewer with observations. */
const firstYears = 10
/** More columns than this and nobody can read the grid; the picker asks for a shorter span. */
const maximumYears = 60

type Cells = Record<string, EntryCell>

/** Cells of years in which a region does not exist are shown and cannot be edited. */
function lockedCells(rowId: string, region: RegionInfo, years: readonly number[], stored: Cells): Cells {
  const { validFrom, validTo } = region
  const outside = years.filter((year) => year < (validFrom ?? year) || year > (validTo ?? year))
  return Object.fromEntries(
    outside.map((year) => {
      const key = `${rowId}|${year}`
      return [key, { ...(stored[key] ?? { value: null, text: '', version: 0 }), locked: true }]
    }),
  )
}

function yearSpan(known: readonly number[], today: number, from: string, to: string): number[] {
  const asYear = (text: string) => (/^(19|20|21)\d\d$/.test(text) ? Number(text) : null)
  const last = asYear(to) ?? Math.max(known.at(-1) ?? 0, today - 1)
  // Ten years at least, so that a first value does not shrink the grid it was typed into.
  const first = Math.min(asYear(from) ?? Math.min(known[0] ?? last, last - firstYears + 1), last)
  const length = Math.min(last - first + 1, maximumYears)
  return Array.from({ length }, (_, i) => last - length + 1 + i)
}

/** What the entry grid shows: an indicator over regions and years, or a region over indicators and years. */
export const getEntryPage = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema, today: z.number().int() }),
  run: async ({ params, today }, { actor }): Promise<EntryPage> => {
    const workspace = await getWorkspace(actor, {})
    const [indicators, regions] = await Promise.all([listIndicators(actor, {}), listRegions(actor, {})])
    const text = (key: string) => (typeof params[key] === 'string' ? params[key] : '')
    const chosen = choose(workspace, parseSelection(params)).region ?? regions[0]
    const indicator =
      indicators.find((i) => i.code === text('indicator')) ?? indicators.find((i) => i.area !== 'PR')
    if (!indicator) return { missing: 'indicators' }
    if (!chosen) return { missing: 'regions' }
    const by = text('by') === 'region' ? 'region' : 'indicator'
    const cells = await listGridCells(
      actor,
      by === 'region' ? { region: chosen.code } : { indicator: indicator.code },
    )
    const years = yearSpan(workspace.panel.years, today, text('from'), text('to'))
    const shown = new Set(years)
    const stored: Cells = Object.fromEntries(
      cells
        .filter((cell) => shown.has(cell.year))
        .map((cell) => [
          `${by === 'region' ? cell.indicator : cell.region}|${cell.year}`,
          {
            value: cell.value,
            text: '',
            version: cell.version,
            ...(isPlainStatus(cell.status) ? {} : { letter: cell.status }),
            ...(cell.note ? { note: cell.note } : {}),
          },
        ]),
    )
    const locked =
      by === 'region'
        ? indicators.map((i) => lockedCells(i.code, chosen, years, stored))
        : regions.map((r) => lockedCells(r.code, r, years, stored))
    return {
      missing: null,
      by,
      indicator,
      region: chosen,
      indicators,
      // A country above its provinces is entered too, but last: most values belong to the regions compared.
      regions: regions.toSorted((a, b) => Number(a.level === 'country') - Number(b.level === 'country')),
      years,
      cells: Object.assign({}, stored, ...locked),
      canEnter: isAllowed(actor, 'enter'),
    }
  },
})
