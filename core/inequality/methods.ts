import { gini } from './gini'
import type { InequalityMethod } from './method'
import { theilL, theilT } from './theil'
import { coefficientOfVariation, deviationOfLogs } from './variation'

/** The methods of the family by name. */
export const inequalityMethods = {
  gini,
  'theil-t': theilT,
  'theil-l': theilL,
  'coefficient-of-variation': coefficientOfVariation,
  'deviation-of-logs': deviationOfLogs,
} as const satisfies Record<string, InequalityMethod>

/** The name of a measure of inequality. */
export type InequalityMethodName = keyof typeof inequalityMethods
