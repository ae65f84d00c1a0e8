import { type LinearProgram, maximise } from './linear-program'
import type { Technology } from './production'

/** Returns to scale: 'constant' = any multiple of what was seen can be made; 'variable' = only mixtures of it. */
export type Returns = 'constant' | 'variable'

/** How far a unit can be moved to the frontier, and the units that span the frontier there. */
export type FrontierPoint = {
  readonly factor: number
  /** units of the technology of weight above 0, with λ; another choice may do as well where several are best */
  readonly peers: readonly { readonly unit: number; readonly weight: number }[]
}

/** A weight or a factor below this is rounding. */
const least = 1e-9

/**
 * How much more of every output the technology could make of the same inputs: the largest φ with Σλₖyₖ ≥ φ·y,
 * Σλₖxₖ ≤ x, λ ≥ 0, and Σλₖ = 1 under variable returns. The output distance of Shephard is 1 / φ.
 *
 * @param technology the units that span the frontier
 * @param inputs     x, m quantities ≥ 0; not all 0 for a factor that says something
 * @param outputs    y, s quantities ≥ 0, not all 0
 * @param returns    to scale
 * @returns φ > 0 (below 1 beyond the frontier) with its peers, or null when no mixture makes do with these inputs
 * @throws {RangeError} see maximise
 * @see Färe, Grosskopf & Lovell, Production Frontiers (1994)
 */
export function outputFactor(
  technology: Technology,
  inputs: Float64Array,
  outputs: Float64Array,
  returns: Returns,
): FrontierPoint | null {
  const program = envelope(technology, inputs, outputs, returns, 'output')
  return frontierPoint(technology, program, 1)
}

/**
 * To which share of its inputs a unit could come down with the same outputs: the smallest θ with Σλₖxₖ ≤ θ·x,
 * Σλₖyₖ ≥ y, λ ≥ 0, and Σλₖ = 1 under variable returns.
 *
 * @param technology the units that span the frontier
 * @param inputs     x, m quantities ≥ 0, not all 0
 * @param outputs    y, s quantities ≥ 0
 * @param returns    to scale
 * @returns θ > 0 (above 1 beyond the frontier) with its peers, or null when no mixture makes as much
 * @throws {RangeError} see maximise
 * @see Färe, Grosskopf & Lovell, Production Frontiers (1994)
 */
export function inputFactor(
  technology: Technology,
  inputs: Float64Array,
  outputs: Float64Array,
  returns: Returns,
): FrontierPoint | null {
  return frontierPoint(technology, envelope(technology, inputs, outputs, returns, 'input'), -1)
}

function frontierPoint(technology: Technology, program: LinearProgram, sign: 1 | -1): FrontierPoint | null {
  const best = maximise(program)
  if (typeof best === 'string') return null
  const factor = sign * best.value
  if (factor <= least) return null
  const peers = technology.units.flatMap((unit, k) => {
    const weight = best.point[k + 1] as number
    return weight > least ? [{ unit, weight }] : []
  })
  return { factor, peers }
}

/**
 * Columns: the factor, λ of every unit, then what is left over of each input and what is made too much of each
 * output. Rows: inputs, outputs, Σλ = 1. Each row is divided by the unit's own quantity.
 */
function envelope(
  technology: Technology,
  inputs: Float64Array,
  outputs: Float64Array,
  returns: Returns,
  orientation: 'input' | 'output',
): LinearProgram {
  const { units } = technology
  const used = inputs.length
  const made = outputs.length
  const rows = used + made + (returns === 'variable' ? 1 : 0)
  const isOutput = orientation === 'output'
  // Where the output is to grow, its row is φ·y - Σλy + s = 0; where it is given, Σλy - s = y.
  const outputSign = isOutput ? -1 : 1
  const inputScales = scalesOf(inputs, technology.inputs, units)
  const outputScales = scalesOf(outputs, technology.outputs, units)
  const factor = new Float64Array(rows)
  const bounds = new Float64Array(rows)
  const slacks = new Int32Array(rows).fill(-1)
  const leftOver = Array.from({ length: used + made }, () => new Float64Array(rows))
  for (let i = 0; i < used; i++) {
    const own = (inputs[i] as number) / (inputScales[i] as number)
    if (isOutput) bounds[i] = own
    else factor[i] = -own
    ;(leftOver[i] as Float64Array)[i] = 1
    slacks[i] = 1 + units.length + i
  }
  for (let r = 0; r < made; r++) {
    const row = used + r
    const own = (outputs[r] as number) / (outputScales[r] as number)
    if (isOutput) factor[row] = own
    else bounds[row] = own
    ;(leftOver[row] as Float64Array)[row] = -outputSign
    if (isOutput) slacks[row] = 1 + units.length + row
  }
  if (returns === 'variable') bounds[rows - 1] = 1
  const mixed = units.map((unit) => {
    const column = new Float64Array(rows)
    technology.inputs[unit]?.forEach((value, i) => {
      column[i] = value / (inputScales[i] as number)
    })
    technology.outputs[unit]?.forEach((value, r) => {
      column[used + r] = (outputSign * value) / (outputScales[r] as number)
    })
    if (returns === 'variable') column[rows - 1] = 1
    return column
  })
  const columns = [factor, ...mixed, ...leftOver]
  const objective = new Float64Array(columns.length)
  objective[0] = isOutput ? 1 : -1
  return { columns, objective, bounds, slacks }
}

/** The unit's own quantity, or the largest of the technology where it has none. */
function scalesOf(own: Float64Array, rows: readonly Float64Array[], units: readonly number[]): Float64Array {
  return own.map((value, i) => {
    if (value > 0) return value
    return units.reduce((most, unit) => Math.max(most, rows[unit]?.[i] ?? 0), 0) || 1
  })
}
