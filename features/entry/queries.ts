import 'server-only'
import { z } from 'zod'
import { valueAt } from '@/core/panel'
import { marksOf } from '@/core/units/units'
import { listCellComments, listCommentCounts } from '@/features/comments/queries'
import { listCellEvidence } from '@/features/evidence/queries'
import { listIndicators } from '@/features/indicators/queries'
import type { IndicatorInfo } from '@/features/indicators/schema'
import { listCellRevisions, listGridCells } from '@/features/observations/queries'
import { type CellKey, cellKeySchema, codeSchema } from '@/features/observations/schema'
import { listRegions } from '@/features/regions/queries'
import type { RegionInfo } from '@/features/regions/schema'
import { choose, getWorkspace } from '@/features/scores/queries'
import { pageParamsSchema, type Workspace } from '@/features/scores/schema'
import { isPlainStatus } from '@/lib/obs-status'
import { parseSelection } from '@/lib/selection'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import { isAllowed } from '@/server/permissions'
import type { Actor } from '@/server/session'
import {
  type BesideRow,
  type CellRecord,
  chooseBeside,
  columnChoices,
  type EntryAxis,
  type EntryCell,
  type EntryPage,
  mostColumns,
  packCells,
} from './schema'

/** The marks that may stand behind a number of an indicator; here, so that no page carries the words of units. */
export const unitMarksOf = ({ unit }: Pick<IndicatorInfo, 'unit'>) => marksOf(unit.zh || unit.en)

/** Years shown when there are fewer with observations. */
const firstYears = 10

const asYear = (text: string) => (/^(19|20|21)\d\d$/.test(text) ? Number(text) : null)

function yearSpan(known: readonly number[], today: number, from: string, to: string): number[] {
  const last = asYear(to) ?? Math.max(known.at(-1) ?? 0, today - 1)
  // Ten years at least, so that a first value does not shrink the grid it was typed into.
  const first = Math.min(asYear(from) ?? Math.min(known[0] ?? last, last - firstYears + 1), last)
  const length = Math.min(last - first + 1, mostColumns)
  return Array.from({ length }, (_, i) => last - length + 1 + i)
}

/** What the recipe in use puts into a cell where nothing is observed; null = nothing. */
function imputedIn({ index, at }: Workspace, region: string, indicator: string, year: number): number | null {
  const { imputedCells, imputed, regionAt, yearAt, raw } = index
  const r = regionAt.get(region)
  const t = yearAt.get(year)
  const i = at.indicator.get(indicator)
  if (!imputedCells || r === undefined || t === undefined || i === undefined) return null
  const isImputed = imputedCells[(i * raw.regions.length + r) * raw.years.length + t] === 1
  return isImputed ? valueAt(imputed, r, t, i) : null
}

/** What the rows and columns of the grid are, and what stays the same over it. */
type Shown = {
  readonly by: EntryAxis
  readonly indicators: readonly string[]
  readonly regions: readonly RegionInfo[]
  readonly years: readonly number[]
}

const placeOf: Record<EntryAxis, (key: CellKey) => string> = {
  indicator: ({ region, year }) => `${region}|${year}`,
  region: ({ indicator, year }) => `${indicator}|${year}`,
  year: ({ indicator, region }) => `${indicator}|${region}`,
}

/** What there is to say of the cells shown: stored, commented, locked, imputed. */
async function cellsOf(actor: Actor, workspace: Workspace, shown: Shown): Promise<Map<string, EntryCell>> {
  const { by, indicators, regions, years } = shown
  const fixed =
    by === 'indicator'
      ? { indicator: indicators[0] }
      : by === 'region'
        ? { region: regions[0]?.code }
        : { year: years[0] }
  const [stored, comments] = await Promise.all([
    listGridCells(actor, {
      ...(by === 'indicator' ? fixed : { regions: regions.map(({ code }) => code) }),
      from: years[0],
      to: years.at(-1),
    }),
    listCommentCounts(actor, fixed),
  ])
  const cells = new Map<string, EntryCell>()
  const say = (key: CellKey, more: Partial<EntryCell>) => {
    const place = placeOf[by](key)
    cells.set(place, { ...(cells.get(place) ?? { value: null, version: 0 }), ...more })
  }
  for (const { value, version, status, note, ...key } of stored) {
    say(key, {
      value,
      version,
      ...(isPlainStatus(status) ? {} : { letter: status }),
      ...(note ? { note } : {}),
    })
  }
  for (const { count, ...key } of comments) say(key, { commented: count })
  for (const { code: region, validFrom, validTo } of regions) {
    for (const year of years) {
      // Cells of years in which a region does not exist are shown and cannot be edited.
      const isLocked = year < (validFrom ?? year) || year > (validTo ?? year)
      if (!isLocked && !workspace.index.imputedCells) continue
      for (const indicator of indicators) {
        const key = { region, indicator, year }
        const value = imputedIn(workspace, region, indicator, year)
        if (isLocked) say(key, { locked: true })
        if (value !== null) say(key, { imputed: value })
      }
    }
  }
  return cells
}

