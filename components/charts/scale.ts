import { ticks } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { formatNumber } from '@/lib/format'
import { textWidth } from './text'
import type { NumberSpec } from './types'

export type Tick = { readonly value: number; readonly at: number; readonly label: string }

export type Axis = {
  readonly domain: readonly [number, number]
  readonly ticks: readonly Tick[]
  /** where a value stands in the drawing */
  readonly at: (value: number) => number
}

type NumberAxisInput = {
  readonly values: readonly number[]
  /** from, to in the drawing; from > to for an axis that runs upward */
  readonly range: readonly [number, number]
  readonly format: NumberSpec
  readonly count: number
  /** instead of the extent of the values */
  readonly domain?: readonly [number, number] | undefined
  readonly hasZero?: boolean
}

/** As many decimals as tell the ticks apart, never more than needed: 0, 0.5, 1.0. */
function tickDecimals(values: readonly number[]): number {
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0))
  return step === 0 ? 0 : Math.max(0, Math.min(10, -Math.floor(Math.log10(step) + 1e-9)))
}

/** A number as it stands in the drawing: % is written, longer units stand in the subtitle. */
export function drawnNumber(value: number | null, format: NumberSpec): string {
  const { unit, ...rest } = format
  return formatNumber(value, { ...rest, unit: unit === '%' ? unit : undefined })
}

/** A linear axis with round ticks that enclose all values. Equal values get room on both sides. */
export function numberAxis({ values, range, format, count, domain, hasZero }: NumberAxisInput): Axis {
  const all = hasZero ? [...values, 0] : values
  let low = domain ? domain[0] : Math.min(...all)
  let high = domain ? domain[1] : Math.max(...all)
  if (!Number.isFinite(low) || !Number.isFinite(high)) [low, high] = [0, 1]
  if (low === high) [low, high] = low === 0 ? [0, 1] : [low - Math.abs(low) / 2, high + Math.abs(high) / 2]
  const scale = scaleLinear([low, high], [...range])
  if (!domain) scale.nice(count)
  const [from = 0, to = 1] = scale.domain()
  const tickValues = ticks(from, to, count)
  const decimals = tickDecimals(tickValues)
  return {
    domain: [from, to],
    ticks: tickValues.map((value) => ({
      value,
      at: scale(value),
      label: drawnNumber(value, { ...format, decimals }),
    })),
    at: (value) => scale(value),
  }
}

/** Ranks: 1 on top, whole numbers only. `count` is how many are ranked. */
export function rankAxis(count: number, range: readonly [number, number], locale: string): Axis {
  const last = Math.max(2, count)
  // Half a place of air keeps the first and the last rank off the edges.
  const scale = scaleLinear([last + 0.5, 0.5], [...range])
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((size) => last / size <= 7) ?? 1000
  const inner = Array.from({ length: Math.floor(last / step) }, (_, i) => (i + 1) * step)
  return {
    domain: [last + 0.5, 0.5],
    ticks: [...new Set([1, ...inner])].map((value) => ({
      value,
      at: scale(value),
      label: formatNumber(value, { locale, decimals: 0 }),
    })),
    at: (value) => scale(value),
  }
}

/** Years: the first and the last are always written, between them round ones as far as there is room. */
export function yearAxis(years: readonly number[], range: readonly [number, number]): Axis {
  const first = years.length === 0 ? 0 : Math.min(...years)
  const last = years.length === 0 ? 1 : Math.max(...years)
  const scale = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [...range])
  const gap = textWidth('2020') + 14
  const room = Math.max(1, Math.floor(Math.abs(range[1] - range[0]) / gap))
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first) / size <= room) ?? 100
  const isClear = (year: number) =>
    Math.abs(scale(year) - scale(first)) >= gap && Math.abs(scale(year) - scale(last)) >= gap
  const inner = Array.from({ length: Math.max(0, last - first - 1) }, (_, i) => first + 1 + i)
  const shown =
    years.length === 0
      ? []
      : [
          first,
          ...inner.filter((year) => year % step === 0 && isClear(year)),
          ...(last > first ? [last] : []),
        ]
  return {
    domain: first === last ? [first - 1, last + 1] : [first, last],
    ticks: shown.map((value) => ({ value, at: scale(value), label: String(value) })),
    at: (value) => scale(value),
  }
}
