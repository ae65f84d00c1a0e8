/** What n units use and make in one period, each quantity in its own unit; null = not observed. */
export type Production = {
  /** n rows of m quantities */
  readonly inputs: readonly (readonly (number | null)[])[]
  /** n rows of s quantities */
  readonly outputs: readonly (readonly (number | null)[])[]
}

/**
 * Why a unit takes no part: a quantity is not observed ('missing') or below 0 ('negative'), or all its inputs
 * ('no-input') or all its outputs ('no-output') are 0, where a ratio of the two says nothing.
 */
export type NoPart = 'missing' | 'negative' | 'no-input' | 'no-output'

/** The units that take part, and why the others do not. */
export type Technology = {
  /** per unit: why it takes no part, or null */
  readonly noPart: readonly (NoPart | null)[]
  /** per unit: its inputs, empty where it takes no part */
  readonly inputs: readonly Float64Array[]
  /** per unit: its outputs, empty where it takes no part */
  readonly outputs: readonly Float64Array[]
  /** the units that take part, ascending */
  readonly units: readonly number[]
}

/**
 * The technology of a period: the units of which every quantity is known.
 *
 * @param production n units
 * @returns the units that can be compared, and why the others cannot
 * @throws {RangeError} rows of different lengths, no input or no output at all, or a value is not finite
 */
export function technologyOf({ inputs, outputs }: Production): Technology {
  if (inputs.length !== outputs.length) {
    throw new RangeError(
      `production needs inputs and outputs of the same units, got ${inputs.length} and ${outputs.length}`,
    )
  }
  checkRows(inputs, 'inputs')
  checkRows(outputs, 'outputs')
  const noPart = inputs.map((row, unit) => whyNoPart(row, outputs[unit] ?? []))
  const known = (rows: Production['inputs']) =>
    rows.map((row, unit) => Float64Array.from(noPart[unit] === null ? row : [], Number))
  return {
    noPart,
    inputs: known(inputs),
    outputs: known(outputs),
    units: noPart.flatMap((reason, unit) => (reason === null ? [unit] : [])),
  }
}

function checkRows(rows: Production['inputs'], name: string): void {
  const width = rows[0]?.length
  for (const row of rows) {
    if (row.length !== width || row.length === 0)
      throw new RangeError(`production needs as many ${name} of every unit`)
    for (const value of row) {
      if (value !== null && !Number.isFinite(value))
        throw new RangeError(`production needs finite ${name}, got ${value}`)
    }
  }
}

function whyNoPart(inputs: readonly (number | null)[], outputs: readonly (number | null)[]): NoPart | null {
  const all = [...inputs, ...outputs]
  if (all.includes(null)) return 'missing'
  if (all.some((value) => value !== null && value < 0)) return 'negative'
  if (inputs.every((value) => value === 0)) return 'no-input'
  return outputs.every((value) => value === 0) ? 'no-output' : null
}
