import { beforeAll, describe, expect, it } from 'vitest'
import { saveObservations } from '@/features/observations/mutations'
import { loadSample } from '@/features/sample/mutations'
import { AppError } from '@/lib/errors'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { decideFindings, deleteRule, removeDecisions, saveRule } from './mutations'
import { getChecks, getCompleteness, getQualityPage, listFindings, listRules, tryRule } from './queries'
import type { CheckRow } from './schema'

const actor = systemActor('test')
const viewer: Actor = { kind: 'user', id: 'vi', name: 'Vi', role: 'viewer' }
const editor: Actor = { kind: 'user', id: 'ed', name: 'Ed', role: 'editor' }
const tibet = { region: 'CN-XZ', indicator: 'IN01', year: 2015 }
const accept = {
  ...tibet,
  rules: ['jump'],
  verdict: 'accepted' as const,
  reason: 'one factory closed',
  cellVersion: 1,
}

const isTibet = ({ region, indicator, year }: CheckRow) =>
  region.code === tibet.region && indicator.code === tibet.indicator && year === tibet.year
const openTibet = async () => (await getChecks(actor, {})).open.find(isTibet)
const lastAudit = (action: string) =>
  db().audit.findFirstOrThrow({ where: { action }, orderBy: { id: 'desc' } })

async function write(value: number, expectedVersion: number): Promise<void> {
  const outcome = await saveObservations(actor, {
    kind: 'entry',
    changes: [{ ...tibet, value, expectedVersion }],
  })
  expect(outcome.ok).toBe(true)
}

describe('an empty installation', () => {
  it('has nothing to check', async () => {
    expect((await getChecks(actor, {})).open).toEqual([])
    expect((await getQualityPage(actor, { params: {} })).total).toBe(0)
    expect((await getCompleteness(actor, { params: {} })).share).toBeNull()
  })
})

