import type { Panel } from '../panel'

/** Observed values of how many that there could be. */
export type Filled = { readonly observed: number; readonly of: number }

/** Letters of values that are not final: estimated, provisional, forecast, imputed. */
const notFinal: ReadonlySet<number> = new Set([...'EPFI'].map((letter) => letter.charCodeAt(0)))

export type Completeness = {
  /** region x indicator: years observed, of the years in which the region exists */
  readonly byRegion: readonly (readonly Filled[])[]
  /** region x indicator: whether the latest year of the indicator is observed; null = the region is not there in it */
  readonly latest: readonly (readonly (boolean | null)[])[]
  /** year x indicator: regions observed, of those that exist in the year */
  readonly byYear: readonly (readonly Filled[])[]
  /** the latest year in which an indicator is observed anywhere; null = never */
  readonly latestYears: readonly (number | null)[]
  /** by indicator, over all regions and years */
  readonly ofIndicator: readonly Filled[]
  /** observed values that are estimated, provisional, forecast or imputed */
  readonly notFinal: number
  /** by indicator */
  readonly notFinalOf: readonly Filled[]
}

/**
 * Where values are and where they are not.
 *
 * @param panel      region x year x indicator; NaN = not observed
 * @param status     character codes of SDMX statuses in the layout of the panel
 * @param validFrom  first year of each region; null = always
 * @param validTo    last year of each region; null = always
 * @returns counts, never shares: whoever shows them divides. A year in which a region does not exist is not missing
 */
export function completenessOf(
  { regions, years, indicators, values }: Panel,
  status: Uint8Array,
  validFrom: readonly (number | null)[],
  validTo: readonly (number | null)[],
): Completeness {
  const width = indicators.length
  const byRegion = regions.map(() => indicators.map(() => ({ observed: 0, of: 0 })))
  const byYear = years.map(() => indicators.map(() => ({ observed: 0, of: 0 })))
  const latestYears = indicators.map((): number | null => null)
  const notFinalOf = indicators.map(() => ({ observed: 0, of: 0 }))
  const exists = (r: number, year: number) =>
    year >= (validFrom[r] ?? Number.NEGATIVE_INFINITY) && year <= (validTo[r] ?? Number.POSITIVE_INFINITY)
  const ofIndicator = indicators.map(() => ({ observed: 0, of: 0 }))
  for (let r = 0; r < regions.length; r++) {
    for (let t = 0; t < years.length; t++) {
      const year = years[t] as number
      const isThere = exists(r, year)
      for (let i = 0; i < width; i++) {
        const cell = (r * years.length + t) * width + i
        const isObserved = !Number.isNaN(values[cell])
        if (!isThere && !isObserved) continue
        for (const count of [byRegion[r]?.[i], byYear[t]?.[i], ofIndicator[i]]) {
          if (!count) continue
          count.of++
          if (isObserved) count.observed++
        }
        const own = notFinalOf[i]
        if (!isObserved || !own) continue
        own.of++
        if (notFinal.has(status[cell] as number)) own.observed++
        latestYears[i] = Math.max(latestYears[i] ?? year, year)
      }
    }
  }
  const latest = regions.map((_, r) =>
    latestYears.map((year, i) => {
      if (year === null || !exists(r, year)) return null
      return !Number.isNaN(values[(r * years.length + years.indexOf(year)) * width + i])
    }),
  )
  const notFinalAll = notFinalOf.reduce((sum, { observed }) => sum + observed, 0)
  return { byRegion, latest, byYear, latestYears, ofIndicator, notFinal: notFinalAll, notFinalOf }
}

/** A series that ends before others do. */
export type StaleSeries = {
  readonly indicator: number
  /** null = the indicator as a whole */
  readonly region: number | null
  readonly lastYear: number
  readonly yearsBehind: number
}

/** So many years behind is no longer the usual delay of a publication. */
const staleFrom = 2

/**
 * Stale series. An indicator is stale when its latest year lies two years or more behind the year that half of the observed
 * indicators have reached (the upper median of their latest years); a region's series when it ends two years or more before
 * the latest year of its indicator, and the region still exists then.
 *
 * @param panel       region x year x indicator; NaN = not observed. A series without any value is missing, not stale
 * @param latestYears as `completenessOf` gives them
 * @param validTo     last year of each region; null = always
 * @returns indicators first, then series, each the farthest behind first
 */
export function staleSeries(
  { regions, years, indicators, values }: Panel,
  latestYears: readonly (number | null)[],
  validTo: readonly (number | null)[],
): StaleSeries[] {
  const found: StaleSeries[] = []
  const sorted = latestYears.flatMap((year) => (year === null ? [] : [year])).toSorted((a, b) => a - b)
  const reached = sorted[Math.floor(sorted.length / 2)] ?? 0
  const add = (indicator: number, region: number | null, lastYear: number, goal: number) => {
    if (goal - lastYear >= staleFrom)
      found.push({ indicator, region, lastYear, yearsBehind: goal - lastYear })
  }
  indicators.forEach((_, i) => {
    const goal = latestYears[i] ?? null
    if (goal === null) return
    add(i, null, goal, reached)
    regions.forEach((_, r) => {
      const own = years.findLast(
        (_, t) => !Number.isNaN(values[(r * years.length + t) * indicators.length + i]),
      )
      if (own !== undefined) add(i, r, own, Math.min(goal, validTo[r] ?? goal))
    })
  })
  return found.toSorted(
    (a, b) => Number(a.region !== null) - Number(b.region !== null) || b.yearsBehind - a.yearsBehind,
  )
}
