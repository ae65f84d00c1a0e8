import type { ImputeContext } from './method'

/**
 * Fill the gaps of each year with a centre of the values that the same group observed in the same year.
 *
 * @param values  region x year in one unit, written; NaN = not observed. A year in which the group has no value keeps
 *   its gaps, and so does a region in no group
 * @param context years and groups
 * @param centre  k ≥ 1 observed values to one of their range; may sort them in place
 */
export function fillCrossSections(
  values: Float64Array,
  { years, groupAt }: ImputeContext,
  centre: (observed: Float64Array) => number,
): void {
  const yearCount = years.length
  const regionCount = groupAt.length
  const groupCount = groupAt.reduce((a, b) => Math.max(a, b), -1) + 1
  const observed = new Float64Array(regionCount)
  for (let t = 0; t < yearCount; t++) {
    for (let group = 0; group < groupCount; group++) {
      let count = 0
      let hasGap = false
      for (let r = 0; r < regionCount; r++) {
        if (groupAt[r] !== group) continue
        const value = values[r * yearCount + t] as number
        if (Number.isNaN(value)) hasGap = true
        else observed[count++] = value
      }
      if (!hasGap || count === 0) continue
      const filling = centre(observed.subarray(0, count))
      for (let r = 0; r < regionCount; r++) {
        const cell = r * yearCount + t
        if (groupAt[r] === group && Number.isNaN(values[cell] as number)) values[cell] = filling
      }
    }
  }
}

/** The context in which all regions are one group. */
export function asOneGroup({ years, groupAt }: ImputeContext): ImputeContext {
  return { years, groupAt: new Int32Array(groupAt.length) }
}
