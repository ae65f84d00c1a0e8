import 'server-only'
import { z } from 'zod'
import { listAreas, listIndicators } from '@/features/indicators/queries'
import { listRegions } from '@/features/regions/queries'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import type { Actor } from '@/server/session'
import { readFile } from './adapters/layout/read-file'
import type { Known } from './adapters/match/resolve'
import { openFile } from './adapters/read/open-file'
import { FileProblemError } from './adapters/read/problem'
import {
  encodings,
  type FileProblem,
  type Inspection,
  layouts,
  type ReadResult,
  roles,
  separators,
} from './schema'

const text = (maximum: number) => z.string().max(maximum)
const byName = <T extends z.ZodType>(of: T) => z.record(text(1000), of)
const matchSchema = z.union([
  z.object({ to: z.literal('code'), code: text(64) }),
  z.object({ to: z.enum(['skip', 'new']) }),
])
const decisions = {
  decimalComma: z.boolean().optional(),
  regions: byName(matchSchema).optional(),
  indicators: byName(matchSchema).optional(),
  units: byName(text(200)).optional(),
}

/** Settings as they come from a browser, a command line or the memory; what is unknown is dropped. */
export const importSettingsSchema = z.object({
  ...decisions,
  file: z
    .object({
      encoding: z.enum(encodings).optional(),
      separator: z.enum(separators).optional(),
      sheet: text(200).optional(),
      range: text(50).optional(),
    })
    .optional(),
  layout: z
    .object({
      layout: z.enum(layouts),
      headerRows: z.array(z.number().int().min(1)).max(20).readonly(),
      lastRow: z.number().int().min(1).nullable(),
      columns: z
        .array(z.object({ role: z.enum(roles), title: text(40_000) }))
        .max(16_384)
        .readonly(),
      constant: z.object({
        region: text(1000).optional(),
        indicator: text(1000).optional(),
        unit: text(200).optional(),
        year: z.number().int().min(1900).max(2200).optional(),
      }),
    })
    .optional(),
  fixes: z.record(z.string().regex(/^\d+:\d+$/), text(2000)).optional(),
  newIndicatorArea: text(64).optional(),
  newRegionLevel: text(32).optional(),
  vintage: z.enum(['preliminary', 'verified', 'final']).optional(),
  source: text(2000).optional(),
  reason: text(2000).optional(),
  conflicts: z.record(z.string(), z.enum(['ours', 'theirs'])).optional(),
})

/** What is kept of them for files with the same header. */
export const rememberedSchema = z.object({
  ...decisions,
  layout: z.enum(layouts),
  roles: z.record(z.string(), z.enum(roles)),
})

type Failed = { readonly ok: false; readonly reason: 'file'; readonly problem: FileProblem }
type Read<T> = { readonly ok: true; readonly value: T } | Failed

const progress = z.custom<(done: number, total: number) => Promise<void> | void>(
  (f) => typeof f === 'function',
)

const fileSchema = z.object({
  /** where the file lies on this computer */
  path: z.string().min(1),
  /** as the person calls it */
  fileName: z.string(),
  settings: importSettingsSchema,
  onProgress: progress.optional(),
})
type File = z.output<typeof fileSchema>

async function loadKnown(actor: Actor): Promise<Known> {
  const [regions, indicators, areas, aliases] = await Promise.all([
    listRegions(actor, {}),
    listIndicators(actor, {}),
    listAreas(actor, {}),
    db().alias.findMany({
      select: {
        kind: true,
        text: true,
        region: { select: { code: true } },
        indicator: { select: { code: true } },
      },
    }),
  ])
  const of = (kind: 'region' | 'indicator') =>
    new Map(aliases.flatMap((alias) => (alias[kind] ? [[alias.text, alias[kind].code] as const] : [])))
  return {
    regions,
    indicators,
    regionAliases: of('region'),
    indicatorAliases: of('indicator'),
    firstArea: areas[0]?.code ?? null,
  }
}

async function remembered(signature: string) {
  const profile = await db().importProfile.findUnique({ where: { signature }, select: { settings: true } })
  const parsed = rememberedSchema.safeParse(profile?.settings)
  return parsed.success ? parsed.data : null
}

async function read(actor: Actor, file: File, isLook: boolean): Promise<Read<ReadResult>> {
  const { path, fileName, settings, onProgress } = file
  const opened = await openFile(path, fileName, settings.file ?? {})
  if (!opened.ok) return opened
  const known = await loadKnown(actor)
  try {
    return {
      ok: true,
      value: await readFile({
        file: opened.value,
        fileName,
        settings,
        known,
        remembered,
        isLook,
        onProgress,
      }),
    }
  } catch (error) {
    if (error instanceof FileProblemError) return { ok: false, reason: 'file', problem: error.problem }
    throw error
  }
}

/** How a file is read and what its names and units are taken for. Its values are not looked at. */
export const inspectFile = defineQuery({
  permission: 'enter',
  input: fileSchema,
  run: async (file, { actor }): Promise<Read<Inspection>> => {
    const outcome = await read(actor, file, true)
    return outcome.ok ? { ok: true, value: outcome.value.inspection } : outcome
  },
})

/** The observations of a file in our codes and units, and what stands against the others. Writes nothing. */
export const readCandidates = defineQuery({
  permission: 'enter',
  input: fileSchema,
  run: (file, { actor }): Promise<Read<ReadResult>> => read(actor, file, false),
})
