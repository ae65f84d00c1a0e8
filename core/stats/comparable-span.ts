type SpanPoint = { readonly year: number; readonly value: number }

/** A point of a series; null = not observed. `status` is the SDMX code, B = the value starts a new series. */
type DatedPoint = { readonly year: number; readonly value: number | null; readonly status: string }

/**
 * The first and the last observed point that can be compared: values before the latest break in series are left out.
 *
 * @param points a series in one unit, years ascending; null = not observed, left out
 * @returns both ends (the same point when one value stands alone), or null when nothing is observed
 */
export function comparableSpan(
  points: readonly DatedPoint[],
): { readonly first: SpanPoint; readonly last: SpanPoint } | null {
  const observed = points.flatMap(({ year, value, status }) =>
    value === null ? [] : [{ year, value, status }],
  )
  const start =
    observed[
      Math.max(
        observed.findLastIndex((point) => point.status === 'B'),
        0,
      )
    ]
  const end = observed.at(-1)
  if (!start || !end) return null
  return { first: { year: start.year, value: start.value }, last: { year: end.year, value: end.value } }
}

/**
 * Years in which a new series begins in any of several series.
 *
 * @param series series of points; only the status is looked at
 * @returns years, each once, ascending
 */
export function breakYears(series: Iterable<readonly DatedPoint[]>): number[] {
  const years = [...series].flatMap((points) =>
    points.flatMap((point) => (point.status === 'B' ? [point.year] : [])),
  )
  return [...new Set(years)].toSorted((a, b) => a - b)
}
