import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { db } from './db'
import { type Audited, defineMutation, defineQuery, type Refusal } from './define'
import { type Actor, systemActor } from './session'

const admin = systemActor('test')
const viewer: Actor = { kind: 'user', id: 'vi', name: 'Vi', role: 'viewer' }
const audit = { entity: 'group', entityKey: 'g', detail: {} }

/** What the mutation under test did, in order. */
let steps: string[] = []
afterEach(async () => {
  steps = []
  await db().regionGroup.deleteMany()
})

type Outcome = (name: string) => Audited<number> | Refusal
const good: Outcome = () => ({ ok: true, value: 7, audit })

/** A mutation that writes a region group, and then ends as told. */
function groupMutation(end: Outcome = good, isInScope = true) {
  return defineMutation<typeof input, number, Refusal>({
    name: 'group.create',
    permission: 'manage',
    input,
    scope: () => {
      steps.push('scope')
      return isInScope
    },
    run: async (tx, { name }) => {
      steps.push('run')
      await tx.regionGroup.create({ data: { nameEn: name, nameZh: name } })
      return end(name)
    },
  })
}

const input = z.object({
  name: z
    .string()
    .min(1)
    .refine(() => {
      steps.push('parse')
      return true
    }),
})

async function traces() {
  const state = await db().dataState.findUniqueOrThrow({ where: { id: 1 } })
  return {
    groups: await db().regionGroup.count(),
    audits: await db().audit.count({ where: { action: 'group.create' } }),
    version: Number(state.version),
  }
}

/** What a call left in the database. */
async function tracesOf(call: () => Promise<unknown>) {
  const before = await traces()
  await call()
  const after = await traces()
  return {
    groups: after.groups - before.groups,
    audits: after.audits - before.audits,
    version: after.version - before.version,
  }
}

const nothing = { groups: 0, audits: 0, version: 0 }

describe('the gate of a mutation', () => {
  it('goes through parse, scope and run, and writes change, audit row and data version', async () => {
    const left = await tracesOf(async () => {
      expect(await groupMutation()(admin, { name: 'g' })).toEqual({ ok: true, value: 7 })
    })
    expect(steps).toEqual(['parse', 'scope', 'run'])
    expect(left).toEqual({ groups: 1, audits: 1, version: 1 })
  })

  it('writes neither for a change that changed nothing', async () => {
    const left = await tracesOf(async () => {
      const idle = groupMutation(() => ({ ok: true, value: 7, audit: null }))
      expect(await idle(admin, { name: 'g' })).toEqual({ ok: true, value: 7 })
    })
    expect([left.audits, left.version]).toEqual([0, 0])
  })

  it('writes who did what to what', async () => {
    await groupMutation()(admin, { name: 'g' })
    const row = await db().audit.findFirstOrThrow({
      where: { action: 'group.create' },
      orderBy: { id: 'desc' },
    })
    expect(row).toMatchObject({
      actorKind: 'system',
      actorId: 'test',
      actorName: 'test',
      entity: 'group',
      entityKey: 'g',
    })
  })

  it('asks for the role first: whoever may not is told nothing about the input', async () => {
    const left = await tracesOf(() =>
      expect(groupMutation()(viewer, { name: '' })).rejects.toMatchObject({ code: 'forbidden' }),
    )
    expect([steps, left]).toEqual([[], nothing])
  })

  it('returns what does not parse with field and code, before scope and run', async () => {
    const left = await tracesOf(async () => {
      expect(await groupMutation()(admin, { name: '' })).toEqual({
        ok: false,
        reason: 'invalid',
        issues: [{ path: 'name', code: 'required' }],
      })
    })
    expect(steps).not.toContain('scope')
    expect(left).toEqual(nothing)
  })

  it('refuses what is out of scope, before a transaction begins', async () => {
    const transaction = vi.spyOn(db(), '$transaction')
    await expect(groupMutation(good, false)(admin, { name: 'g' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(steps).toEqual(['parse', 'scope'])
    expect(transaction).not.toHaveBeenCalled()
    transaction.mockRestore()
  })

  it('rolls everything back when run refuses, and hands the refusal on', async () => {
    const left = await tracesOf(async () => {
      const outcome = await groupMutation(() => ({ ok: false, reason: 'taken' }))(admin, { name: 'g' })
      expect(outcome).toEqual({ ok: false, reason: 'taken' })
    })
    expect([steps.at(-1), left]).toEqual(['run', nothing])
  })

  it('rolls everything back when run throws, and lets the error through', async () => {
    const broken = groupMutation(() => {
      throw new TypeError('broken')
    })
    const left = await tracesOf(() => expect(broken(admin, { name: 'g' })).rejects.toThrow(TypeError))
    expect(left).toEqual(nothing)
  })

  it('rolls the change back when its audit row cannot be written', async () => {
    // PostgreSQL holds no NUL in text: the row is refused by the database itself.
    const unwritable = groupMutation(() => ({ ok: true, value: 7, audit: { ...audit, entityKey: '\0' } }))
    const left = await tracesOf(() => expect(unwritable(admin, { name: 'g' })).rejects.toThrow())
    expect([steps.at(-1), left]).toEqual(['run', nothing])
  })

  it('moves the data version once for each of many changes at the same time', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `g${i}`)
    const left = await tracesOf(() => Promise.all(names.map((name) => groupMutation()(admin, { name }))))
    expect(left).toEqual({ groups: 8, audits: 8, version: 8 })
  })
})

describe('the gate of a query', () => {
  const query = defineQuery({
    permission: 'enter',
    input: z.object({ year: z.number() }),
    run: async ({ year }, { actor }) => `${actor.name} ${year}`,
  })

  it('runs with the parsed input and the actor', async () => {
    expect(await query(admin, { year: 2020 })).toBe('test 2020')
  })

  it('asks for the role before it looks at the input', async () => {
    await expect(query(viewer, { year: Number.NaN })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('refuses an input that does not parse', async () => {
    await expect(query(admin, { year: Number.NaN })).rejects.toMatchObject({ code: 'badRequest' })
  })
})
