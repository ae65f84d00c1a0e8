import type { CheckColumn, ColumnFinding, Reason } from './finding'
import { poissonTail } from './poisson'
import { precisionOf } from './precision'

/** Values this many last places around a target tell how many fall exactly on it by chance. */
const window = 50
const targetChance = 0.01
/** Two last digits that are both 0. */
const roundChance = 0.01
const groupChance = 1e-6
const fewestRound = 4
const fewestDigits = 3

/**
 * Values exactly at a target far more often than chance: k values equal to it, λ = M / 100 + 0.01 with M the values within
 * 50 last places of it; found when P(N ≥ k | λ) < 1 %.
 *
 * @param column region x year; NaN = not observed
 * @returns hints on every value that equals the target; as heavy as -log10 P
 */
export function checkTargetHeaping({ values, years, indicator }: CheckColumn): ColumnFinding[] {
  if (indicator.kind === 'milestone' || indicator.targets.length === 0) return []
  const { unit } = precisionOf(values)
  return indicator.targets.flatMap((target) => {
    const at: number[] = []
    let near = 0
    let of = 0
    values.forEach((value, cell) => {
      if (Number.isNaN(value)) return
      of++
      if (value === target) at.push(cell)
      else if (Math.abs(value - target) <= window * unit) near++
    })
    const chance = poissonTail(at.length, near / (2 * window) + targetChance)
    if (at.length === 0 || chance >= targetChance) return []
    return at.map(
      (cell): ColumnFinding => ({
        region: Math.floor(cell / years.length),
        year: cell % years.length,
        severity: 'hint',
        weight: Math.min(-Math.log10(chance), 300),
        reason: { rule: 'target-heaping', target, count: at.length, of },
      }),
    )
  })
}

/**
 * Round numbers far more often than chance, among the years of a region or the regions of a year: a value is round when it
 * has two significant digits less than most of the column and its last two places are 0. With n values, of which k are
 * round, λ = n·max(1 %, share of round values in the rest of the column); found when k ≥ 4 and P(N ≥ k | λ) < 10⁻⁶.
 *
 * @param column region x year; NaN = not observed
 * @returns one hint for a region or a year, on its latest (its first) round value; as heavy as -log10 P
 */
export function checkRoundHeaping({ values, years, indicator, regionCount }: CheckColumn): ColumnFinding[] {
  const { digits, unit } = precisionOf(values)
  if (indicator.kind === 'milestone' || digits < fewestDigits) return []
  const width = years.length
  const isRound = (value: number) => {
    if (value === 0) return false
    const lead = Math.floor(Math.log10(Math.abs(value)))
    const step = Math.max(10 ** (lead - digits + 3), 100 * unit)
    const times = value / step
    return Math.abs(times - Math.round(times)) < 1e-7 * Math.max(1, Math.abs(times))
  }
  const round = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : isRound(value) ? 2 : 1))
  const count = (from: number, to: number, step: number) => {
    let of = 0
    let rounds = 0
    let first = -1
    let last = -1
    for (let c = from; c < to; c += step) {
      if (round[c] === 0) continue
      of++
      if (round[c] !== 2) continue
      rounds++
      if (first < 0) first = c
      last = c
    }
    return { of, rounds, first, last }
  }
  const all = count(0, values.length, 1)
  const found: ColumnFinding[] = []
  const tell = ({ of, rounds }: { of: number; rounds: number }, by: 'region' | 'year', cell: number) => {
    if (rounds < fewestRound) return
    // What is usual elsewhere: the group itself would hide behind its own numbers.
    const others = all.of - of
    const share = Math.max(roundChance, others === 0 ? 0 : (all.rounds - rounds) / others)
    const chance = poissonTail(rounds, of * share)
    if (chance >= groupChance) return
    const reason: Reason = { rule: 'round-heaping', by, count: rounds, of }
    const place = { region: Math.floor(cell / width), year: cell % width }
    found.push({ ...place, severity: 'hint', weight: Math.min(-Math.log10(chance), 300), reason })
  }
  for (let r = 0; r < regionCount; r++) {
    const own = count(r * width, (r + 1) * width, 1)
    tell(own, 'region', own.last)
  }
  for (let t = 0; t < width; t++) {
    const own = count(t, values.length, width)
    tell(own, 'year', own.first)
  }
  return found
}
