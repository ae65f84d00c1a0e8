/**
 * The values that are compared with each other. 'pooled': all regions and years together, so that scores of
 * different years stand on one scale. 'year': each year by itself; such scores are "ranks only, not progress".
 */
export type Frame = 'pooled' | 'year'

/**
 * Hand over the values of each frame of a column to be read or changed in place.
 *
 * @param column region x year
 * @param years  Y calendar years
 * @param frame  'pooled': one call with the column itself and year null; 'year': a call per year with its R values
 * @param work   returns whether it wrote the values it was given; only then are those of a year put back
 */
export function forEachFrame(
  column: Float64Array,
  years: readonly number[],
  frame: Frame,
  work: (values: Float64Array, year: number | null) => boolean,
): void {
  if (frame === 'pooled') {
    work(column, null)
    return
  }
  const yearCount = years.length
  const values = new Float64Array(yearCount === 0 ? 0 : column.length / yearCount)
  years.forEach((year, t) => {
    for (let r = 0; r < values.length; r++) values[r] = column[r * yearCount + t] as number
    if (!work(values, year)) return
    for (let r = 0; r < values.length; r++) column[r * yearCount + t] = values[r] as number
  })
}
