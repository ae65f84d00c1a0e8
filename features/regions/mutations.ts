import 'server-only'
import type { NewRegion } from '@/features/imports/schema'
import type { FrameworkRefusal } from '@/features/indicators/schema'
import { type Invalid, invalid } from '@/lib/result'
import type { Tx } from '@/server/db'
import { type Audited, defineMutation } from '@/server/define'
import { createRegionSchema, deleteRegionSchema, type RegionInput, updateRegionSchema } from './schema'

type Saved = { code: string }
type Outcome = Audited<Saved> | FrameworkRefusal | Invalid

async function groupId(tx: Tx, group: RegionInput['group']): Promise<number | null> {
  if (!group || (!group.nameEn && !group.nameZh)) return null
  const name = { nameEn: group.nameEn || group.nameZh, nameZh: group.nameZh || group.nameEn }
  const find = () =>
    tx.regionGroup.findFirst({
      where: { OR: [{ nameEn: name.nameEn }, { nameZh: name.nameZh }] },
      select: { id: true },
    })
  const known = await find()
  if (known) return known.id
  // Somebody else may be adding the same group: then theirs is taken.
  await tx.regionGroup.createMany({ data: [name], skipDuplicates: true })
  return (await find())?.id ?? null
}

async function columns(tx: Tx, input: RegionInput) {
  const { parent, group, gbCode, nutsCode, ...rest } = input
  const parentRow = parent
    ? await tx.region.findUnique({ where: { code: parent }, select: { id: true } })
    : null
  if (parent && !parentRow) return null
  return {
    ...rest,
    gbCode: gbCode || null,
    nutsCode: nutsCode || null,
    parentId: parentRow?.id ?? null,
    groupId: await groupId(tx, group),
  }
}

/** Which of the codes another region already has. */
async function takenCode(tx: Tx, input: RegionInput, ownId: number | null): Promise<string | null> {
  const others = await tx.region.findMany({
    where: {
      NOT: ownId === null ? [] : [{ id: ownId }],
      OR: [
        { code: input.code },
        ...(input.gbCode ? [{ gbCode: input.gbCode }] : []),
        ...(input.nutsCode ? [{ nutsCode: input.nutsCode }] : []),
      ],
    },
    select: { code: true, gbCode: true },
  })
  const other = others[0]
  if (!other) return null
  if (other.code === input.code) return 'code'
  return input.gbCode && other.gbCode === input.gbCode ? 'gbCode' : 'nutsCode'
}

async function isBelow(tx: Tx, regionId: number, candidateParentId: number): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM region WHERE id = ${candidateParentId}
      UNION SELECT r.id, r.parent_id FROM region r JOIN above a ON r.id = a.parent_id
    ) SELECT id FROM above WHERE id = ${regionId}`
  return rows.length > 0
}

/** Adds a region. Its codes must be free. */
export const createRegion = defineMutation<typeof createRegionSchema, Saved, FrameworkRefusal | Invalid>({
  name: 'region.create',
  permission: 'manage',
  input: createRegionSchema,
  collisions: { P2002: invalid({ path: 'code', code: 'codeTaken' }) },
  scope: () => true,
  run: async (tx, input): Promise<Outcome> => {
    const taken = await takenCode(tx, input, null)
    if (taken) return invalid({ path: taken, code: 'codeTaken' })
    const data = await columns(tx, input)
    if (!data) return invalid({ path: 'parent', code: 'invalid' })
    const last = await tx.region.aggregate({ _max: { position: true } })
    await tx.region.create({ data: { ...data, position: (last._max.position ?? 0) + 1 } })
    return {
      ok: true,
      value: { code: input.code },
      audit: { entity: 'region', entityKey: input.code, detail: { after: input } },
    }
  },
})

/**
 * Adds the regions of an import in the caller's transaction.
 *
 * @returns the codes that cannot be added: they are taken, or their parent is not there
 */
export async function addRegions(tx: Tx, regions: readonly NewRegion[]): Promise<string[]> {
  if (regions.length === 0) return []
  const codes = regions.map(({ code }) => code)
  const taken = await tx.region.findMany({ where: { code: { in: codes } }, select: { code: true } })
  if (taken.length > 0) return taken.map(({ code }) => code)
  const last = await tx.region.aggregate({ _max: { position: true } })
  await tx.region.createMany({
    data: regions.map(({ code, gbCode, name, level }, i) => ({
      code,
      gbCode: gbCode || null,
      nameEn: name.en,
      nameZh: name.zh,
      level,
      position: (last._max.position ?? 0) + 1 + i,
    })),
  })
  const below = regions.filter(({ parent }) => parent !== null)
  const linked = await tx.$queryRaw<{ code: string }[]>`
    UPDATE region r SET parent_id = p.id
    FROM unnest(${below.map(({ code }) => code)}::text[], ${below.map(({ parent }) => parent)}::text[]) AS n(code, parent)
    JOIN region p ON p.code = n.parent
    WHERE r.code = n.code RETURNING r.code`
  const isLinked = new Set(linked.map(({ code }) => code))
  return below.flatMap(({ code }) => (isLinked.has(code) ? [] : [code]))
}

/** Changes a region. Refused when somebody else changed it since it was opened, or when it would stand below itself. */
export const updateRegion = defineMutation<typeof updateRegionSchema, Saved, FrameworkRefusal | Invalid>({
  name: 'region.update',
  permission: 'manage',
  input: updateRegionSchema,
  collisions: { P2002: invalid({ path: 'code', code: 'codeTaken' }) },
  scope: () => true,
  run: async (tx, { previousCode, version, ...input }): Promise<Outcome> => {
    const before = await tx.region.findUnique({ where: { code: previousCode } })
    if (!before) return { ok: false, reason: 'notFound' }
    const taken = await takenCode(tx, input, before.id)
    if (taken) return invalid({ path: taken, code: 'codeTaken' })
    const data = await columns(tx, input)
    if (!data) return invalid({ path: 'parent', code: 'invalid' })
    if (data.parentId !== null && (await isBelow(tx, before.id, data.parentId))) {
      return { ok: false, reason: 'parentLoop' }
    }
    const { count } = await tx.region.updateMany({
      where: { id: before.id, version },
      // What a person has edited is theirs: removing the sample leaves it alone.
      data: { ...data, isSample: false, version: version + 1 },
    })
    if (count === 0) return { ok: false, reason: 'changedMeanwhile' }
    return {
      ok: true,
      value: { code: input.code },
      audit: { entity: 'region', entityKey: input.code, detail: { before: { ...before }, after: input } },
    }
  },
})

/** Removes a region that has no observations and no regions below it; its own targets go with it. */
export const deleteRegion = defineMutation<typeof deleteRegionSchema, Saved, FrameworkRefusal>({
  name: 'region.delete',
  permission: 'manage',
  input: deleteRegionSchema,
  collisions: { P2003: { ok: false, reason: 'hasObservations' } },
  scope: () => true,
  run: async (tx, { code }) => {
    const before = await tx.region.findUnique({ where: { code }, include: { targets: true } })
    if (!before) return { ok: false, reason: 'notFound' }
    if ((await tx.revision.count({ where: { regionId: before.id } })) > 0) {
      return { ok: false, reason: 'hasObservations' }
    }
    if ((await tx.region.count({ where: { parentId: before.id } })) > 0)
      return { ok: false, reason: 'hasChildren' }
    await tx.target.deleteMany({ where: { regionId: before.id } })
    await tx.region.delete({ where: { id: before.id } })
    return {
      ok: true,
      value: { code },
      audit: { entity: 'region', entityKey: code, detail: { before: { ...before } } },
    }
  },
})
