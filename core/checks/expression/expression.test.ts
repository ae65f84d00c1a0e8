import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPanel } from '@/core/panel'
import { checkOwnRule } from '../own-rule'
import { evaluator } from './evaluate'
import { parseExpression } from './parse'

const panel = createPanel(
  ['CN', 'CN-A', 'CN-B', 'CN-C'],
  [2020, 2021],
  ['A1', 'B-2', 'Z0', 'GDP'],
  [
    { region: 'CN', indicator: 'GDP', year: 2020, value: 30 },
    { region: 'CN', indicator: 'GDP', year: 2021, value: 36 },
    { region: 'CN-A', indicator: 'GDP', year: 2020, value: 10 },
    { region: 'CN-A', indicator: 'GDP', year: 2021, value: 11 },
    { region: 'CN-B', indicator: 'GDP', year: 2020, value: 20 },
    { region: 'CN-B', indicator: 'GDP', year: 2021, value: 24 },
    { region: 'CN-A', indicator: 'A1', year: 2020, value: 4 },
    { region: 'CN-A', indicator: 'A1', year: 2021, value: 6 },
    { region: 'CN-A', indicator: 'B-2', year: 2021, value: -3 },
    { region: 'CN-A', indicator: 'Z0', year: 2021, value: 0 },
  ],
)
const parents = Int32Array.of(-1, 0, 0, 0)
const data = { panel, parents }
const codes = new Set(panel.indicators)

