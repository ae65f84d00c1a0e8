import { z } from 'zod'
import { parseExpression } from '@/core/checks/expression/parse'
import { builtInRules, type Reason, type Severity, severities } from '@/core/checks/finding'
import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import { cellKeySchema } from '@/features/observations/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { Bilingual } from '@/lib/bilingual'
import type { SearchParams } from '@/lib/selection'

const text = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .refine((written) => !written.includes('\0'))

export const verdicts = ['accepted', 'follow_up'] as const
export type Verdict = (typeof verdicts)[number]

const ruleCode = text(64).min(1)

/** What somebody decides on findings of one cell. */
export const decideSchema = cellKeySchema.extend({
  rules: z.array(ruleCode).min(1).max(60),
  /** What the finding of each rule rested on when it was looked at, in the order of the rules; none = on the cell alone. */
  fingerprints: z.array(text(64)).max(60).optional(),
  verdict: z.enum(verdicts),
  reason: text(2000).min(1),
  /** The version of the cell that was looked at. */
  cellVersion: z.number().int().min(1),
})

export const removeDecisionSchema = cellKeySchema.extend({ rules: z.array(ruleCode).min(1).max(60) })

const builtIn: ReadonlySet<string> = new Set(builtInRules)

export const saveRuleSchema = z
  .object({
    code: text(32)
      .min(1)
      .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'code')
      .refine((code) => !builtIn.has(code), 'ruleTaken'),
    nameEn: text(300),
    nameZh: text(300),
    expression: text(1000).min(1),
    severity: z.enum(severities),
    isEnabled: z.boolean(),
    /** The version that was opened; 0 = a new rule. */
    version: z.number().int().min(0),
  })
  .superRefine(({ nameEn, nameZh, expression }, context) => {
    if (!nameEn && !nameZh)
      context.addIssue({ code: 'custom', path: ['nameEn'], message: 'nameInOneLanguage' })
    if (!parseExpression(expression).ok) {
      context.addIssue({ code: 'custom', path: ['expression'], message: 'expression' })
    }
  })
export const deleteRuleSchema = z.object({ code: z.string().min(1), version: z.number().int() })
export const tryRuleSchema = z.object({ expression: z.string().max(2000) })

export type DecideRefusal = {
  readonly ok: false
  readonly reason: 'changedMeanwhile' | 'notFound' | 'unknownRule'
}
export type RuleRefusal = {
  readonly ok: false
  readonly reason: 'codeTaken' | 'changedMeanwhile' | 'notFound'
}

/** A rule of this installation. */
export type RuleInfo = {
  readonly code: string
  readonly name: Bilingual
  readonly expression: string
  readonly severity: Severity
  readonly isEnabled: boolean
  readonly version: number
}

/** What was decided on a finding, and whether it was on this value and this finding. */
export type Decision = {
  readonly verdict: Verdict
  readonly reason: string
  readonly author: string
  /** ISO 8601 */
  readonly at: string
  readonly isOfThisValue: boolean
}

export type RowReason = {
  /** code of the rule, built in or of this installation */
  readonly rule: string
  readonly severity: Severity
  readonly weight: number
  /** null = the rule does not find the cell any more */
  readonly reason: Reason | null
  /** names what the finding rests on beside the cell; empty = the cell alone */
  readonly fingerprint: string
  readonly decision: Decision | null
}

/** A cell with everything that was found on it. */
export type CheckRow = {
  readonly region: RegionInfo
  readonly indicator: IndicatorInfo
  readonly year: number
  readonly value: number | null
  readonly version: number
  readonly severity: Severity
  readonly reasons: readonly RowReason[]
}

/** Open findings, those that somebody follows up, and those that were accepted; gaps; the rules themselves. */
export const qualityViews = ['open', 'follow_up', 'accepted', 'completeness', 'rules'] as const
export type QualityView = (typeof qualityViews)[number]

/** What the address says about the page; null = all. */
export type QualityFilter = {
  readonly view: QualityView
  readonly area: string | null
  readonly indicator: string | null
  /** code of a region: `region` in the address is the selection of all pages */
  readonly place: string | null
  readonly rule: string | null
  readonly severity: Severity | null
  readonly page: number
  /** rows of the table of completeness, and what its cells say */
  readonly by: 'region' | 'year'
  readonly measure: 'share' | 'latest'
}

