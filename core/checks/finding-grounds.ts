import { type Panel, valueAt } from '../panel'
import { evaluator } from './expression/evaluate'
import { operandsOf } from './expression/operands'
import type { Expression } from './expression/syntax'
import type { Reason } from './finding'
import type { Finding } from './run-checks'

/** A rule of the installation that could be read. */
export type ReadRule = { readonly code: string; readonly text: string; readonly expression: Expression }

/** What a finding of rules that look at more than the cell rests on; null = on the cell alone. */
function groundsOf(reason: Reason, { year, indicator }: Finding, panel: Panel): unknown {
  switch (reason.rule) {
    case 'parts-total':
      return [reason.relation, reason.parts, reason.low, reason.high]
    case 'swapped':
    case 'duplicate':
      return [panel.regions[reason.otherRegion], valueAt(panel, reason.otherRegion, year, indicator)]
    default:
      return null
  }
}

/**
 * What a finding rests on beside the value of its own cell: the condition and the values in it for a rule of the
 * installation, the parts for a total, the other region for a swap or a duplicate. Null for rules that judge a value by
 * how its series or the other regions usually are: there the least change anywhere would make it another finding.
 *
 * @param panel   the values that were checked
 * @param parents the place of each region's parent, -1 = none
 * @param rules   the rules of the installation that could be read
 * @returns plain data that are equal as long as the finding is the same
 */
export function findingGrounds(
  panel: Panel,
  parents: Int32Array,
  rules: readonly ReadRule[],
): (finding: Finding) => unknown {
  const own = new Map(
    rules.map(({ code, text, expression }) => [
      code,
      { text, operands: operandsOf(expression).map((operand) => evaluator(operand, { panel, parents })) },
    ]),
  )
  return (finding) => {
    const { reason, region, year } = finding
    if (reason.rule === 'own') {
      const rule = own.get(reason.code)
      return rule ? [rule.text, ...rule.operands.map((value) => value(region, year))] : null
    }
    return groundsOf(reason, finding, panel)
  }
}