describe('with the sample', () => {
  beforeAll(async () => {
    expect((await loadSample(actor, {})).ok).toBe(true)
  })

  it('finds Tibet’s high-tech jump with its own figures', async () => {
    expect(await openTibet()).toMatchObject({
      value: 0.949844,
      version: 1,
      reasons: [{ rule: 'jump', reason: { before: 1.69203, beforeYear: 2014 }, decision: null }],
    })
  })

  it('narrows the list by area, indicator, region, rule and severity, and counts', async () => {
    const page = await getQualityPage(actor, { params: { area: 'IN', place: 'CN-XZ', indicator: 'IN01' } })
    expect(page.rows.map((row) => row.year)).toEqual([2015])
    expect(page.bySeverity).toEqual({ error: 0, warning: 0, hint: 1 })
    const warnings = await getQualityPage(actor, { params: { severity: 'warning' } })
    expect(warnings.total).toBeGreaterThan(0)
    expect(warnings.rows.every((row) => row.severity === 'warning')).toBe(true)
    const far = await getQualityPage(actor, { params: { page: '99' } })
    expect(far.filter.page).toBe(2)
    const { rows } = await listFindings(actor, { params: { rule: 'year-shift' } })
    expect(rows.map((row) => row.indicator.code)).toContain('SM07')
  })

  it('knows how complete the data are, and what is stale', async () => {
    const page = await getCompleteness(actor, { params: {} })
    expect(page.observed).toBe(10_139)
    expect(page.of).toBe(28 * 31 * 14)
    expect(page.rows).toHaveLength(31)
    expect(page.stale.map(({ indicator, region }) => [indicator.code, region])).toContainEqual(['GD06', null])
    expect(page.provisional.map(({ indicator, observed }) => [indicator.code, observed])).toEqual([
      ['GD01', 30],
    ])
    const years = await getCompleteness(actor, { params: { by: 'year', area: 'ST' } })
    expect(years.rows[0]?.year).toBe(2023)
    expect(years.columns.every(({ area }) => area === 'ST')).toBe(true)
  })

  describe('deciding on a finding', () => {
    it('is for those who may enter', async () => {
      await expect(decideFindings(viewer, accept)).rejects.toThrow(AppError)
      await expect(removeDecisions(viewer, { ...tibet, rules: ['jump'] })).rejects.toThrow(AppError)
      expect((await getQualityPage(viewer, { params: {} })).canDecide).toBe(false)
    })

    it('refuses without a reason, for a cell or a rule that is not there, and for another version', async () => {
      expect(await decideFindings(actor, { ...accept, reason: ' ' })).toMatchObject({
        reason: 'invalid',
        issues: [{ path: 'reason', code: 'required' }],
      })
      expect(await decideFindings(actor, { ...accept, year: 2017 })).toEqual({
        ok: false,
        reason: 'notFound',
      })
      expect(await decideFindings(actor, { ...accept, rules: ['nope'] })).toEqual({
        ok: false,
        reason: 'unknownRule',
      })
      expect(await decideFindings(actor, { ...accept, cellVersion: 2 })).toEqual({
        ok: false,
        reason: 'changedMeanwhile',
      })
      expect(await db().checkDecision.count()).toBe(0)
    })

    it('accepts it with a reason and an audit row, until the value changes', async () => {
      expect(await decideFindings(editor, accept)).toEqual({ ok: true, value: { count: 1 } })
      expect(await lastAudit('check.decide')).toMatchObject({
        actorName: 'Ed',
        entityKey: 'CN-XZ IN01 2015',
        detail: { before: [], after: { rules: ['jump'], verdict: 'accepted', reason: 'one factory closed' } },
      })
      expect(await openTibet()).toBeUndefined()
      const { accepted } = await getChecks(actor, {})
      expect(accepted.find(isTibet)?.reasons).toMatchObject([
        { decision: { author: 'Ed', reason: 'one factory closed', isOfThisValue: true } },
      ])

      await write(0.94, 1)
      expect((await openTibet())?.reasons).toMatchObject([
        { rule: 'jump', decision: { verdict: 'accepted', isOfThisValue: false } },
      ])
      expect((await getChecks(actor, {})).accepted.find(isTibet)).toBeUndefined()
    })

    it('puts it on the follow-up list, where it stays although the value changed, until it is taken off', async () => {
      const follow = { ...accept, verdict: 'follow_up' as const, reason: 'ask Lhasa', cellVersion: 2 }
      expect(await decideFindings(editor, follow)).toMatchObject({ ok: true })
      expect(await lastAudit('check.decide')).toMatchObject({ detail: { before: [{ verdict: 'accepted' }] } })
      expect(await openTibet()).toBeUndefined()
      await write(1.6, 2)
      const { followUp } = await getChecks(actor, {})
      expect(followUp.find(isTibet)?.reasons).toMatchObject([
        { reason: null, decision: { reason: 'ask Lhasa', isOfThisValue: false } },
      ])
      expect(await removeDecisions(editor, { ...tibet, rules: ['jump'] })).toEqual({
        ok: true,
        value: { count: 1 },
      })
      expect(await lastAudit('check.reopen')).toMatchObject({ detail: { before: [{ reason: 'ask Lhasa' }] } })
      expect(await removeDecisions(editor, { ...tibet, rules: ['jump'] })).toEqual({
        ok: false,
        reason: 'notFound',
      })
      await write(0.949844, 3)
      expect(await openTibet()).toBeDefined()
    })

    it('keeps one decision when two people decide at once', async () => {
      const outcomes = await Promise.all(
        ['one', 'two'].map((reason) => decideFindings(editor, { ...accept, reason, cellVersion: 4 })),
      )
      expect(outcomes.some(({ ok }) => ok)).toBe(true)
      expect(await db().checkDecision.count()).toBe(1)
      await removeDecisions(editor, { ...tibet, rules: ['jump'] })
    })
  })

  describe('a rule of this installation', () => {
    const rule = {
      code: 'R1',
      nameEn: 'Labour productivity is above GDP per head',
      nameZh: '劳动生产率高于人均地区生产总值',
      expression: 'PR03 >= PR05',
      severity: 'error',
      isEnabled: true,
      version: 0,
    } as const

    it('can be tried before', async () => {
      const trial = await tryRule(actor, { expression: 'ST03 <= 80' })
      expect(trial?.holds).toBeGreaterThan(200)
      expect(trial?.fails).toBeGreaterThan(0)
      expect(trial?.examples[0]?.indicator).toBe('ST03')
      expect(await tryRule(actor, { expression: 'ST03 <=' })).toBeNull()
      expect(await tryRule(actor, { expression: rule.expression })).toMatchObject({ fails: 0, examples: [] })
    })

    it('is for those who manage', async () => {
      await expect(saveRule(editor, rule)).rejects.toThrow(AppError)
      await expect(deleteRule(editor, { code: 'R1', version: 1 })).rejects.toThrow(AppError)
    })

    it('is refused when it cannot be read, has no name, or the code of another', async () => {
      for (const expression of ['PR03 >', 'NOPE > 1', 'PR03 + 1']) {
        expect(await saveRule(actor, { ...rule, expression })).toMatchObject({
          reason: 'invalid',
          issues: [{ path: 'expression', code: 'expression' }],
        })
      }
      expect(await saveRule(actor, { ...rule, nameEn: '', nameZh: '' })).toMatchObject({
        issues: [{ path: 'nameEn', code: 'nameInOneLanguage' }],
      })
      expect(await saveRule(actor, { ...rule, code: 'jump' })).toMatchObject({
        issues: [{ path: 'code', code: 'ruleTaken' }],
      })
      expect(await listRules(actor, {})).toEqual([])
    })

    it('reopens what was accepted when the rule or another value in it changes', async () => {
      const code = 'R2'
      const other = { region: 'CN-XZ', indicator: 'IN02', year: 2015 }
      const writeAt = async (at: typeof other, value: number) => {
        const key = { region: { code: at.region }, indicator: { code: at.indicator }, year: at.year }
        const stored = await db().observation.findFirst({ where: key, select: { version: true } })
        const changes = [{ ...at, value, expectedVersion: stored?.version ?? 0 }]
        expect(await saveObservations(actor, { kind: 'entry', changes })).toMatchObject({ ok: true })
      }
      await writeAt(other, 7)
      const own = { ...rule, code, expression: 'IN01 > IN02 + 1000' }
      expect(await saveRule(actor, own)).toMatchObject({ ok: true })
      const reasonIn = (rows: readonly CheckRow[]) =>
        rows.find(isTibet)?.reasons.find((one) => one.rule === code)
      const accepted = async () => reasonIn((await getChecks(actor, {})).accepted)
      const acceptIt = async () => {
        const { open } = await getChecks(actor, {})
        const row = open.find(isTibet)
        const reason = reasonIn(open)
        expect(reason).toBeDefined()
        const fingerprints = [reason?.fingerprint ?? '']
        const decision = { ...accept, rules: [code], fingerprints, cellVersion: row?.version ?? 0 }
        expect(await decideFindings(actor, decision)).toMatchObject({ ok: true })
        expect(await accepted()).toMatchObject({ decision: { isOfThisValue: true } })
      }
      await acceptIt()
      await writeAt(other, 8)
      expect(await accepted()).toBeUndefined()
      await acceptIt()
      expect(await saveRule(actor, { ...own, expression: 'IN01 > IN02 + 2000', version: 1 })).toMatchObject({
        ok: true,
      })
      expect(await accepted()).toBeUndefined()
      await acceptIt()
      // A value that the rule does not look at changes nothing.
      await writeAt({ ...other, region: 'CN-QH' }, 8)
      expect(await accepted()).toBeDefined()
      expect(await deleteRule(actor, { code, version: 2 })).toMatchObject({ ok: true })
    })

    it('is saved with an audit row, finds, is changed, switched off and removed', async () => {
      expect(await saveRule(actor, { ...rule, expression: 'ST03 <= 80' })).toEqual({
        ok: true,
        value: { code: 'R1' },
      })
      expect(await lastAudit('checkRule.save')).toMatchObject({ entityKey: 'R1', detail: { before: null } })
      const found = await getQualityPage(actor, { params: { rule: 'R1' } })
      expect(found.total).toBeGreaterThan(0)
      expect(found.rows[0]).toMatchObject({ severity: 'error', indicator: { code: 'ST03' } })
      const [row] = found.rows
      if (!row) throw new Error('nothing found')
      const cell = { region: row.region.code, indicator: row.indicator.code, year: row.year }
      const verdict = 'follow_up' as const
      const decision = { rules: ['R1'], verdict, reason: 'ask', cellVersion: row.version }
      expect(await decideFindings(actor, { ...cell, ...decision })).toMatchObject({ ok: true })

      expect(await saveRule(actor, rule)).toEqual({ ok: false, reason: 'codeTaken' })
      expect(await saveRule(actor, { ...rule, version: 1, isEnabled: false })).toMatchObject({ ok: true })
      expect((await getQualityPage(actor, { params: { rule: 'R1' } })).total).toBe(0)
      const changes = await Promise.all([1, 2].map(() => saveRule(actor, { ...rule, version: 2 })))
      expect(changes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(changes).toContainEqual({ ok: false, reason: 'changedMeanwhile' })

      expect(await deleteRule(actor, { code: 'R1', version: 1 })).toEqual({
        ok: false,
        reason: 'changedMeanwhile',
      })
      expect(await deleteRule(actor, { code: 'R1', version: 3 })).toMatchObject({ ok: true })
      expect(await lastAudit('checkRule.delete')).toMatchObject({
        detail: { before: { expression: 'PR03 >= PR05' }, decisions: 1 },
      })
      expect(await db().checkDecision.count()).toBe(0)
      expect(await deleteRule(actor, { code: 'R1', version: 3 })).toEqual({ ok: false, reason: 'notFound' })
    })
  })
})
