import type { ProgressAssessment } from '@/core/progress/assess-progress'

/**
 * The years of a table of values with the years of a required path behind them, so that the target stands in it.
 *
 * @param years years with observations, ascending
 * @param path  the required path
 */
export function yearsWithPath(years: readonly number[], path: ProgressAssessment['requiredPath']): number[] {
  return [...new Set([...years, ...path.map((point) => point.year)])].toSorted((a, b) => a - b)
}
