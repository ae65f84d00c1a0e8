import { logLinear } from './log-linear'
import type { ForecastMethod } from './method'
import { leastSquares } from './ols'
import { theilSen } from './theil-sen'

/** The methods of the family by name. */
export const forecastMethods = {
  linear: leastSquares,
  'log-linear': logLinear,
  'theil-sen': theilSen,
} as const satisfies Record<string, ForecastMethod>

/** The name of a forecast method. */
export type ForecastMethodName = keyof typeof forecastMethods
