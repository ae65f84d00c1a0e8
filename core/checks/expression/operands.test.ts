import { describe, expect, it } from 'vitest'
import { operandsOf } from './operands'
import { parseExpression } from './parse'

function kindsOf(text: string): string[] {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new Error(text)
  return operandsOf(parsed.expression).map((operand) =>
    operand.kind === 'indicator' ? operand.code : operand.kind === 'call' ? operand.name : operand.kind,
  )
}

describe('operandsOf', () => {
  it('gives what reads data, from left to right', () => {
    expect(kindsOf('A1 + 2 * -B1 > abs(A1) and not year < 2000')).toEqual(['A1', 'B1', 'A1'])
    expect(kindsOf('previous(A1, 2) < A1 or observed(B1)')).toEqual(['previous', 'A1', 'observed'])
    expect(kindsOf('change(A1) < parent(A1)')).toEqual(['change', 'parent'])
  })

  it('takes the function around children for them', () => {
    expect(kindsOf('A1 = sum(children(A1))')).toEqual(['A1', 'sum'])
    expect(kindsOf('max(children(A1), B1) > 0')).toEqual(['max', 'B1'])
  })
})
