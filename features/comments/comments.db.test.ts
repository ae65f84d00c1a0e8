import { beforeAll, describe, expect, it } from 'vitest'
import { loadSample } from '@/features/sample/mutations'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { addComment, resolveComment } from './mutations'
import { listCellComments, listCommentCounts } from './queries'

const ann: Actor = { kind: 'user', id: 'ann', name: 'Ann', role: 'editor' }
const ben: Actor = { kind: 'user', id: 'ben', name: 'Ben', role: 'editor' }
const viewer: Actor = { kind: 'user', id: 'vic', name: 'Vic', role: 'viewer' }
const cell = { region: 'CN-GD', indicator: 'ST01', year: 2020 }

async function addedId(more: Partial<typeof cell> = {}, body = 'Why so high?') {
  const outcome = await addComment(ann, { ...cell, ...more, body })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}

beforeAll(async () => {
  await loadSample(systemActor('test'), {})
})

describe('addComment', () => {
  it('keeps the remark with its author and an audit row', async () => {
    await addedId({ year: 2001 }, '  <b>Check</b> table 3  ')
    const [comment] = await listCellComments(viewer, { ...cell, year: 2001 })
    expect(comment).toMatchObject({ body: '<b>Check</b> table 3', author: 'Ann', resolved: null })
    const audit = await db().audit.findFirstOrThrow({ where: { action: 'comment.add' } })
    expect(audit).toMatchObject({ entityKey: 'CN-GD ST01 2001', actorName: 'Ann' })
  })

  it('is refused to a viewer, and leaves nothing behind', async () => {
    const before = await db().comment.count()
    await expect(addComment(viewer, { ...cell, body: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await db().comment.count()).toBe(before)
  })

  it('names the field that is wrong, and knows the cell', async () => {
    for (const body of ['', ' \n ', 'a\0b', 'x'.repeat(4001)]) {
      expect(await addComment(ann, { ...cell, body })).toMatchObject({ reason: 'invalid' })
    }
    expect(await addComment(ann, { ...cell, year: 0, body: 'x' })).toMatchObject({ reason: 'invalid' })
    expect(await addComment(ann, { ...cell, region: 'XX', body: 'x' })).toMatchObject({
      reason: 'unknownCell',
    })
  })
})

describe('resolveComment', () => {
  it('closes the remark once, by the first of two people, and it stays to be read', async () => {
    const id = await addedId({ year: 2002 })
    await expect(resolveComment(viewer, { id })).rejects.toMatchObject({ code: 'forbidden' })
    const both = await Promise.all([resolveComment(ann, { id }), resolveComment(ben, { id })])
    const first = both.findIndex((outcome) => outcome.ok && outcome.value.isFirst)
    expect(both.filter((outcome) => outcome.ok && outcome.value.isFirst)).toHaveLength(1)
    const [comment] = await listCellComments(ann, { ...cell, year: 2002 })
    expect(comment?.resolved?.by).toBe(['Ann', 'Ben'][first])
    const audits = await db().audit.findMany({ where: { action: 'comment.resolve' } })
    expect(audits.map((audit) => audit.actorName)).toEqual([['Ann', 'Ben'][first]])
  })

  it('says that there is no such remark', async () => {
    expect(await resolveComment(ann, { id: 999_999 })).toEqual({ ok: false, reason: 'unknownComment' })
    expect(await resolveComment(ann, { id: -1 })).toMatchObject({ reason: 'invalid' })
  })
})

it('counts the open remarks of each cell of an indicator, a region or a year', async () => {
  await addedId({ year: 2011 })
  await addedId({ year: 2011 })
  await addedId({ year: 2011, indicator: 'ST02' })
  await resolveComment(ann, { id: await addedId({ year: 2011, region: 'CN-JS' }) })
  expect((await listCommentCounts(viewer, { indicator: 'ST01', year: 2011 })).map((c) => c.count)).toEqual([
    2,
  ])
  expect(await listCommentCounts(viewer, { year: 2011 })).toHaveLength(2)
  expect(await listCommentCounts(viewer, { region: 'CN-JS', year: 2011 })).toEqual([])
  const open = await listCellComments(ann, { ...cell, year: 2011 })
  expect(open.map((comment) => comment.resolved)).toEqual([null, null])
})
