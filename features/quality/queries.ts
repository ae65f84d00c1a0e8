import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { completenessOf, staleSeries } from '@/core/checks/completeness'
import { parseExpression } from '@/core/checks/expression/parse'
import { type CheckedIndicator, type Severity, severities } from '@/core/checks/finding'
import { findingGrounds } from '@/core/checks/finding-grounds'
import { checkOwnRule } from '@/core/checks/own-rule'
import { type Finding, runChecks } from '@/core/checks/run-checks'
import { valueAt } from '@/core/panel'
import { getWorkspace } from '@/features/scores/queries'
import { pageParamsSchema, type Workspace } from '@/features/scores/schema'
import { keptPerDataVersion } from '@/server/cache'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import { isAllowed } from '@/server/permissions'
import { systemActor } from '@/server/session'
import {
  type CheckRow,
  type Checks,
  type CompletenessPage,
  type Decision,
  isAsked,
  parseQuality,
  type QualityPage,
  type RowReason,
  type RuleInfo,
  type RuleTrial,
  regionsPerPage,
  rowsPerPage,
  tryRuleSchema,
} from './schema'

/** A name for what a finding rests on, empty for nothing: as long as it is the same, a decision on it holds. */
const fingerprint = (grounds: unknown) =>
  grounds === null ? '' : createHash('sha256').update(JSON.stringify(grounds)).digest('hex').slice(0, 16)

const ruleColumns = {
  code: true,
  nameEn: true,
  nameZh: true,
  expression: true,
  severity: true,
  isEnabled: true,
  version: true,
} as const

/** The rules of this installation by code. */
export const listRules = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: async (): Promise<RuleInfo[]> => {
    const rows = await db().checkRule.findMany({ orderBy: { code: 'asc' }, select: ruleColumns })
    return rows.map(({ nameEn, nameZh, ...rule }) => ({ ...rule, name: { en: nameEn, zh: nameZh } }))
  },
})

function parentsOf({ panel, region, at }: Workspace): Int32Array {
  return Int32Array.from(panel.regions, (code) => at.region.get(region.get(code)?.parent ?? '') ?? -1)
}

function checkedIndicators({ indicators, targets }: Workspace): CheckedIndicator[] {
  return indicators.map((info) => ({
    code: info.code,
    kind: info.kind,
    levels: info.levels.map(({ level }) => level),
    hardMin: info.hardMin,
    hardMax: info.hardMax,
    plausibleMin: info.plausibleMin,
    plausibleMax: info.plausibleMax,
    targets: [
      ...new Set(
        targets.flatMap(({ indicator, kind, target }) =>
          indicator === info.code && kind === 'value' ? [target] : [],
        ),
      ),
    ],
  }))
}

/** All rules over the working data; a rule that no longer parses (its indicator is gone) finds nothing. */
function findAll(workspace: Workspace, rules: readonly RuleInfo[]) {
  const { panel, status, indicator } = workspace
  const parents = parentsOf(workspace)
  const codes = new Set(indicator.keys())
  const own = rules.flatMap(({ code, expression: text, severity, isEnabled }) => {
    const parsed = parseExpression(text, codes)
    if (!isEnabled || !parsed.ok) return []
    return [{ code, text, severity, expression: parsed.expression, indicators: parsed.indicators }]
  })
  const findings: Finding[] = [
    ...runChecks(panel, status, checkedIndicators(workspace), parents),
    ...own.flatMap((rule) => checkOwnRule(rule, { panel, parents }).findings),
  ]
  const groundsOf = findingGrounds(panel, parents, own)
  return { findings, fingerprintOf: (finding: Finding) => fingerprint(groundsOf(finding)) }
}

type StoredDecision = {
  region: string
  indicator: string
  year: number
  rule: string
  verdict: Decision['verdict']
  reason: string
  author: string
  at: Date
  cellVersion: number
  fingerprint: string
}

const listDecisions = () => db().$queryRaw<StoredDecision[]>`
  SELECT r.code AS region, i.code AS indicator, d.year::int AS year, d.rule, d.verdict::text AS verdict, d.reason,
         d.actor_name AS author, d.at, d.cell_version AS "cellVersion", d.fingerprint
  FROM check_decision d
  JOIN region r ON r.id = d.region_id
  JOIN indicator i ON i.id = d.indicator_id`

