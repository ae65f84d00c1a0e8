import { imputeGroupMean } from './group-mean'
import { imputeGroupMedian } from './group-median'
import { imputeLast } from './last'
import { imputeLinear } from './linear'
import { imputeMean } from './mean'
import { imputeMedian } from './median'
import type { ImputeMethod } from './method'

/** The methods of the family by the name a recipe gives them. A new method is a file and a line here. */
export const imputeMethods = {
  mean: imputeMean,
  median: imputeMedian,
  'group-mean': imputeGroupMean,
  'group-median': imputeGroupMedian,
  last: imputeLast,
  linear: imputeLinear,
} as const satisfies Record<string, ImputeMethod>

/** The name of an imputation method, as a recipe writes it. */
export type ImputeMethodName = keyof typeof imputeMethods

/** The methods that need to know which group each region belongs to. */
export const groupImputeMethods: ReadonlySet<string> = new Set(['group-mean', 'group-median'])