export const rowsPerPage = 50
export const regionsPerPage = 60

/** Reads the filter from an address. What is not understood counts as not chosen. */
export function parseQuality(params: SearchParams): QualityFilter {
  const read = (key: string) => (typeof params[key] === 'string' && params[key] !== '' ? params[key] : null)
  const page = Number(read('page') ?? 1)
  return {
    view: qualityViews.find((view) => view === read('view')) ?? 'open',
    area: read('area'),
    indicator: read('indicator'),
    place: read('place'),
    rule: read('rule'),
    severity: severities.find((severity) => severity === read('severity')) ?? null,
    page: Number.isInteger(page) && page > 0 && page < 1e6 ? page : 1,
    by: read('by') === 'year' ? 'year' : 'region',
    measure: read('measure') === 'latest' ? 'latest' : 'share',
  }
}

const usual: QualityFilter = parseQuality({})

/** The filter with some changes as parameters of an address, without what is usual. A change begins at the first page. */
export function qualityParams(
  filter: QualityFilter,
  changes: Partial<QualityFilter> = {},
): Record<string, string | undefined> {
  const next = { ...filter, page: 1, ...changes }
  const keys = Object.keys(usual) as (keyof QualityFilter)[]
  return Object.fromEntries(
    keys.map((key) => [key, next[key] === usual[key] || next[key] === null ? undefined : String(next[key])]),
  )
}

/** Whether a row is one that the filter asks for, whatever the view. */
export function isAsked(row: CheckRow, { area, indicator, place, rule, severity }: QualityFilter): boolean {
  return (
    (area === null || row.indicator.area === area) &&
    (indicator === null || row.indicator.code === indicator) &&
    (place === null || row.region.code === place) &&
    (rule === null || row.reasons.some((reason) => reason.rule === rule)) &&
    (severity === null || row.severity === severity)
  )
}

/** The rows of each view, the weightiest first. */
export type Checks = {
  readonly open: readonly CheckRow[]
  readonly followUp: readonly CheckRow[]
  readonly accepted: readonly CheckRow[]
  /** values that were checked */
  readonly observed: number
  /** by rule: cells found, decided ones included */
  readonly found: ReadonlyMap<string, number>
  readonly rules: readonly RuleInfo[]
}

/** What the list of findings shows. */
export type QualityPage = {
  readonly filter: QualityFilter
  readonly rows: readonly CheckRow[]
  readonly counts: Readonly<Record<'open' | 'follow_up' | 'accepted', number>>
  /** rows of the view that the filter leaves, and how many of each severity the other filters leave */
  readonly total: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly observed: number
  readonly areas: readonly AreaInfo[]
  readonly indicators: readonly IndicatorInfo[]
  readonly regions: readonly RegionInfo[]
  readonly rules: readonly RuleInfo[]
  readonly found: Readonly<Record<string, number>>
  readonly canDecide: boolean
  readonly canManage: boolean
}

/** What of a rule is told when it is tried. */
export type RuleTrial = {
  readonly holds: number
  readonly fails: number
  readonly unknown: number
  readonly examples: readonly {
    readonly region: Bilingual
    readonly year: number
    readonly indicator: string
  }[]
}

/** A number of the table of completeness and where its cells are. */
export type CompletenessPage = {
  readonly filter: QualityFilter
  readonly columns: readonly IndicatorInfo[]
  readonly rows: readonly {
    readonly key: string
    readonly region: RegionInfo | null
    readonly year: number | null
    /** shares 0..1; null = nothing could be observed */
    readonly cells: readonly (number | null)[]
  }[]
  readonly rowCount: number
  readonly share: number | null
  readonly observed: number
  readonly of: number
  readonly notFinal: number
  /** indicators whose values are estimated, provisional, forecast or imputed in part, the largest share first */
  readonly provisional: readonly {
    readonly indicator: IndicatorInfo
    readonly observed: number
    readonly of: number
  }[]
  readonly stale: readonly {
    readonly indicator: IndicatorInfo
    readonly region: RegionInfo | null
    readonly lastYear: number
    readonly yearsBehind: number
  }[]
  readonly staleCount: number
  readonly neverObserved: number
  readonly areas: readonly AreaInfo[]
  readonly from: number
  readonly to: number
}