type Key = { readonly region: string; readonly indicator: string; readonly year: number }
const keyOf = ({ region, indicator, year }: Key) => `${region}|${indicator}|${year}`

async function versionsOf(cells: readonly Key[]): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<(Key & { version: number })[]>`
    SELECT k.region, k.indicator, k.year, o.version
    FROM unnest(${cells.map((cell) => cell.region)}::text[], ${cells.map((cell) => cell.indicator)}::text[],
                ${cells.map((cell) => cell.year)}::int[]) AS k(region, indicator, year)
    JOIN region r ON r.code = k.region
    JOIN indicator i ON i.code = k.indicator
    JOIN observation o ON o.region_id = r.id AND o.indicator_id = i.id AND o.year = k.year`
  return new Map(rows.map((row) => [keyOf(row), row.version]))
}

const rankOf = (severity: Severity) => severities.indexOf(severity)
const worst = (reasons: readonly RowReason[]): Severity =>
  severities.find((severity) => reasons.some((reason) => reason.severity === severity)) ?? 'hint'

function sorted(rows: readonly CheckRow[]): CheckRow[] {
  const weight = ({ reasons }: CheckRow) => reasons.reduce((most, one) => Math.max(most, one.weight), 0)
  return rows.toSorted(
    (a, b) =>
      rankOf(a.severity) - rankOf(b.severity) ||
      b.reasons.length - a.reasons.length ||
      weight(b) - weight(a) ||
      keyOf(cellOf(a)).localeCompare(keyOf(cellOf(b))),
  )
}

const cellOf = ({ region, indicator, year }: CheckRow): Key => ({
  region: region.code,
  indicator: indicator.code,
  year,
})

async function buildChecks(): Promise<Checks> {
  const actor = systemActor('checks')
  const [workspace, rules, decisions] = await Promise.all([
    getWorkspace(actor, {}),
    listRules(actor, {}),
    listDecisions(),
  ])
  const { panel } = workspace
  const { findings, fingerprintOf } = findAll(workspace, rules)
  const found = new Map<string, number>()
  const cells = new Map<string, { cell: Key; reasons: Map<string, RowReason> }>()
  const reasonsAt = (cell: Key) => {
    const key = keyOf(cell)
    const known = cells.get(key)
    if (known) return known.reasons
    const reasons = new Map<string, RowReason>()
    cells.set(key, { cell, reasons })
    return reasons
  }
  for (const finding of findings) {
    const { region, year, indicator, reason, severity, weight } = finding
    const cell = {
      region: panel.regions[region] ?? '',
      year: panel.years[year] ?? 0,
      indicator: panel.indicators[indicator] ?? '',
    }
    const rule = reason.rule === 'own' ? reason.code : reason.rule
    found.set(rule, (found.get(rule) ?? 0) + 1)
    reasonsAt(cell).set(rule, {
      ...{ rule, severity, weight, reason },
      fingerprint: fingerprintOf(finding),
      decision: null,
    })
  }
  for (const { region, indicator, year, rule } of decisions) {
    const reasons = reasonsAt({ region, indicator, year })
    if (!reasons.has(rule)) {
      const none = { severity: 'hint', weight: 0, reason: null, fingerprint: '', decision: null } as const
      reasons.set(rule, { rule, ...none })
    }
  }
  const versions = await versionsOf([...cells.values()].map(({ cell }) => cell))
  const decisionOf = new Map(decisions.map((one) => [`${keyOf(one)}|${one.rule}`, one]))
  const rows = [...cells].flatMap(([key, { cell, reasons }]): CheckRow[] => {
    const region = workspace.region.get(cell.region)
    const indicator = workspace.indicator.get(cell.indicator)
    const version = versions.get(key)
    if (!region || !indicator || version === undefined) return []
    const places = [workspace.at.region.get(cell.region), workspace.at.year.get(cell.year)]
    const i = workspace.at.indicator.get(cell.indicator)
    const [r, t] = places
    const value = r === undefined || t === undefined || i === undefined ? null : valueAt(panel, r, t, i)
    const decided = [...reasons.values()].map((reason): RowReason => {
      const made = decisionOf.get(`${key}|${reason.rule}`)
      if (!made) return reason
      const { verdict, reason: why, author, at, cellVersion, fingerprint } = made
      // What is not found any more is no other finding.
      const isSame = reason.reason === null || fingerprint === reason.fingerprint
      const isOfThisValue = cellVersion === version && isSame
      return { ...reason, decision: { verdict, reason: why, author, at: at.toISOString(), isOfThisValue } }
    })
    return [{ region, indicator, year: cell.year, value, version, severity: 'hint', reasons: decided }]
  })
  const withReasons = (test: (reason: RowReason) => boolean) =>
    sorted(
      rows.flatMap((row) => {
        const reasons = row.reasons.filter(test)
        return reasons.length === 0 ? [] : [{ ...row, reasons, severity: worst(reasons) }]
      }),
    )
  const isFollowed = ({ decision }: RowReason) => decision?.verdict === 'follow_up'
  const isAccepted = ({ decision }: RowReason) => decision?.verdict === 'accepted' && decision.isOfThisValue
  return {
    open: withReasons((reason) => reason.reason !== null && !isFollowed(reason) && !isAccepted(reason)),
    followUp: withReasons(isFollowed),
    accepted: withReasons(isAccepted),
    observed: panel.values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0),
    found,
    rules,
  }
}

