import type { PaceKind } from './pace'

type DatedValue = { readonly year: number; readonly value: number; readonly status: string }

/** The change of a value on the year before: growth in %, or an amount in the unit of what is itself a rate. */
export type GrowthSince = {
  readonly kind: 'percent' | 'amount'
  readonly value: number
  readonly year: number
}

/**
 * How a value changed on the year before. Compound pace: (y / y₀ - 1)·100, in %; linear: y - y₀, in the unit.
 *
 * @param latest the value; status B = it starts a new series, which cannot be compared with the one before
 * @param before the value before it
 * @param pace   how the indicator's yearly change is measured
 * @returns null across a gap or a break in series, without one of the two values, and for a growth from 0 or below
 */
export function growthSince(
  latest: DatedValue | null,
  before: DatedValue | null,
  pace: PaceKind,
): GrowthSince | null {
  if (!latest || !before || before.year !== latest.year - 1 || latest.status === 'B') return null
  const { year } = before
  if (pace === 'linear') return { kind: 'amount', value: latest.value - before.value, year }
  return before.value > 0 ? { kind: 'percent', value: (latest.value / before.value - 1) * 100, year } : null
}