/** The truth of a condition in a region and year, CN-A in 2021 unless said otherwise. */
function truth(text: string, region = 1, year = 1): boolean | null {
  const parsed = parseExpression(text, codes)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.code} at ${parsed.problem.from}`)
  const value = evaluator(parsed.expression, data)(region, year)
  return Number.isNaN(value) ? null : value === 1
}
const problem = (text: string) => {
  const parsed = parseExpression(text, codes)
  return parsed.ok ? null : [parsed.problem.code, parsed.problem.from]
}

describe('what a condition says', () => {
  it.each([
    ['2 + 3 * 4 = 14', true],
    ['(2 + 3) * 4 = 20', true],
    ['-2 ^ 2 = -4', true],
    ['2 ^ 3 ^ 2 = 512', true],
    ['2 ^ -1 = 0.5', true],
    ['7 - 3 - 2 = 2', true],
    ['12 / 3 / 2 = 2', true],
    ['0.1 + 0.2 = 0.3', true],
    ['100 = 100.4 within 0.5%', true],
    ['100 = 101 within 0.5%', false],
    ['100 <= 99.5 within 1', true],
    ['100 < 100.2 within 1', false],
    ['0 <= A1 <= 10', true],
    ['0 <= A1 <= 5', false],
    ['1 < 2 or 1 / 0 > 3', true],
    ['not (1 < 2) or A1 = 6', true],
    ['A1 = 6 AND NOT A1 > 7', true],
    ['[B-2] = -3', true],
    ['abs([B-2]) = 3', true],
    ['min(A1, 2, 9) = 2 and max(A1, 2) = 6', true],
    ['sum(A1, 2) = 8 and mean(1, 2, 3) = 2', true],
    ['previous(A1) = 4', true],
    ['change(A1) = 2', true],
    ['ratio(A1, previous(A1)) = 1.5', true],
    ['parent(GDP) = 36', true],
    ['year = 2021', true],
    ['observed(A1) and not observed(GDP) or A1 = 6', true],
    ['Ａ１ ＝ 6'.replace('Ａ１', 'A1'), true],
    ['A1 ≤ 6 and A1 × 2 ≥ 12 and A1 ≠ 7', true],
  ])('%s is %s', (text, expected) => {
    expect(truth(text)).toBe(expected)
  })

  it('adds up the regions directly below', () => {
    expect(truth('sum(children(GDP)) = GDP', 0, 0)).toBe(true)
    expect(truth('sum(children(GDP)) = GDP', 0, 1)).toBe(false)
    expect(truth('sum(children(GDP)) = GDP within 3%', 0, 1)).toBe(true)
    expect(truth('min(children(GDP)) = 11 and max(children(GDP)) = 24', 0, 1)).toBe(true)
    expect(truth('count(children(GDP)) = 2', 0, 1)).toBe(true)
    expect(truth('sum(children(GDP)) = GDP', 1, 1)).toBeNull()
  })

  it.each([
    ['A1 > 0', 2, 1],
    ['previous(A1) > 0', 1, 0],
    ['A1 / Z0 > 0', 1, 1],
    ['ratio(A1, Z0) > 0', 1, 1],
    ['10 ^ 400 > 0', 1, 1],
    ['(-8) ^ 0.5 > 0', 1, 1],
    ['parent(GDP) > 0', 0, 1],
    ['A1 ^ 0 = 1', 2, 1],
    ['A1 > 0 and 1 < 2', 2, 1],
    ['A1 > 0 or 1 > 2', 2, 1],
    ['not A1 > 0', 2, 1],
  ])('%s is unknown in region %i, year %i', (text, region, year) => {
    expect(truth(text, region, year)).toBeNull()
  })

  it('is false or true in spite of what is missing where that cannot matter', () => {
    expect(truth('A1 > 0 and 1 > 2', 2)).toBe(false)
    expect(truth('A1 > 0 or 1 < 2', 2)).toBe(true)
  })
})

describe('what is wrong with an expression', () => {
  it.each([
    ['', 'empty', 0],
    ['A1 +', 'unexpectedEnd', 4],
    ['A1 > ', 'unexpectedEnd', 5],
    ['(A1 > 1', 'unexpectedEnd', 7],
    ['A1 > 1)', 'unexpected', 6],
    ['A1 > * 2', 'unexpected', 5],
    ['A1 # 2', 'unknownCharacter', 3],
    ['[A1 > 2', 'openBracket', 0],
    ['1.2.3 > 1', 'badNumber', 0],
    ['2x > 1', 'badNumber', 0],
    ['1e999 > 1', 'badNumber', 0],
    ['A9 > 1', 'unknownIndicator', 0],
    ['[] > 1', 'unknownIndicator', 0],
    ['sqrt(A1) > 1', 'unknownFunction', 0],
    ['constructor(A1) > 1', 'unknownFunction', 0],
    ['abs(A1, 2) > 1', 'wrongCount', 0],
    ['ratio(A1) > 1', 'wrongCount', 0],
    ['previous(2) > 1', 'needsIndicator', 9],
    ['previous(A1, 0.5) > 1', 'needsNumber', 13],
    ['children(GDP) > 1', 'childrenAlone', 14],
    ['abs(children(GDP)) > 1', 'childrenAlone', 4],
    ['A1 and 1 < 2', 'needsTruth', 3],
    ['(1 < 2) + 1 > 0', 'needsNumber', 8],
    ['not A1', 'needsTruth', 0],
    ['A1 + 1', 'notACondition', 0],
    ['A1 > 1 within A1', 'needsNumber', 14],
    ['A1 A1', 'unexpected', 3],
    ['and > 1', 'unexpected', 0],
  ])('"%s": %s at %i', (text, code, at) => {
    expect(problem(text)).toEqual([code, at])
  })

  it('is told of what is too long or too deep, and the stack holds', () => {
    expect(problem(`${'1+'.repeat(600)}1 > 0`)).toEqual(['tooLong', 1000])
    expect(problem(`${'('.repeat(200)}1${')'.repeat(200)} > 0`)?.[0]).toBe('tooDeep')
    expect(problem(`${'-'.repeat(900)}1 > 0`)?.[0]).toBe('tooDeep')
    expect(problem(`${'2^'.repeat(400)}1 > 0`)?.[0]).toBe('tooDeep')
  })

  it('is always told, never thrown', () => {
    const piece = fc.constantFrom(
      'A1',
      '[B-2]',
      'GDP',
      'sum',
      'children',
      '(',
      ')',
      ',',
      '+',
      '-',
      '^',
      '<=',
      '=',
      'and',
      'not',
      'within',
      '5',
      '%',
      'year',
      '[',
      '？',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.string(), (pieces, noise) => {
        const text = pieces.join(' ') + noise
        const parsed = parseExpression(text, codes)
        if (!parsed.ok) {
          expect(parsed.problem.from).toBeLessThanOrEqual(text.length)
          return
        }
        const value = evaluator(parsed.expression, data)(1, 1)
        expect([0, 1].includes(value) || Number.isNaN(value)).toBe(true)
      }),
    )
  })

  it('calculates as arithmetic does', () => {
    const number = fc.integer({ min: 1, max: 99 })
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(truth(`${a} + ${b} * ${c} = ${a + b * c}`)).toBe(true)
        expect(truth(`(${a} - ${b}) / ${c} = ${a - b} / ${c}`)).toBe(true)
        expect(truth(`${a} < ${b}`)).toBe(a < b)
      }),
    )
  })
})

describe('checkOwnRule', () => {
  const run = (text: string) => {
    const parsed = parseExpression(text, codes)
    if (!parsed.ok) throw new Error(parsed.problem.code)
    const { expression, indicators } = parsed
    return checkOwnRule({ code: 'R1', severity: 'warning', expression, indicators }, data)
  }

  it('counts where it holds, fails and is unknown, and finds the first observed indicator', () => {
    expect(run('A1 < 5')).toMatchObject({ holds: 1, fails: 1, unknown: 0 })
    const outcome = run('Z0 > A1')
    expect(outcome).toMatchObject({ holds: 0, fails: 1, unknown: 1 })
    expect(outcome.findings).toEqual([
      {
        region: 1,
        year: 1,
        indicator: 2,
        severity: 'warning',
        weight: 1,
        reason: { rule: 'own', code: 'R1' },
      },
    ])
  })

  it('concerns only regions and years in which one of its indicators is observed', () => {
    expect(run('sum(children(GDP)) = GDP within 3%')).toMatchObject({ holds: 2, fails: 0, unknown: 4 })
  })
})