/** All findings with what was decided on them, calculated once per state of the data. */
export const getChecks = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: keptPerDataVersion(buildChecks),
})

const viewOf = (checks: Checks, view: string) =>
  view === 'follow_up' ? checks.followUp : view === 'accepted' ? checks.accepted : checks.open

/** All rows of the view that a filter asks for, for a file. */
export const listFindings = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }) => {
    const filter = parseQuality(params)
    const checks = await getChecks(actor, {})
    return { rows: viewOf(checks, filter.view).filter((row) => isAsked(row, filter)), rules: checks.rules }
  },
})

/** One page of findings, with the counts and choices of its filters. */
export const getQualityPage = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }): Promise<QualityPage> => {
    const filter = parseQuality(params)
    const [checks, workspace] = await Promise.all([getChecks(actor, {}), getWorkspace(actor, {})])
    const all = viewOf(checks, filter.view)
    const ofAnySeverity = all.filter((row) => isAsked(row, { ...filter, severity: null }))
    const asked = all.filter((row) => isAsked(row, filter))
    const lastPage = Math.max(1, Math.ceil(asked.length / rowsPerPage))
    const page = Math.min(filter.page, lastPage)
    const count = (severity: Severity) => ofAnySeverity.filter((row) => row.severity === severity).length
    const present = {
      indicator: new Set(all.map((row) => row.indicator.code)),
      region: new Set(all.map((row) => row.region.code)),
    }
    return {
      filter: { ...filter, page },
      rows: asked.slice((page - 1) * rowsPerPage, page * rowsPerPage),
      counts: {
        open: checks.open.length,
        follow_up: checks.followUp.length,
        accepted: checks.accepted.length,
      },
      total: asked.length,
      bySeverity: { error: count('error'), warning: count('warning'), hint: count('hint') },
      observed: checks.observed,
      areas: [...(workspace.hallmark ? [workspace.hallmark] : []), ...workspace.areas],
      indicators: workspace.indicators.filter(
        ({ code }) => present.indicator.has(code) || code === filter.indicator,
      ),
      regions: workspace.regions.filter(({ code }) => present.region.has(code) || code === filter.place),
      rules: checks.rules,
      found: Object.fromEntries(checks.found),
      canDecide: isAllowed(actor, 'enter'),
      canManage: isAllowed(actor, 'manage'),
    }
  },
})

