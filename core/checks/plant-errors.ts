import { type Panel, valueAt } from '../panel'
import { seededRandom } from '../uncertainty/random'

/** The errors that people and files make. */
export const plantedKinds = [
  'unit-slip',
  'level-slip',
  'decimal-shift',
  'transposed-digits',
  'sign',
  'copied-forward',
  'swapped-regions',
  'spike',
] as const
export type PlantedKind = (typeof plantedKinds)[number]

/** An error and the cells it was planted in: two when regions were swapped, the first of a level that slipped. */
export type Planted = {
  readonly kind: PlantedKind
  readonly cells: readonly number[]
  /** every cell that was changed */
  readonly changed: readonly number[]
}

/**
 * Plants errors in a panel by seeded chance, to measure what the rules find. Each takes an observed cell that no other
 * error has touched, in a series of at least five values, and never a neighbour in time of another error:
 *
 * - unit-slip: ×100, ×1000 or ×10000 or divided by it; level-slip: the same from a year to the end of the series
 * - decimal-shift: ×10 or ÷10
 * - transposed-digits: two of the first three digits change places, at least 10 % of the value
 * - sign: x becomes -x; copied-forward: the value of the year before; swapped-regions: two regions that differ by 20 %
 * - spike: plus or minus 30 % to 100 % (at most to a tenth)
 *
 * @param panel region x year x indicator, not written
 * @param each  how many of each kind
 * @param seed  for `seededRandom`
 * @returns a changed copy and what was planted
 */
export function plantErrors(
  panel: Panel,
  each: number,
  seed: number,
): { readonly panel: Panel; readonly planted: readonly Planted[] } {
  const random = seededRandom(seed)
  const values = panel.values.slice()
  const changedPanel = { ...panel, values }
  const [regions, years, indicators] = [panel.regions.length, panel.years.length, panel.indicators.length]
  const taken = new Uint8Array(values.length)
  const planted: Planted[] = []
  const below = (n: number) => Math.floor(random() * n)
  const at = (r: number, t: number, i: number) => (r * years + t) * indicators + i
  const isFree = (r: number, t: number, i: number) => {
    for (let near = Math.max(0, t - 2); near <= Math.min(years - 1, t + 2); near++) {
      if (taken[at(r, near, i)]) return false
    }
    return true
  }
  const observedYears = (r: number, i: number) =>
    panel.years.flatMap((_, t) => (valueAt(panel, r, t, i) === null ? [] : [t]))

  const plantOne = (kind: PlantedKind): Planted | null => {
    const [r, i] = [below(regions), below(indicators)]
    const own = observedYears(r, i)
    const t = own[below(own.length)]
    if (own.length < 5 || t === undefined || !isFree(r, t, i)) return null
    const cell = at(r, t, i)
    const value = panel.values[cell] as number
    const set = (changes: readonly (readonly [number, number])[], cells = [cell]): Planted | null => {
      if (changes.some(([c, to]) => to === panel.values[c] || !Number.isFinite(to))) return null
      for (const [c, to] of changes) {
        values[c] = to
        taken[c] = 1
      }
      return { kind, cells, changed: changes.map(([c]) => c) }
    }
    const power = (1 + below(3) + (kind === 'decimal-shift' ? 0 : 1)) * (random() < 0.5 ? -1 : 1)
    switch (kind) {
      case 'unit-slip':
        return set([[cell, shifted(value, power)]])
      case 'level-slip': {
        const later = own.filter((year) => year >= t)
        if (later.length === own.length || later.some((year) => !isFree(r, year, i))) return null
        return set(
          later.map((year) => [at(r, year, i), shifted(panel.values[at(r, year, i)] as number, power)]),
        )
      }
      case 'decimal-shift':
        return set([[cell, shifted(value, Math.sign(power))]])
      case 'transposed-digits': {
        const to = transposed(value, below(2))
        return Math.abs(to / value - 1) < 0.1 ? null : set([[cell, to]])
      }
      case 'sign':
        return set([[cell, -value]])
      case 'copied-forward': {
        const before = own[own.indexOf(t) - 1]
        return before === undefined || before !== t - 1
          ? null
          : set([[cell, panel.values[at(r, before, i)] as number]])
      }
      case 'swapped-regions': {
        const other = below(regions)
        const otherCell = at(other, t, i)
        const otherValue = valueAt(panel, other, t, i)
        if (otherValue === null || other === r || !isFree(other, t, i)) return null
        if (Math.abs(otherValue - value) < 0.2 * Math.max(Math.abs(value), Math.abs(otherValue))) return null
        return set(
          [
            [cell, otherValue],
            [otherCell, value],
          ],
          [cell, otherCell],
        )
      }
      case 'spike': {
        const size = 0.3 + 0.7 * random()
        return set([[cell, value * (random() < 0.5 ? 1 + size : Math.max(0.1, 1 - size))]])
      }
    }
  }

  for (let n = 0; n < each; n++) {
    for (const kind of plantedKinds) {
      for (let attempt = 0; attempt < 1000; attempt++) {
        const done = plantOne(kind)
        if (!done) continue
        planted.push(done)
        break
      }
    }
  }
  return { panel: changedPanel, planted }
}

/** The decimal point moved, without the rounding of a multiplication: 0.3 becomes 3 and not 3.0000000000000004. */
function shifted(value: number, power: number): number {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e')
  return Number(`${mantissa}e${Number(exponent) + power}`)
}

function transposed(value: number, place: number): number {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const digits = [...mantissa.replace('.', '').padEnd(3, '0')]
  const [a = '', b = ''] = [digits[place], digits[place + 1]]
  digits[place] = b
  digits[place + 1] = a
  return Math.sign(value) * Number(`${digits[0]}.${digits.slice(1).join('')}e${exponent}`)
}
