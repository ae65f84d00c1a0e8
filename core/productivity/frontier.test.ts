import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { technicalEfficiency } from './efficiency'
import { type MalmquistChange, malmquistIndex } from './malmquist'
import type { Production } from './production'

const constant = { returns: 'constant', orientation: 'output' } as const
const variable = { returns: 'variable', orientation: 'output' } as const
const single = (pairs: readonly (readonly [number | null, number | null])[]): Production => ({
  inputs: pairs.map(([x]) => [x]),
  outputs: pairs.map(([, y]) => [y]),
})

const quantity = fc.double({ min: 0.5, max: 100, noNaN: true })
const unit = fc.record({ inputs: fc.tuple(quantity, quantity), outputs: fc.tuple(quantity, quantity) })
const units = fc.array(unit, { minLength: 1, maxLength: 8 })
const productionOf = (
  rows: readonly { inputs: readonly number[]; outputs: readonly number[] }[],
): Production => ({
  inputs: rows.map((row) => row.inputs),
  outputs: rows.map((row) => row.outputs),
})

describe('technicalEfficiency', () => {
  it('holds a unit against the best ratio under constant returns', () => {
    const found = technicalEfficiency(
      single([
        [2, 4],
        [4, 4],
        [1, 1],
      ]),
      constant,
    )
    expect(found.map((one) => one.efficiency)).toEqual([1, 0.5, 0.5])
    expect(found[1]).toEqual({ efficiency: 0.5, factor: 2, peers: [{ unit: 0, weight: 2 }], reason: null })
  })

  it('holds a unit against mixtures under variable returns', () => {
    const found = technicalEfficiency(
      single([
        [1, 1],
        [3, 5],
        [2, 2],
      ]),
      variable,
    )
    expect(found.map((one) => one.factor)).toEqual([1, 1, 1.5])
    expect(found[2]?.peers.map(({ unit, weight }) => [unit, Number(weight.toFixed(12))])).toEqual([
      [0, 0.5],
      [1, 0.5],
    ])
  })

  it('has no number for a unit that cannot be compared, and does not measure others against it', () => {
    const found = technicalEfficiency(
      single([
        [1, 1],
        [1, null],
        [-1, 9],
        [1, -9],
        [0, 9],
        [9, 0],
      ]),
      constant,
    )
    expect(found.map((one) => one.reason)).toEqual([
      null,
      'missing',
      'negative',
      'negative',
      'no-input',
      'no-output',
    ])
    expect(found.map((one) => one.efficiency)).toEqual([1, null, null, null, null, null])
  })

  it('lets a unit go without one of its inputs or outputs', () => {
    const production = {
      inputs: [
        [1, 0],
        [1, 1],
        [2, 1],
      ],
      outputs: [
        [1, 0],
        [1, 1],
        [0, 1],
      ],
    }
    const found = technicalEfficiency(production, constant)
    expect(found.map((one) => one.factor)).toEqual([1, 1, 1])
  })

  it('finds one unit, and equal units, on the frontier', () => {
    expect(technicalEfficiency(single([[3, 7]]), variable)[0]?.efficiency).toBe(1)
    expect(
      technicalEfficiency(
        single([
          [3, 7],
          [3, 7],
        ]),
        constant,
      ).map((one) => one.efficiency),
    ).toEqual([1, 1])
    expect(technicalEfficiency(single([]), constant)).toEqual([])
  })

  it('refuses rows of different lengths and numbers that are not finite', () => {
    expect(() => technicalEfficiency({ inputs: [[1]], outputs: [] }, constant)).toThrow(RangeError)
    expect(() => technicalEfficiency({ inputs: [[1], [1, 2]], outputs: [[1], [1]] }, constant)).toThrow(
      RangeError,
    )
    expect(() => technicalEfficiency({ inputs: [[]], outputs: [[1]] }, constant)).toThrow(RangeError)
    expect(() => technicalEfficiency(single([[Number.NaN, 1]]), constant)).toThrow(RangeError)
  })

  it('keeps within 0..1, and constant returns never flatter more than variable', () => {
    fc.assert(
      fc.property(units, (rows) => {
        const production = productionOf(rows)
        const [crs, vrs] = [constant, variable].map((options) => technicalEfficiency(production, options))
        return crs?.every((one, i) => {
          const [c, v] = [one.efficiency ?? -1, vrs?.[i]?.efficiency ?? -1]
          return c > 0 && c <= v + 1e-9 && v <= 1
        })
      }),
    )
  })

  it('is 1 / φ = θ under constant returns, and does not depend on units or on the order of the units', () => {
    fc.assert(
      fc.property(units, (rows) => {
        const found = technicalEfficiency(productionOf(rows), constant)
        const input = technicalEfficiency(productionOf(rows), { returns: 'constant', orientation: 'input' })
        const turned = technicalEfficiency(productionOf(rows.toReversed()), constant).toReversed()
        const scaled = technicalEfficiency(
          productionOf(rows.map(({ inputs: [a, b], outputs }) => ({ inputs: [a * 1e4, b / 1e3], outputs }))),
          constant,
        )
        return found.every((one, i) =>
          [input, turned, scaled].every(
            (other) => Math.abs((one.efficiency ?? -1) - (other[i]?.efficiency ?? -2)) < 1e-9,
          ),
        )
      }),
    )
  })
})

