import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/server/db'
import { defineMutation } from '@/server/define'
import { logError } from '@/server/log'
import type { Actor } from '@/server/session'
import { rememberedLayout } from './adapters/layout/signature'
import { normaliseName } from './adapters/match/normalise-name'
import { importSettingsSchema } from './queries'
import type { ImportSettings, ReadResult } from './schema'

const longestKey = 1000
const mostNames = 20_000
const namedSchema = z
  .array(z.object({ key: z.string().min(1).max(longestKey), code: z.string().min(1).max(64) }))
  .max(mostNames)

const rememberSchema = z.object({
  /** of the header, as the inspection gives it; empty = only names are remembered */
  signature: z.string().max(64),
  /** as the inspection gives it */
  layout: importSettingsSchema.shape.layout,
  settings: importSettingsSchema,
  /** names that a person confirmed, or that became something new, with the codes they stand for */
  regions: namedSchema,
  indicators: namedSchema,
})

type Named = z.output<typeof namedSchema>
type Kind = 'region' | 'indicator'

/** Names that are known by now, each with the id of what it stands for; a code that is gone is left out. */
async function aliasRows(tx: Tx, kind: Kind, named: Named) {
  const codes = [...new Set(named.map(({ code }) => code))]
  const query = { where: { code: { in: codes } }, select: { id: true, code: true } }
  const rows = kind === 'region' ? await tx.region.findMany(query) : await tx.indicator.findMany(query)
  const ids = new Map(rows.map(({ code, id }) => [code, id]))
  const byText = new Map(named.map(({ key, code }) => [normaliseName(key), ids.get(code)]))
  return [...byText].flatMap(([text, id]) => (text !== '' && id !== undefined ? [{ text, id }] : []))
}

/** @returns how many names are new or stand for something else now */
async function writeAliases(tx: Tx, kind: Kind, named: Named): Promise<number> {
  const rows = await aliasRows(tx, kind, named)
  const held = await tx.alias.findMany({
    where: { kind, text: { in: rows.map(({ text }) => text) } },
    select: { text: true, regionId: true, indicatorId: true },
  })
  const idOf = new Map(held.map((one) => [one.text, kind === 'region' ? one.regionId : one.indicatorId]))
  const changed = rows.filter(({ text, id }) => idOf.get(text) !== id)
  if (changed.length === 0) return 0
  const to = (id: number) => (kind === 'region' ? { regionId: id } : { indicatorId: id })
  await tx.alias.deleteMany({ where: { kind, text: { in: changed.map(({ text }) => text) } } })
  await tx.alias.createMany({
    data: changed.map(({ text, id }) => ({ kind, text, ...to(id) })),
    skipDuplicates: true,
  })
  return changed.length
}

/**
 * Keeps what a person decided about a file: names that were confirmed, and, where layout, decimal comma, units or
 * names to leave out were set, these for the next file with the same header.
 */
export const rememberMatches = defineMutation({
  name: 'import.remember',
  permission: 'enter',
  input: rememberSchema,
  scope: () => true,
  run: async (tx, { signature, layout, settings, regions, indicators }) => {
    const names =
      (await writeAliases(tx, 'region', regions)) + (await writeAliases(tx, 'indicator', indicators))
    const skipped = (from: typeof settings.regions) =>
      Object.fromEntries(Object.entries(from ?? {}).filter(([, match]) => match.to === 'skip'))
    const kept = {
      ...(settings.decimalComma === undefined ? {} : { decimalComma: settings.decimalComma }),
      ...(settings.units ? { units: settings.units } : {}),
      regions: skipped(settings.regions),
      indicators: skipped(settings.indicators),
    }
    const says =
      settings.layout !== undefined ||
      settings.decimalComma !== undefined ||
      Object.values(kept).some((one) => typeof one === 'object' && Object.keys(one).length > 0)
    const body = layout && says && signature !== '' ? { ...kept, ...rememberedLayout(layout) } : null
    if (body) {
      await tx.importProfile.upsert({
        where: { signature },
        create: { signature, settings: body },
        update: { settings: body, usedAt: new Date() },
      })
    }
    const isKept = names > 0 || body !== null
    return {
      ok: true,
      value: { names, isLayoutKept: body !== null },
      audit: isKept
        ? {
            entity: 'import',
            entityKey: signature.slice(0, 12),
            detail: { names, layout: layout?.layout ?? null },
          }
        : null,
    }
  },
})

/**
 * What was decided about a file that is written now counts for the next one of its kind. Names that are too long, and
 * those beyond what is kept at once, are left out, and the log says so. A pack says by itself how it is read.
 */
export async function rememberReading(
  actor: Actor,
  { inspection }: ReadResult,
  settings: ImportSettings,
): Promise<void> {
  if (inspection.layout.layout === 'pack') return
  let left = 0
  const named = (matches: typeof inspection.regions): Named => {
    const decided = matches.flatMap(({ key, code, how }) =>
      code !== null && (how === 'chosen' || how === 'new') ? [{ key, code }] : [],
    )
    const some = decided.filter(({ key }) => key !== '' && key.length <= longestKey).slice(0, mostNames)
    left += decided.length - some.length
    return some
  }
  const outcome = await rememberMatches(actor, {
    signature: inspection.signature ?? '',
    layout: inspection.layout,
    settings,
    regions: named(inspection.regions),
    indicators: named(inspection.indicators),
  })
  if (left > 0) logError('some names of a file were not kept', null, { names: left })
  if (!outcome.ok) logError('what was decided about a file was not kept', null, { reason: outcome.reason })
}
