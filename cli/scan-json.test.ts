import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineAndColumn, scanJson } from './scan-json'

describe('scanJson', () => {
  it('finds no error in what the engine writes', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        expect(scanJson(JSON.stringify(JSON.parse(text), null, indent)).error).toBe(null)
      }),
    )
  })

  it('finds an error exactly where the engine does', () => {
    const texts = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '}', ']', '"', 'x', '1', '\u0001', '\\'),
    )
    fc.assert(
      fc.property(texts, ([json, at, char]) => {
        const cut = at % (json.length + 1)
        const text = json.slice(0, cut) + char + json.slice(cut + 1)
        let isJson = true
        try {
          JSON.parse(text)
        } catch {
          isJson = false
        }
        expect(scanJson(text).error === null).toBe(isJson)
      }),
    )
  })

  it('knows where every key stands', () => {
    const text = '{\n  "a": [1, {"b": 2}],\n  "c": {"d\\u0065": {}}\n}'
    const { keys } = scanJson(text)
    expect([...keys.keys()]).toEqual(['a', 'a.b', 'c', 'c.de'])
    expect(lineAndColumn(text, keys.get('c.de') ?? 0)).toEqual({ line: 3, column: 9 })
  })

  it('tells where the text stops being JSON', () => {
    expect(scanJson('{"a": tru}').error).toBe(6)
    expect(scanJson('{"a": 1,}').error).toBe(8)
    expect(scanJson('{} {}').error).toBe(3)
    expect(scanJson('').error).toBe(0)
  })
})
