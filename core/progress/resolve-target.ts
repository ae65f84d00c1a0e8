/** A point of a series; null = not observed. `status` is the SDMX code, B = break in series. */
export type SeriesPoint = { readonly year: number; readonly value: number | null; readonly status: string }

/** A target as it is set. */
export type TargetSetting = {
  readonly baselineYear: number
  /** null = the value observed in the baseline year */
  readonly baselineValue: number | null
  readonly targetYear: number
  /** 'value': `target` is in the indicator's unit; 'change_percent': in % of the baseline, -18 = a reduction by 18 % */
  readonly kind: 'value' | 'change_percent'
  readonly target: number
}

/** A target with the numbers of one region in it. */
export type ResolvedTarget = {
  readonly kind: 'value' | 'change_percent'
  readonly baselineYear: number
  readonly baselineValue: number | null
  /** 'given' with the target, 'observed' in the baseline year, or 'missing': neither */
  readonly baselineOrigin: 'given' | 'observed' | 'missing'
  readonly targetYear: number
  /** the value to be reached, in the indicator's unit; null = a change of a baseline that is missing */
  readonly targetValue: number | null
  /** the number as it was set: a value, or a change in % */
  readonly setTarget: number
}

/**
 * Put a region's numbers into a target. A change in percent is taken of the size of the baseline:
 * T = y₀ + |y₀|·p / 100, so that a rise is a rise from a negative baseline too.
 *
 * @param target the target as set
 * @param series the region's observations of the indicator, a point per year at most
 * @returns the baseline and the value to be reached, in the indicator's unit; what is missing stays null
 * @throws {RangeError} the target year is not after the baseline year, or a number is not finite
 */
export function resolveTarget(target: TargetSetting, series: readonly SeriesPoint[]): ResolvedTarget {
  const { kind, baselineYear, targetYear, target: setTarget } = target
  if (!(targetYear > baselineYear)) {
    throw new RangeError(`a target needs a year after its baseline ${baselineYear}, got ${targetYear}`)
  }
  const observed = series.find((point) => point.year === baselineYear)?.value ?? null
  const baselineValue = target.baselineValue ?? observed
  if (!Number.isFinite(setTarget) || (baselineValue !== null && !Number.isFinite(baselineValue))) {
    throw new RangeError(`a target needs finite numbers, got ${setTarget} from ${baselineValue}`)
  }
  const baselineOrigin = target.baselineValue !== null ? 'given' : observed !== null ? 'observed' : 'missing'
  const changed = baselineValue === null ? null : baselineValue + (Math.abs(baselineValue) * setTarget) / 100
  return {
    kind,
    baselineYear,
    baselineValue,
    baselineOrigin,
    targetYear,
    targetValue: kind === 'value' ? setTarget : changed,
    setTarget,
  }
}