/**
 * What the entry grid shows: an indicator over regions and years, a region over indicators and years, or a year over
 * indicators and regions.
 */
export const getEntryPage = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema, today: z.number().int() }),
  run: async ({ params, today }, { actor }): Promise<EntryPage> => {
    const workspace = await getWorkspace(actor, {})
    const [indicators, regions] = await Promise.all([listIndicators(actor, {}), listRegions(actor, {})])
    const text = (key: string) => (typeof params[key] === 'string' ? params[key] : '')
    const chosen = choose(workspace, parseSelection(params))
    const region = chosen.region ?? regions[0]
    const indicator =
      indicators.find((i) => i.code === text('indicator')) ?? indicators.find((i) => i.area !== 'PR')
    const choices = columnChoices(regions)
    const columns =
      choices.find(({ code }) => code === text('columns')) ??
      choices.find((choice) => choice.kind === 'level' && choice.regions.includes(region?.code ?? ''))
    if (!indicator) return { missing: 'indicators' }
    if (!region || !columns) return { missing: 'regions' }
    const by: EntryAxis = text('by') === 'region' ? 'region' : text('by') === 'year' ? 'year' : 'indicator'
    const year = asYear(text('year')) ?? chosen.year ?? today - 1
    const years = yearSpan(workspace.panel.years, today, text('from'), text('to'))
    // A country above its provinces is entered too, but last: most values belong to the regions compared.
    const ordered = regions.toSorted((a, b) => Number(a.level === 'country') - Number(b.level === 'country'))
    const codes = indicators.map(({ code }) => code)
    const beside = new Set(columns.regions)
    const shown: Shown = {
      by,
      indicators: by === 'indicator' ? [indicator.code] : codes,
      regions:
        by === 'indicator' ? regions : by === 'region' ? [region] : regions.filter((r) => beside.has(r.code)),
      years: by === 'year' ? [year] : years,
    }
    return {
      missing: null,
      by,
      indicator,
      region,
      year,
      indicators,
      regions: ordered,
      years,
      columns,
      columnChoices: choices,
      cells: packCells(
        await cellsOf(actor, workspace, shown),
        by === 'indicator' ? ordered.map(({ code }) => code) : codes,
        by === 'year' ? columns.regions : years.map(String),
      ),
      canEnter: isAllowed(actor, 'enter'),
    }
  },
})

/** The same indicator in the same year in every region of the region's level, the best first. */
function listBeside({ region, indicator, year }: CellKey) {
  return db().$queryRaw<
    { code: string; en: string; zh: string; value: number | null; status: string; isOfGroup: boolean }[]
  >`
    SELECT r.code, r.name_en AS en, r.name_zh AS zh, o.value, o.status,
           coalesce(r.group_id = mine.group_id, false) AS "isOfGroup"
    FROM region mine
    JOIN region r ON r.level = mine.level
    JOIN indicator i ON i.code = ${indicator}
    LEFT JOIN observation o ON o.region_id = r.id AND o.indicator_id = i.id AND o.year = ${year}
    WHERE mine.code = ${region} AND (o.value IS NOT NULL OR r.code = mine.code)
    ORDER BY o.value * i.direction DESC NULLS LAST, r.position, r.code`
}

/** The observed values of a region's indicator over the years. */
function listSeries({ region, indicator }: CellKey) {
  return db().$queryRaw<{ year: number; value: number; status: string }[]>`
    SELECT o.year::int AS year, o.value, o.status
    FROM observation o
    JOIN region r ON r.id = o.region_id
    JOIN indicator i ON i.id = o.indicator_id
    WHERE r.code = ${region} AND i.code = ${indicator} AND o.value IS NOT NULL
    ORDER BY o.year`
}

/** Everything that is known of a cell beside its value. */
export const getCellRecord = defineQuery({
  permission: 'read',
  input: cellKeySchema.extend({
    /** regions to compare with; left out: those of the region's group */
    peers: z.array(codeSchema).max(100).optional(),
  }),
  run: async ({ peers, ...cell }, { actor }): Promise<CellRecord> => {
    const [series, rows, evidence, comments, revisions] = await Promise.all([
      listSeries(cell),
      listBeside(cell),
      listCellEvidence(actor, cell),
      listCellComments(actor, cell),
      listCellRevisions(actor, cell),
    ])
    const ranked = rows.map(({ code, en, zh, value, status, isOfGroup }): BesideRow => {
      const rank = value === null ? null : rows.findIndex((other) => other.value === value) + 1
      const isPeer = code !== cell.region && (peers ? peers.includes(code) : isOfGroup)
      return { region: code, name: { en, zh }, value, status: status ?? '', rank, isPeer }
    })
    return { series, beside: chooseBeside(ranked, cell.region), evidence, comments, revisions }
  },
})
