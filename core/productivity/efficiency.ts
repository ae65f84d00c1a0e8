import { type FrontierPoint, inputFactor, outputFactor, type Returns } from './distance'
import { type NoPart, type Production, technologyOf } from './production'

/** How a frontier is drawn and in which direction the distance to it is measured. */
export type EfficiencyOptions = {
  readonly returns: Returns
  /** 'output': how much more of the same inputs; 'input': the same of how much less */
  readonly orientation: 'output' | 'input'
}

/** A unit's distance to the frontier of its period. */
export type Efficiency = {
  /** 0..1, 1 = on the frontier: 1 / φ (output) or θ (input); null without a comparison */
  readonly efficiency: number | null
  /** φ ≥ 1, or θ ≤ 1: by what the outputs could be multiplied, or the inputs; null without a comparison */
  readonly factor: number | null
  /** the units it is measured against; itself when it is on the frontier */
  readonly peers: FrontierPoint['peers']
  readonly reason: NoPart | null
}

/**
 * Data envelopment analysis (DEA): technical efficiency against the frontier that the units themselves span, with no
 * assumption about the form of production.
 *
 *     output: max φ with Σλₖyₖ ≥ φ·y, Σλₖxₖ ≤ x        input: min θ with Σλₖxₖ ≤ θ·x, Σλₖyₖ ≥ y        λ ≥ 0
 *
 * and Σλ = 1 under variable returns to scale. Under constant returns θ = 1 / φ. The ratio of the constant to the
 * variable efficiency is scale efficiency.
 *
 * A frontier is drawn by extremes: one wrong number of one unit moves the efficiency of many. With n below about
 * 3·(m + s) most units are on it because nothing compares with them.
 *
 * @param production n units, m inputs and s outputs, each in its own unit
 * @param options    returns to scale and orientation
 * @returns per unit its efficiency, or why it has none; a unit that takes no part is no peer either
 * @throws {RangeError} see technologyOf
 * @see Charnes, Cooper & Rhodes (1978), EJOR 2(6); Banker, Charnes & Cooper (1984), Management Science 30(9)
 */
export function technicalEfficiency(production: Production, options: EfficiencyOptions): Efficiency[] {
  const technology = technologyOf(production)
  const isOutput = options.orientation === 'output'
  const measure = isOutput ? outputFactor : inputFactor
  return technology.noPart.map((reason, unit) => {
    if (reason !== null) return { efficiency: null, factor: null, peers: [], reason }
    const [inputs, outputs] = [technology.inputs[unit], technology.outputs[unit]]
    const point = inputs && outputs ? measure(technology, inputs, outputs, options.returns) : null
    if (point === null)
      throw new RangeError('technicalEfficiency: a unit is always within its own technology')
    // Nobody is beyond a frontier that he helps to span: what goes past 1 is rounding.
    const factor = isOutput ? Math.max(1, point.factor) : Math.min(1, point.factor)
    return { efficiency: isOutput ? 1 / factor : factor, factor, peers: point.peers, reason }
  })
}