/** Of how many regions and years a condition holds, fails, or cannot be said; nothing is stored. */
export const tryRule = defineQuery({
  permission: 'read',
  input: tryRuleSchema,
  run: async ({ expression }, { actor }): Promise<RuleTrial | null> => {
    const workspace = await getWorkspace(actor, {})
    const parsed = parseExpression(expression, new Set(workspace.indicator.keys()))
    if (!parsed.ok) return null
    const { panel } = workspace
    const rule = {
      code: '',
      severity: 'hint',
      expression: parsed.expression,
      indicators: parsed.indicators,
    } as const
    const { holds, fails, unknown, findings } = checkOwnRule(rule, { panel, parents: parentsOf(workspace) })
    const examples = findings.slice(0, 8).map(({ region, year, indicator }) => ({
      region: workspace.region.get(panel.regions[region] ?? '')?.name ?? { en: '', zh: '' },
      year: panel.years[year] ?? 0,
      indicator: panel.indicators[indicator] ?? '',
    }))
    return { holds, fails, unknown, examples }
  },
})

const mostStale = 40

/** Where values are and where they are not: shares by region or year and indicator, stale and provisional series. */
export const getCompleteness = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }): Promise<CompletenessPage> => {
    const filter = parseQuality(params)
    const workspace = await getWorkspace(actor, {})
    const { panel, status, region: regionOf } = workspace
    const limit = (of: 'validFrom' | 'validTo') =>
      panel.regions.map((code) => regionOf.get(code)?.[of] ?? null)
    const result = completenessOf(panel, status, limit('validFrom'), limit('validTo'))
    const shown = workspace.indicators.flatMap((indicator, i) =>
      result.latestYears[i] !== null && (filter.area === null || indicator.area === filter.area) ? [i] : [],
    )
    const share = (counts: { observed: number; of: number } | undefined) =>
      counts && counts.of > 0 ? counts.observed / counts.of : null
    const lastPage = Math.max(1, Math.ceil(panel.regions.length / regionsPerPage))
    const page = Math.min(filter.page, lastPage)
    const regionRow = (code: string, r: number) => ({
      key: code,
      region: regionOf.get(code) ?? null,
      year: null,
      cells: shown.map((i) => {
        if (filter.measure === 'share') return share(result.byRegion[r]?.[i])
        const isObserved = result.latest[r]?.[i] ?? null
        return isObserved === null ? null : Number(isObserved)
      }),
    })
    const yearRow = (year: number, t: number) => ({
      key: String(year),
      region: null,
      year,
      cells: shown.map((i) => share(result.byYear[t]?.[i])),
    })
    const info = (i: number) => workspace.indicators[i]
    // An indicator that nobody has collected yet is not a gap in the data.
    const used = panel.indicators.flatMap((_, i) => (result.latestYears[i] === null ? [] : [i]))
    const of = used.reduce((sum, i) => sum + (result.ofIndicator[i]?.of ?? 0), 0)
    const observed = used.reduce((sum, i) => sum + (result.ofIndicator[i]?.observed ?? 0), 0)
    const stale = staleSeries(panel, result.latestYears, limit('validTo')).flatMap((one) => {
      const indicator = info(one.indicator)
      const region = one.region === null ? null : (regionOf.get(panel.regions[one.region] ?? '') ?? null)
      return indicator && shown.includes(one.indicator) ? [{ ...one, indicator, region }] : []
    })
    return {
      filter: { ...filter, page },
      columns: shown.flatMap((i) => info(i) ?? []),
      rows:
        filter.by === 'year'
          ? panel.years.map(yearRow).toReversed()
          : panel.regions.map(regionRow).slice((page - 1) * regionsPerPage, page * regionsPerPage),
      rowCount: filter.by === 'year' ? panel.years.length : panel.regions.length,
      share: share({ observed, of }),
      observed,
      of,
      notFinal: result.notFinal,
      provisional: shown
        .flatMap((i) => {
          const indicator = info(i)
          const counts = result.notFinalOf[i]
          return indicator && counts && counts.observed > 0 ? [{ indicator, ...counts }] : []
        })
        .toSorted((a, b) => b.observed / b.of - a.observed / a.of),
      stale: stale.slice(0, mostStale),
      staleCount: stale.length,
      neverObserved: result.latestYears.filter((year) => year === null).length,
      areas: [...(workspace.hallmark ? [workspace.hallmark] : []), ...workspace.areas],
      from: panel.years[0] ?? 0,
      to: panel.years.at(-1) ?? 0,
    }
  },
})
