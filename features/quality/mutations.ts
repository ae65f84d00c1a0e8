import 'server-only'
import { parseExpression } from '@/core/checks/expression/parse'
import { builtInRules } from '@/core/checks/finding'
import { type Invalid, invalid } from '@/lib/result'
import type { Tx } from '@/server/db'
import { type Audited, defineMutation } from '@/server/define'
import {
  type DecideRefusal,
  decideSchema,
  deleteRuleSchema,
  type RuleRefusal,
  removeDecisionSchema,
  saveRuleSchema,
} from './schema'

type Cell = { region: string; indicator: string; year: number }
type Named = { readonly code: string }
type Counted = { readonly count: number }

const keyOf = ({ region, indicator, year }: Cell) => `${region} ${indicator} ${year}`
const builtIn: ReadonlySet<string> = new Set(builtInRules)

/** The stored cell, locked, so that its value does not change under the decision. */
async function cellOf(tx: Tx, { region, indicator, year }: Cell) {
  const rows = await tx.$queryRaw<{ regionId: number; indicatorId: number; version: number }[]>`
    SELECT o.region_id AS "regionId", o.indicator_id AS "indicatorId", o.version
    FROM observation o
    JOIN region r ON r.id = o.region_id
    JOIN indicator i ON i.id = o.indicator_id
    WHERE r.code = ${region} AND i.code = ${indicator} AND o.year = ${year}
    FOR SHARE OF o`
  return rows[0] ?? null
}

/** Accepts findings of a cell with a reason, or puts them on the follow-up list. It holds for this version of the cell and what the findings rest on. */
export const decideFindings = defineMutation<typeof decideSchema, Counted, DecideRefusal>({
  name: 'check.decide',
  permission: 'enter',
  input: decideSchema,
  scope: () => true,
  run: async (tx, input, { actor }): Promise<Audited<Counted> | DecideRefusal> => {
    const { rules, fingerprints, verdict, reason, cellVersion, year } = input
    const cell = await cellOf(tx, input)
    if (!cell) return { ok: false, reason: 'notFound' }
    if (cell.version !== cellVersion) return { ok: false, reason: 'changedMeanwhile' }
    const own = rules.filter((rule) => !builtIn.has(rule))
    const known = await tx.checkRule.count({ where: { code: { in: own } } })
    if (known !== new Set(own).size) return { ok: false, reason: 'unknownRule' }
    const { regionId, indicatorId } = cell
    const where = { regionId, indicatorId, year, rule: { in: rules } }
    const before = await tx.checkDecision.findMany({
      where,
      orderBy: { rule: 'asc' },
      select: { rule: true, verdict: true, reason: true, cellVersion: true },
    })
    await tx.checkDecision.deleteMany({ where })
    const unique = [...new Set(rules)]
    await tx.checkDecision.createMany({
      data: unique.map((rule) => ({
        regionId,
        indicatorId,
        year,
        rule,
        cellVersion,
        fingerprint: fingerprints?.[rules.indexOf(rule)] ?? '',
        verdict,
        reason,
        actorName: actor.name,
      })),
    })
    const detail = { before, after: { rules: unique, verdict, reason, cellVersion } }
    return {
      ok: true,
      value: { count: unique.length },
      audit: { entity: 'check', entityKey: keyOf(input), detail },
    }
  },
  // Somebody else decided on the same finding between the two steps.
  collisions: { P2002: { ok: false, reason: 'changedMeanwhile' } },
})

/** Takes decisions back: what the rules still find is open again. */
export const removeDecisions = defineMutation<typeof removeDecisionSchema, Counted, DecideRefusal>({
  name: 'check.reopen',
  permission: 'enter',
  input: removeDecisionSchema,
  scope: () => true,
  run: async (tx, input): Promise<Audited<Counted> | DecideRefusal> => {
    const where = {
      region: { code: input.region },
      indicator: { code: input.indicator },
      year: input.year,
      rule: { in: input.rules },
    }
    const before = await tx.checkDecision.findMany({
      where,
      orderBy: { rule: 'asc' },
      select: { rule: true, verdict: true, reason: true, cellVersion: true },
    })
    if (before.length === 0) return { ok: false, reason: 'notFound' }
    await tx.checkDecision.deleteMany({ where })
    return {
      ok: true,
      value: { count: before.length },
      audit: { entity: 'check', entityKey: keyOf(input), detail: { before } },
    }
  },
})

/** Saves a rule of this installation: a new one, or a change of the version that was opened. */
export const saveRule = defineMutation<typeof saveRuleSchema, Named, RuleRefusal | Invalid>({
  name: 'checkRule.save',
  permission: 'manage',
  input: saveRuleSchema,
  scope: () => true,
  run: async (tx, { version, code, ...data }): Promise<Audited<Named> | RuleRefusal | Invalid> => {
    const indicators = await tx.indicator.findMany({ select: { code: true } })
    const parsed = parseExpression(data.expression, new Set(indicators.map((one) => one.code)))
    if (!parsed.ok) return invalid({ path: 'expression', code: 'expression' })
    const before = await tx.checkRule.findUnique({ where: { code } })
    if (version === 0 && before) return { ok: false, reason: 'codeTaken' }
    if (version > 0 && !before) return { ok: false, reason: 'notFound' }
    if (before) {
      const { count } = await tx.checkRule.updateMany({
        where: { code, version },
        data: { ...data, version: version + 1 },
      })
      if (count === 0) return { ok: false, reason: 'changedMeanwhile' }
    } else {
      await tx.checkRule.create({ data: { code, ...data } })
    }
    const detail = { before: before && { ...before }, after: { code, ...data } }
    return { ok: true, value: { code }, audit: { entity: 'checkRule', entityKey: code, detail } }
  },
  collisions: { P2002: { ok: false, reason: 'codeTaken' } },
})

/** Removes a rule of this installation with what was decided on its findings. */
export const deleteRule = defineMutation<typeof deleteRuleSchema, Named, RuleRefusal>({
  name: 'checkRule.delete',
  permission: 'manage',
  input: deleteRuleSchema,
  scope: () => true,
  run: async (tx, { code, version }): Promise<Audited<Named> | RuleRefusal> => {
    const before = await tx.checkRule.findUnique({ where: { code } })
    if (!before) return { ok: false, reason: 'notFound' }
    if (before.version !== version) return { ok: false, reason: 'changedMeanwhile' }
    const { count } = await tx.checkRule.deleteMany({ where: { code, version } })
    if (count === 0) return { ok: false, reason: 'changedMeanwhile' }
    const decisions = await tx.checkDecision.deleteMany({ where: { rule: code } })
    const detail = { before: { ...before }, decisions: decisions.count }
    return { ok: true, value: { code }, audit: { entity: 'checkRule', entityKey: code, detail } }
  },
})
