import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyticHierarchy } from './ahp'
import { budgetAllocation } from './budget-allocation'

describe('budgetAllocation', () => {
  it('is the mean of the experts’ points, in hundredths', () => {
    expect(
      budgetAllocation([
        [50, 30, 20],
        [30, 70, 0],
      ]),
    ).toEqual([0.4, 0.5, 0.1])
  })

  it('takes points with decimals, which sum to 100 but for rounding', () => {
    expect(budgetAllocation([[33.3333333, 33.3333333, 33.3333334]])[0]).toBeCloseTo(1 / 3, 8)
  })

  it.each([
    ['no expert', [], 'at least one expert'],
    ['no child', [[]], 'at least one expert'],
    [
      'points for another number of children',
      [
        [50, 50],
        [20, 30, 50],
      ],
      'expert 2 has 3 points',
    ],
    ['negative points', [[120, -20]], 'expert 1 gives -20'],
    ['a budget that is not spent', [[50, 49]], 'expert 1 gives 99 points'],
    ['points that are no number', [[Number.NaN, 100]], 'gives NaN'],
  ] as const)('refuses %s', (_, points, words) => {
    expect(() => budgetAllocation(points)).toThrow(RangeError)
    expect(() => budgetAllocation(points)).toThrow(words)
  })
})

/** The comparisons of somebody who means these weights and never errs. */
const consistent = (weights: readonly number[]) => weights.map((a) => weights.map((b) => a / b))

describe('analyticHierarchy', () => {
  // Saaty (2004), choice of a city: culture, family, housing, jobs, transport.
  const city = [
    [1, 1 / 5, 3, 1 / 2, 5],
    [5, 1, 7, 1, 7],
    [1 / 3, 1 / 7, 1, 1 / 4, 3],
    [2, 1, 4, 1, 7],
    [1 / 5, 1 / 7, 1 / 3, 1 / 7, 1],
  ]

  it('gives the published weights and consistency of Saaty’s choice of a city', () => {
    const { weights, lambdaMax, consistencyRatio, randomIndex } = analyticHierarchy(city)
    expect(weights.map((weight) => weight.toFixed(4))).toEqual([
      '0.1522',
      '0.4335',
      '0.0716',
      '0.3050',
      '0.0378',
    ])
    expect(lambdaMax).toBeCloseTo(5.225235, 6)
    expect(randomIndex).toBe(1.11)
    expect(consistencyRatio).toBeCloseTo(0.0507, 4)
    expect(analyticHierarchy(city, 'saaty-1980').randomIndex).toBe(1.12)
  })

  it('finds the weights behind consistent comparisons, at a ratio of 0', () => {
    const weight = fc.double({ min: 0.1, max: 9, noNaN: true })
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 9 }), (weights) => {
        const sum = weights.reduce((a, b) => a + b, 0)
        const result = analyticHierarchy(consistent(weights))
        result.weights.forEach((one, c) => {
          expect(one).toBeCloseTo((weights[c] as number) / sum, 9)
        })
        expect(result.lambdaMax).toBeCloseTo(weights.length, 9)
        expect(result.consistencyRatio).toBeCloseTo(0, 9)
      }),
    )
  })

  it('has no ratio beyond the table', () => {
    const sixteen = analyticHierarchy(consistent(Array.from({ length: 16 }, (_, c) => c + 1)))
    expect(sixteen).toMatchObject({ randomIndex: null, consistencyRatio: null })
    expect(sixteen.weights[15]).toBeCloseTo(16 / 136, 9)
  })

  it('takes 0.33 for a third', () => {
    expect(
      analyticHierarchy([
        [1, 3],
        [0.33, 1],
      ]).weights[0],
    ).toBeCloseTo(0.75, 2)
  })

  it.each([
    ['no comparison', [], 'square'],
    ['a matrix that is not square', [[1, 2]], 'square'],
    [
      'an answer that is not above 0',
      [
        [1, 0],
        [2, 1],
      ],
      'row 1, column 2: 0 is not above 0',
    ],
    [
      'answers that contradict each other',
      [
        [1, 3],
        [3, 1],
      ],
      'row 1, column 2: 3 is not 1 / 3',
    ],
    ['a child that is not as important as itself', [[2]], 'row 1, column 1'],
  ] as const)('refuses %s', (_, comparisons, words) => {
    expect(() => analyticHierarchy(comparisons)).toThrow(RangeError)
    expect(() => analyticHierarchy(comparisons)).toThrow(words)
  })
})
