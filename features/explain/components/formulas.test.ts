import { describe, expect, it } from 'vitest'
import { type NormaliseMethodName, normaliseMethods } from '@/core/normalise/methods'
import { fill, formulaOf, namesIn } from './formulas'

const values = [3, 5, 9, 4]
const facts = {
  min: 3,
  max: 9,
  mean: 5.25,
  // sample standard deviation of 3, 5, 9, 4
  sd: Math.sqrt(20.75 / 3),
  lower: 0,
  upper: 10,
  centre: 50,
  spread: 15,
  low: 2,
  high: 12,
  target: 14,
  n: 4,
}
const targets = { 1: 14, [-1]: 1 } as const

/** Calculates a formula that is made of digits, signs and brackets alone. */
function calculate(text: string): number {
  const plain = text.replaceAll('÷', '/').replaceAll('×', '*').replaceAll('−', '-')
  expect(plain).toMatch(/^[\d\s.()+*/-]+$/)
  return new Function(`return ${plain}`)()
}

describe('formulaOf', () => {
  for (const method of Object.keys(normaliseMethods) as NormaliseMethodName[]) {
    for (const direction of [1, -1] as const) {
      it(`${method} gives the score that core gives, direction ${direction}`, () => {
        const scores = new Float64Array(values.length)
        const warning = normaliseMethods[method](Float64Array.from(values), scores, {
          direction,
          lower: facts.lower,
          upper: facts.upper,
          mean: facts.centre,
          sd: facts.spread,
          goalpostLow: facts.low,
          goalpostHigh: facts.high,
          target: targets[direction],
        })
        expect(warning).toBeNull()
        values.forEach((x, i) => {
          const worse = values.filter((other) => direction * other < direction * x).length
          const numbers = { ...facts, target: targets[direction], x, worse }
          const text = fill(formulaOf(method, direction), (name) => String(numbers[name]).replace('-', '−'))
          expect(calculate(text)).toBeCloseTo(scores[i] as number, 12)
        })
      })
    }
  }
})

describe('namesIn', () => {
  it('gives each name once, in order', () => {
    expect(namesIn('({x} − {min}) ÷ ({max} − {min})')).toEqual(['x', 'min', 'max'])
  })
})

describe('fill', () => {
  it('puts a negative number in brackets', () => {
    expect(fill('{x} − {min}', (name) => (name === 'min' ? '−2' : '3'))).toBe('3 − (−2)')
  })
})
