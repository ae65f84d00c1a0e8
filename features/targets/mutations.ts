import 'server-only'
import type { FrameworkRefusal } from '@/features/indicators/schema'
import { type Invalid, invalid } from '@/lib/result'
import type { Tx } from '@/server/db'
import { type Audited, defineMutation } from '@/server/define'
import { createTargetSchema, deleteTargetSchema, type TargetInput, updateTargetSchema } from './schema'

type Saved = { id: number }
type Outcome = Audited<Saved> | FrameworkRefusal | Invalid

async function columns(tx: Tx, input: TargetInput, ownId: number | null) {
  const { indicator, region, ...rest } = input
  const indicatorRow = await tx.indicator.findUnique({ where: { code: indicator }, select: { id: true } })
  if (!indicatorRow) return invalid({ path: 'indicator', code: 'invalid' })
  const regionRow = region
    ? await tx.region.findUnique({ where: { code: region }, select: { id: true } })
    : null
  if (region && !regionRow) return invalid({ path: 'region', code: 'invalid' })
  const place = { indicatorId: indicatorRow.id, regionId: regionRow?.id ?? null }
  const twin = await tx.target.findFirst({
    where: { ...place, targetYear: input.targetYear, NOT: ownId === null ? [] : [{ id: ownId }] },
    select: { id: true },
  })
  if (twin) return invalid({ path: 'targetYear', code: 'targetExists' })
  return { ok: true as const, data: { ...rest, ...place } }
}

const keyOf = (input: TargetInput) => `${input.indicator} ${input.region ?? '*'} ${input.targetYear}`

/** Adds a target for one region or for every region. One per indicator, region and target year. */
export const createTarget = defineMutation<typeof createTargetSchema, Saved, FrameworkRefusal | Invalid>({
  name: 'target.create',
  permission: 'manage',
  input: createTargetSchema,
  collisions: { P2002: invalid({ path: 'targetYear', code: 'targetExists' }) },
  scope: () => true,
  run: async (tx, input): Promise<Outcome> => {
    const checked = await columns(tx, input, null)
    if (!checked.ok) return checked
    const created = await tx.target.create({ data: checked.data, select: { id: true } })
    return {
      ok: true,
      value: created,
      audit: { entity: 'target', entityKey: keyOf(input), detail: { after: input } },
    }
  },
})

/** Changes a target. Refused when somebody else changed it since it was opened. */
export const updateTarget = defineMutation<typeof updateTargetSchema, Saved, FrameworkRefusal | Invalid>({
  name: 'target.update',
  permission: 'manage',
  input: updateTargetSchema,
  collisions: { P2002: invalid({ path: 'targetYear', code: 'targetExists' }) },
  scope: () => true,
  run: async (tx, { id, version, ...input }): Promise<Outcome> => {
    const before = await tx.target.findUnique({ where: { id } })
    if (!before) return { ok: false, reason: 'notFound' }
    const checked = await columns(tx, input, id)
    if (!checked.ok) return checked
    const { count } = await tx.target.updateMany({
      where: { id, version },
      data: { ...checked.data, isSample: false, version: version + 1 },
    })
    if (count === 0) return { ok: false, reason: 'changedMeanwhile' }
    return {
      ok: true,
      value: { id },
      audit: { entity: 'target', entityKey: keyOf(input), detail: { before: { ...before }, after: input } },
    }
  },
})

/** Removes a target. */
export const deleteTarget = defineMutation<typeof deleteTargetSchema, Saved, FrameworkRefusal>({
  name: 'target.delete',
  permission: 'manage',
  input: deleteTargetSchema,
  scope: () => true,
  run: async (tx, { id }) => {
    const before = await tx.target.findUnique({ where: { id } })
    if (!before) return { ok: false, reason: 'notFound' }
    await tx.target.delete({ where: { id } })
    return {
      ok: true,
      value: { id },
      audit: { entity: 'target', entityKey: String(id), detail: { before: { ...before } } },
    }
  },
})
