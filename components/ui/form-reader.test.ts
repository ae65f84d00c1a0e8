import { describe, expect, it } from 'vitest'
import { formReader } from './form-reader'

function read(text: string) {
  const data = new FormData()
  data.set('x', text)
  const form = formReader(data)
  return { value: form.optionalNumber('x'), issues: form.issues.map((issue) => issue.code) }
}

describe('formReader', () => {
  it.each([
    ['12.5', 12.5],
    [' −18 ', -18],
    ['1,234,567.5', 1_234_567.5],
    ['12 345', 12_345],
    ['１２．５', 12.5],
    ['.5', 0.5],
    ['1e-3', 0.001],
    ['', null],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual({ value: expected, issues: [] })
  })

  it.each(['12,5', '1,23', 'x', '0x10', '1.2.3', '-', 'Infinity'])('does not guess at "%s"', (text) => {
    expect(read(text)).toEqual({ value: null, issues: ['notANumber'] })
  })

  it('asks for a number that must be there, once', () => {
    const form = formReader(new FormData())
    expect(form.number('year')).toBe(0)
    expect(form.issues).toEqual([{ path: 'year', code: 'required' }])
  })
})
