import 'server-only'
import { defineMutation, type Refusal } from '@/server/define'
import { addCommentSchema, resolveCommentSchema } from './schema'

type UnknownCell = Refusal & { readonly reason: 'unknownCell' }
type UnknownComment = Refusal & { readonly reason: 'unknownComment' }

/**
 * Adds a remark to a cell, observed or not.
 *
 * @returns its id; `unknownCell` when the region or the indicator is not known (any more)
 */
export const addComment = defineMutation<typeof addCommentSchema, { id: number }, UnknownCell>({
  name: 'comment.add',
  permission: 'enter',
  input: addCommentSchema,
  scope: () => true,
  run: async (tx, { region, indicator, year, body }, { actor }) => {
    const [place, measure] = await Promise.all([
      tx.region.findUnique({ where: { code: region }, select: { id: true } }),
      tx.indicator.findUnique({ where: { code: indicator }, select: { id: true } }),
    ])
    if (!place || !measure) return { ok: false, reason: 'unknownCell' }
    const { id } = await tx.comment.create({
      data: { regionId: place.id, indicatorId: measure.id, year, body, actorName: actor.name },
      select: { id: true },
    })
    return {
      ok: true,
      value: { id },
      audit: { entity: 'comment', entityKey: `${region} ${indicator} ${year}`, detail: { id, body } },
    }
  },
})

/**
 * Closes a remark; it stays to be read. Of two people who close it at once the first is named, and the other one has
 * changed nothing.
 *
 * @returns whether it was this call that closed it
 */
export const resolveComment = defineMutation<
  typeof resolveCommentSchema,
  { isFirst: boolean },
  UnknownComment
>({
  name: 'comment.resolve',
  permission: 'enter',
  input: resolveCommentSchema,
  scope: () => true,
  run: async (tx, { id }, { actor }) => {
    const { count } = await tx.comment.updateMany({
      where: { id, resolvedAt: null },
      data: { resolvedAt: new Date(), resolvedBy: actor.name },
    })
    const comment = await tx.comment.findUnique({
      where: { id },
      select: { year: true, region: { select: { code: true } }, indicator: { select: { code: true } } },
    })
    if (!comment) return { ok: false, reason: 'unknownComment' }
    const entityKey = `${comment.region.code} ${comment.indicator.code} ${comment.year}`
    return {
      ok: true,
      value: { isFirst: count > 0 },
      audit: count > 0 ? { entity: 'comment', entityKey, detail: { id } } : null,
    }
  },
})
