import 'server-only'
import type { Prisma, Tx } from '@/server/db'
import { defineMutation } from '@/server/define'
import { numberOf, readSampleFiles, type SampleFiles } from './adapters/sample-files'
import { type SampleRefusal, sampleCommandSchema } from './schema'

type Ids = Map<string, number>
type IndicatorRow = Prisma.IndicatorCreateManyInput

const idOf = (ids: Ids, key: string | undefined): number => {
  const id = ids.get(key ?? '')
  if (id === undefined) throw new RangeError(`the sample refers to "${key}", which it does not hold`)
  return id
}

async function loadFramework(tx: Tx, files: SampleFiles): Promise<Ids> {
  await tx.area.createMany({
    data: files.areas.map((row) => ({
      code: row.code ?? '',
      slug: row.slug ?? '',
      nameEn: row.name_en ?? '',
      nameZh: row.name_zh ?? '',
      isHallmark: row.is_hallmark === '1' || row.is_hallmark === 'true',
      position: numberOf(row.position) ?? 0,
    })),
    skipDuplicates: true,
  })
  const areas = await tx.area.findMany({ select: { id: true, code: true } })
  const areaIds: Ids = new Map(areas.map((a) => [a.code, a.id]))
  await tx.theme.createMany({
    data: files.themes.map((row) => ({
      areaId: idOf(areaIds, row.area),
      nameEn: row.name_en ?? '',
      nameZh: row.name_zh ?? '',
      position: numberOf(row.position) ?? 0,
    })),
    skipDuplicates: true,
  })
  const themes = await tx.theme.findMany({ select: { id: true, areaId: true, nameEn: true } })
  const themeIds: Ids = new Map(themes.map((t) => [`${t.areaId}|${t.nameEn}`, t.id]))
  await tx.indicator.createMany({
    data: files.indicators.map((row) => {
      const areaId = idOf(areaIds, row.area)
      return {
        code: row.code ?? '',
        areaId,
        themeId: row.theme_en ? idOf(themeIds, `${areaId}|${row.theme_en}`) : null,
        nameEn: row.name_en ?? '',
        nameZh: row.name_zh ?? '',
        definitionEn: row.definition_en ?? '',
        definitionZh: row.definition_zh ?? '',
        unitEn: row.unit_en ?? '',
        unitZh: row.unit_zh ?? '',
        decimals: numberOf(row.decimals) ?? 2,
        direction: numberOf(row.direction) ?? 1,
        weight: numberOf(row.weight) ?? 1,
        pace: (row.pace as IndicatorRow['pace']) || 'compound',
        factor: (row.factor as IndicatorRow['factor']) || null,
        origin: (row.origin as IndicatorRow['origin']) || null,
        frequency: row.frequency || 'A',
        sourceEn: row.source_en ?? '',
        sourceZh: row.source_zh ?? '',
        hardMin: numberOf(row.hard_min),
        hardMax: numberOf(row.hard_max),
        plausibleMin: numberOf(row.plausible_min),
        plausibleMax: numberOf(row.plausible_max),
        position: numberOf(row.position) ?? 0,
      }
    }),
    skipDuplicates: true,
  })
  const indicators = await tx.indicator.findMany({ select: { id: true, code: true } })
  return new Map(indicators.map((i) => [i.code, i.id]))
}

async function loadRegions(tx: Tx, files: SampleFiles): Promise<Ids> {
  await tx.regionGroup.createMany({
    data: files.groups.map((row) => ({
      nameEn: row.name_en ?? '',
      nameZh: row.name_zh ?? '',
      position: numberOf(row.position) ?? 0,
    })),
    skipDuplicates: true,
  })
  const groups = await tx.regionGroup.findMany({ select: { id: true, nameEn: true } })
  const groupIds: Ids = new Map(groups.map((g) => [g.nameEn, g.id]))
  const ids: Ids = new Map()
  // Parents come first in the file's own order of levels: a second pass links them.
  await tx.region.createMany({
    data: files.regions.map((row) => ({
      code: row.code ?? '',
      gbCode: row.gb_code || null,
      nameEn: row.name_en ?? '',
      nameZh: row.name_zh ?? '',
      level: row.level ?? 'other',
      groupId: row.group ? idOf(groupIds, row.group) : null,
      isSample: true,
      position: numberOf(row.position) ?? 0,
    })),
    skipDuplicates: true,
  })
  for (const row of await tx.region.findMany({ select: { id: true, code: true } })) ids.set(row.code, row.id)
  const children = files.regions.filter((row) => row.parent)
  for (const parent of new Set(children.map((row) => row.parent))) {
    await tx.region.updateMany({
      where: {
        isSample: true,
        code: { in: children.flatMap((r) => (r.parent === parent && r.code ? [r.code] : [])) },
      },
      data: { parentId: idOf(ids, parent) },
    })
  }
  return ids
}