const withoutReason = ({ reason: _, ...parts }: MalmquistChange) => Object.values(parts)

describe('malmquistIndex', () => {
  it('is 1 in every part when nothing changes', () => {
    const same = single([
      [2, 4],
      [4, 4],
      [1, 1],
    ])
    for (const split of ['fgnz', 'ray-desli'] as const) {
      const [step] = malmquistIndex([same, same], split)
      for (const change of step ?? []) {
        for (const part of withoutReason(change)) expect(part).toBeCloseTo(1, 12)
        expect(change.reason).toBeNull()
      }
    }
  })

  it('puts a growth that all share down to technology, and catching up to efficiency', () => {
    const [step] = malmquistIndex([
      single([
        [1, 2],
        [1, 1],
      ]),
      single([
        [1, 4],
        [1, 4],
      ]),
    ])
    expect(step?.[0]).toMatchObject({ productivity: 2, efficiency: 1, technology: 2 })
    expect(step?.[1]).toMatchObject({ productivity: 4, efficiency: 2, technology: 2 })
  })

  it('takes the change along the frontier of variable returns from both periods, as Ray & Desli do', () => {
    // Grifell & Lovell (1999), Scandinavian Journal of Economics 101(3), unit E: from (380, 370) to (480, 410), where the
    // frontier of the first year makes 380 and that of the second passes through both points.
    const first = single([
      [40, 37],
      [150, 170],
      [300, 330],
      [380, 370],
      [380, 370],
      [430, 360],
      [480, 380],
      [380, 333],
    ])
    const second = single([
      [40, 100],
      [150, 250],
      [300, 330],
      [380, 370],
      [480, 410],
      [515, 410],
      [550, 420],
      [300, 297],
    ])
    const change = malmquistIndex([first, second], 'ray-desli')[0]?.[4]
    expect(change?.pureEfficiency).toBeCloseTo(1, 12)
    expect(change?.technology).toBeCloseTo(Math.sqrt(410 / 380), 12)
    expect(change?.scale).toBeCloseTo((change?.productivity ?? 0) / Math.sqrt(410 / 380), 12)
  })

  it('has no technical change under variable returns where a frontier does not reach', () => {
    // The second unit makes do with less than anybody did the year before.
    const periods = [
      single([
        [2, 2],
        [3, 4],
      ]),
      single([
        [1, 1],
        [3, 4],
      ]),
    ]
    const [step] = malmquistIndex(periods, 'ray-desli')
    expect(step?.[0]).toMatchObject({
      technology: null,
      scale: null,
      pureEfficiency: 1,
      reason: 'infeasible',
    })
    expect(step?.[0]?.productivity).toBeTypeOf('number')
    expect(malmquistIndex(periods)[0]?.[0]?.reason).toBeNull()
  })

  it('has no change for a unit that one of the periods lacks, and leaves it out of the frontier', () => {
    const [step] = malmquistIndex([
      single([
        [1, 1],
        [1, null],
      ]),
      single([
        [1, 2],
        [1, 99],
      ]),
    ])
    expect(step?.[1]).toMatchObject({ productivity: null, reason: 'missing' })
    expect(step?.[0]?.efficiency).toBeCloseTo(2 / 99, 12)
    const nobody = malmquistIndex([single([[null, 1]]), single([[1, 1]])])
    expect(nobody[0]?.[0]).toMatchObject({ productivity: null, reason: 'missing' })
  })

  it('needs the same units, inputs and outputs in every period', () => {
    expect(() =>
      malmquistIndex([
        single([[1, 1]]),
        single([
          [1, 1],
          [1, 1],
        ]),
      ]),
    ).toThrow(RangeError)
    expect(malmquistIndex([])).toEqual([])
    expect(malmquistIndex([single([[1, 1]])])).toEqual([])
  })

  it('is the product of its parts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, unit), { minLength: 2, maxLength: 6 }), (pairs) => {
        const periods = [productionOf(pairs.map(([one]) => one)), productionOf(pairs.map(([, one]) => one))]
        return (['fgnz', 'ray-desli'] as const).every((split) =>
          malmquistIndex(periods, split)[0]?.every((change) => {
            const { productivity, efficiency, technology, pureEfficiency, scale } = change
            if (productivity === null || technology === null || pureEfficiency === null || scale === null) {
              return split === 'ray-desli' && change.reason === 'infeasible'
            }
            const whole = split === 'fgnz' ? (efficiency ?? 0) * technology : productivity
            const product = pureEfficiency * scale * technology
            return Math.abs(whole / productivity - 1) < 1e-9 && Math.abs(product / productivity - 1) < 1e-9
          }),
        )
      }),
    )
  })
})
