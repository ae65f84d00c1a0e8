import type { CheckColumn, ColumnFinding } from './finding'

/** A total may differ from the sum of its parts by rounding and small corrections. */
const sumTolerance = 0.005
const betweenTolerance = 1e-9
/** A relation that holds in fewer years than this share is not one that the data keep. */
const holdsShare = 0.7
const fewestYears = 3
const fewestParts = 2

/**
 * Parts against total: the regions below a region and the region itself. Two relations are tried on the years in which the
 * region and all of its parts are observed (parts without any value count as none): the value is the sum of the parts
 * (within 0.5 %), or it lies between the lowest and the highest of them, as a mean of them must. The first one that holds in
 * 70 % of the years, and in 3 at least, is taken as what should hold, and the other years are found.
 *
 * @param column  region x year; NaN = not observed
 * @param parents place of the region above each region; -1 = none
 * @returns warnings on the region above; as heavy as the value is off in percent of the nearest bound
 */
export function checkPartsTotal(column: CheckColumn, parents: Int32Array): ColumnFinding[] {
  const { values, years, regionCount, indicator } = column
  if (indicator.kind === 'milestone') return []
  const width = years.length
  const parts = new Map<number, number[]>()
  const hasValues = (region: number) =>
    values.subarray(region * width, (region + 1) * width).some((value) => !Number.isNaN(value))
  for (let r = 0; r < regionCount; r++) {
    const parent = parents[r] as number
    if (parent < 0 || !hasValues(r)) continue
    const known = parts.get(parent)
    if (known) known.push(r)
    else parts.set(parent, [r])
  }
  return [...parts].flatMap(([parent, own]) =>
    own.length < fewestParts || !hasValues(parent) ? [] : checkParent(column, parent, own),
  )
}

function checkParent({ values, years }: CheckColumn, parent: number, parts: number[]): ColumnFinding[] {
  const width = years.length
  const complete: { year: number; total: number; sum: number; low: number; high: number }[] = []
  for (let year = 0; year < width; year++) {
    const total = values[parent * width + year] as number
    let sum = 0
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (const part of parts) {
      const value = values[part * width + year] as number
      sum += value
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
    if (!Number.isNaN(total + sum)) complete.push({ year, total, sum, low, high })
  }
  type Complete = (typeof complete)[number]
  const isSum = ({ total, sum }: Complete) =>
    Math.abs(total - sum) <= sumTolerance * Math.max(Math.abs(sum), Math.abs(total))
  const isBetween = ({ total, low, high }: Complete) => {
    const slack = betweenTolerance * Math.max(Math.abs(low), Math.abs(high))
    return total >= low - slack && total <= high + slack
  }
  for (const [relation, holds] of [
    ['sum', isSum],
    ['between', isBetween],
  ] as const) {
    const count = complete.filter(holds).length
    if (count < fewestYears || count < holdsShare * complete.length) continue
    return complete.flatMap((one): ColumnFinding[] => {
      if (holds(one)) return []
      const [low, high] = relation === 'sum' ? [one.sum, one.sum] : [one.low, one.high]
      const bound = one.total < low ? low : high
      return [
        {
          region: parent,
          year: one.year,
          severity: 'warning',
          weight: (100 * Math.abs(one.total - bound)) / (Math.abs(bound) || 1),
          reason: {
            rule: 'parts-total',
            relation,
            low,
            high,
            parts: parts.length,
            holds: count,
            of: complete.length,
          },
        },
      ]
    })
  }
  return []
}