async function loadObservations(tx: Tx, files: SampleFiles, indicators: Ids, regions: Ids, batchId: bigint) {
  await tx.source.createMany({
    data: files.sources.map((row) => ({
      citationEn: row.citation_en ?? '',
      citationZh: row.citation_zh ?? '',
    })),
    skipDuplicates: true,
  })
  const stored = await tx.source.findMany({ select: { id: true, citationEn: true } })
  const byCitation: Ids = new Map(stored.map((s) => [s.citationEn, s.id]))
  const sourceIds: Ids = new Map(
    files.sources.map((row) => [row.key ?? '', idOf(byCitation, row.citation_en)]),
  )
  const rows = files.observations
  await tx.$executeRaw`
    INSERT INTO observation (region_id, indicator_id, year, value, status, source_id, note, version, batch_id)
    SELECT *, 1, ${batchId}
    FROM unnest(${rows.map((r) => idOf(regions, r.region))}::int[],
                ${rows.map((r) => idOf(indicators, r.indicator))}::int[],
                ${rows.map((r) => numberOf(r.year))}::smallint[],
                ${rows.map((r) => numberOf(r.value))}::float8[],
                ${rows.map((r) => r.status ?? 'A')}::text[],
                ${rows.map((r) => (r.source ? idOf(sourceIds, r.source) : null))}::int[],
                ${rows.map((r) => r.note || null)}::text[])`
  await tx.$executeRaw`
    INSERT INTO revision (region_id, indicator_id, year, version, value, status, source_id, note, batch_id)
    SELECT region_id, indicator_id, year, version, value, status, source_id, note, batch_id
    FROM observation WHERE batch_id = ${batchId}`
}

async function loadTargets(tx: Tx, files: SampleFiles, indicators: Ids, regions: Ids) {
  await tx.target.createMany({
    data: files.targets.map((row) => ({
      indicatorId: idOf(indicators, row.indicator),
      regionId: row.region ? idOf(regions, row.region) : null,
      baselineYear: numberOf(row.baseline_year) ?? 0,
      targetYear: numberOf(row.target_year) ?? 0,
      kind: row.kind === 'change_percent' ? ('change_percent' as const) : ('value' as const),
      target: numberOf(row.target) ?? 0,
      source: row.source ?? '',
      isSample: true,
    })),
    skipDuplicates: true,
  })
}

/** Loads the catalogue, the regions, observations and targets of the sample. Refused when there are observations. */
export const loadSample = defineMutation<typeof sampleCommandSchema, { observations: number }, SampleRefusal>(
  {
    name: 'sample.load',
    permission: 'manage',
    input: sampleCommandSchema,
    scope: () => true,
    run: async (tx, _input, { actor }) => {
      if ((await tx.observation.count()) > 0) return { ok: false, reason: 'notEmpty' }
      const files = await readSampleFiles()
      const batch = await tx.batch.create({
        data: { kind: 'sample', actorKind: actor.kind, actorId: actor.id, actorName: actor.name },
        select: { id: true },
      })
      const indicators = await loadFramework(tx, files)
      const regions = await loadRegions(tx, files)
      await loadObservations(tx, files, indicators, regions, batch.id)
      await loadTargets(tx, files, indicators, regions)
      const observations = files.observations.length
      return {
        ok: true,
        value: { observations },
        audit: { entity: 'sample', entityKey: 'sample', detail: { observations } },
      }
    },
  },
)

/**
 * Removes what is the sample's: its observations with their revisions, its targets, and its regions that hold
 * nothing of the user's. What a person has entered, changed or brought back stays, with its full history; so does the
 * catalogue.
 */
export const removeSample = defineMutation<
  typeof sampleCommandSchema,
  { observations: number },
  SampleRefusal
>({
  name: 'sample.remove',
  permission: 'manage',
  input: sampleCommandSchema,
  scope: () => true,
  run: async (tx) => {
    const isThere =
      (await tx.region.count({ where: { isSample: true } })) +
      (await tx.batch.count({ where: { kind: 'sample' } }))
    if (isThere === 0) return { ok: false, reason: 'noSample' }
    await tx.$executeRaw`SELECT set_config('pentad.allow_sample_removal', 'on', true)`
    // Only cells that nobody but the sample ever wrote: one that was changed and brought back keeps its history.
    const observations = await tx.$executeRaw`
      DELETE FROM observation o WHERE NOT EXISTS (
        SELECT 1 FROM revision v JOIN batch b ON b.id = v.batch_id
        WHERE b.kind <> 'sample'
          AND v.region_id = o.region_id AND v.indicator_id = o.indicator_id AND v.year = o.year)`
    await tx.$executeRaw`
      DELETE FROM revision r WHERE NOT EXISTS (
        SELECT 1 FROM revision v JOIN batch b ON b.id = v.batch_id
        WHERE b.kind <> 'sample'
          AND v.region_id = r.region_id AND v.indicator_id = r.indicator_id AND v.year = r.year)`
    await tx.$executeRaw`
      DELETE FROM batch b WHERE b.kind = 'sample' AND NOT EXISTS (SELECT 1 FROM revision v WHERE v.batch_id = b.id)`
    await tx.target.deleteMany({ where: { isSample: true } })
    const freeRegions = {
      isSample: true,
      revisions: { none: {} },
      targets: { none: {} },
      children: { none: {} },
    }
    while ((await tx.region.deleteMany({ where: freeRegions })).count > 0);
    // Regions that stay because of own values are the user's from now on.
    await tx.region.updateMany({ where: { isSample: true }, data: { isSample: false } })
    await tx.regionGroup.deleteMany({ where: { regions: { none: {} } } })
    await tx.source.deleteMany({ where: { observations: { none: {} }, revisions: { none: {} } } })
    return {
      ok: true,
      value: { observations },
      audit: { entity: 'sample', entityKey: 'sample', detail: { observations } },
    }
  },
})
