import { outputFactor, type Returns } from './distance'
import { type NoPart, type Production, type Technology, technologyOf } from './production'

/**
 * How change is split. 'fgnz' (Färe, Grosskopf, Norris & Zhang): technical change along the frontier of constant
 * returns. 'ray-desli' (Ray & Desli): along the frontier of variable returns, with scale change as the remainder.
 */
export type MalmquistSplit = 'fgnz' | 'ray-desli'

/** Change of a unit from one period to the next; each number is a factor, 1 = no change, above 1 = better. */
export type MalmquistChange = {
  /** M, total factor productivity */
  readonly productivity: number | null
  /** EC: has the unit come nearer to the frontier? (constant returns) */
  readonly efficiency: number | null
  /** TC: has the frontier moved where the unit stands? */
  readonly technology: number | null
  /** the part of EC within the frontier of variable returns */
  readonly pureEfficiency: number | null
  /** the rest: fgnz EC / pure efficiency; ray-desli M / (pure efficiency · technology) */
  readonly scale: number | null
  /** why something is null: no part in one of the two periods, or a program without a solution */
  readonly reason: NoPart | 'infeasible' | null
}

/**
 * Malmquist index of total factor productivity between successive periods, by output distances D = 1 / φ:
 *
 *     M  = √( Dᵗ(t+1)/Dᵗ(t) · Dᵗ⁺¹(t+1)/Dᵗ⁺¹(t) )   constant returns
 *     EC = Dᵗ⁺¹(t+1) / Dᵗ(t)                         TC = M / EC
 *     pure EC = the same under variable returns      scale = EC / pure EC
 *
 * so that M = EC·TC = pure·scale·TC ('fgnz'). With 'ray-desli' TC is taken under variable returns and scale is
 * M / (pure·TC). There a unit of one period may lie beyond everything that the other period's frontier can be mixed
 * from: the program has no solution, and TC and scale are null.
 *
 * Each period has its own frontier, spanned by the units that take part in it. A unit that enters or leaves moves the
 * frontier of the others: compare the same units in every period.
 *
 * @param periods T productions of the same n units, m inputs and s outputs, in order of time
 * @param split   how change is split
 * @returns T - 1 rows of n changes
 * @throws {RangeError} periods of different numbers of units, inputs or outputs, or see technologyOf
 * @see Färe, Grosskopf, Norris & Zhang (1994), American Economic Review 84(1); Ray & Desli (1997), ibid. 87(5)
 */
export function malmquistIndex(
  periods: readonly Production[],
  split: MalmquistSplit = 'fgnz',
): MalmquistChange[][] {
  const technologies = periods.map(technologyOf)
  const first = periods[0]
  for (const { inputs, outputs } of periods) {
    const isSame =
      inputs.length === first?.inputs.length &&
      inputs[0]?.length === first.inputs[0]?.length &&
      outputs[0]?.length === first.outputs[0]?.length
    if (!isSame)
      throw new RangeError('malmquistIndex needs the same units, inputs and outputs in every period')
  }
  const own = technologies.map((technology) => ({
    constant: distances(technology, technology, 'constant'),
    variable: distances(technology, technology, 'variable'),
  }))
  return technologies.slice(1).map((later, t) => {
    const earlier = technologies[t] as Technology
    const [before, after] = [own[t] as Own, own[t + 1] as Own]
    const cross = crossDistances(earlier, later, 'constant')
    const mixed = split === 'ray-desli' ? crossDistances(earlier, later, 'variable') : null
    return earlier.noPart.map((reason, unit) => {
      const missing = reason ?? later.noPart[unit]
      if (missing) return noChange(missing)
      const whole = changeOf(before.constant, after.constant, cross, unit)
      const pure = ratio(after.variable[unit], before.variable[unit])
      if (mixed === null) {
        return finish({ ...whole, pureEfficiency: pure, scale: ratio(whole.efficiency, pure) })
      }
      const { technology } = changeOf(before.variable, after.variable, mixed, unit)
      const scale = pure === null ? null : ratio(ratio(whole.productivity, technology), pure)
      return finish({ ...whole, technology, pureEfficiency: pure, scale })
    })
  })
}

type Distances = readonly (number | null)[]
type Own = { readonly constant: Distances; readonly variable: Distances }
type Cross = { readonly laterByEarlier: Distances; readonly earlierByLater: Distances }
type Parts = Omit<MalmquistChange, 'reason'>

function crossDistances(earlier: Technology, later: Technology, returns: Returns): Cross {
  return {
    laterByEarlier: distances(earlier, later, returns),
    earlierByLater: distances(later, earlier, returns),
  }
}

/** Output distances of the units of one period to the frontier of another. */
function distances(frontier: Technology, units: Technology, returns: Returns): Distances {
  return units.noPart.map((reason, unit) => {
    const [inputs, outputs] = [units.inputs[unit], units.outputs[unit]]
    if (reason !== null || !inputs || !outputs || frontier.units.length === 0) return null
    const point = outputFactor(frontier, inputs, outputs, returns)
    return point === null ? null : 1 / point.factor
  })
}

function changeOf(before: Distances, after: Distances, cross: Cross, unit: number) {
  const efficiency = ratio(after[unit], before[unit])
  const byEarlier = ratio(cross.laterByEarlier[unit], before[unit])
  const byLater = ratio(after[unit], cross.earlierByLater[unit])
  const productivity = byEarlier === null || byLater === null ? null : Math.sqrt(byEarlier * byLater)
  return { productivity, efficiency, technology: ratio(productivity, efficiency) }
}

function ratio(over: number | null | undefined, under: number | null | undefined): number | null {
  return over == null || under == null ? null : over / under
}

function finish(parts: Parts): MalmquistChange {
  return { ...parts, reason: Object.values(parts).includes(null) ? 'infeasible' : null }
}

function noChange(reason: NoPart): MalmquistChange {
  const nothing = {
    productivity: null,
    efficiency: null,
    technology: null,
    pureEfficiency: null,
    scale: null,
  }
  return { ...nothing, reason }
}
