import { cellAt } from '../panel'
import { type ExpressionData, evaluator } from './expression/evaluate'
import type { Expression } from './expression/syntax'
import type { Severity } from './finding'
import type { Finding } from './run-checks'

export type OwnRule = {
  readonly code: string
  readonly severity: Severity
  readonly expression: Expression
  /** codes in the expression, in the order of their first mention */
  readonly indicators: readonly string[]
}

/** What a rule says of the data: of so many regions and years it holds, fails, or cannot be said. */
export type RuleOutcome = {
  readonly holds: number
  readonly fails: number
  readonly unknown: number
  readonly findings: readonly Finding[]
}

/**
 * A rule of the installation over all regions and years in which at least one of its indicators is observed. Where it is
 * false, the cell of the first indicator of the rule that is observed there is found.
 *
 * @param rule a condition that should hold
 * @param data panel and parents
 * @returns counts and findings, by region and year; none where the rule is unknown
 */
export function checkOwnRule(rule: OwnRule, data: ExpressionData): RuleOutcome {
  const { panel } = data
  const value = evaluator(rule.expression, data)
  const places = rule.indicators.map((code) => panel.indicators.indexOf(code)).filter((place) => place >= 0)
  const findings: Finding[] = []
  let [holds, unknown] = [0, 0]
  for (let region = 0; region < panel.regions.length; region++) {
    for (let year = 0; year < panel.years.length; year++) {
      const indicator = places.find((i) => !Number.isNaN(panel.values[cellAt(panel, region, year, i)]))
      if (indicator === undefined) continue
      const truth = value(region, year)
      if (Number.isNaN(truth)) unknown++
      else if (truth === 1) holds++
      else {
        const reason = { rule: 'own', code: rule.code } as const
        findings.push({ region, year, indicator, severity: rule.severity, weight: 1, reason })
      }
    }
  }
  return { holds, fails: findings.length, unknown, findings }
}
