import type { ProgressAssessment } from './assess-progress'

/**
 * The year of the value that a status rests on, where it is older than the year it is shown for: the status is then as
 * of that year.
 *
 * @param progress an assessment
 * @param shown    the year that it is shown for
 * @returns null for a status of that very year, and where there is no status
 */
export function olderStatusYear(
  { status, latest }: Pick<ProgressAssessment, 'status' | 'latest'>,
  shown: number,
): number | null {
  return status !== 'no-data' && latest !== null && latest.year < shown ? latest.year : null
}
