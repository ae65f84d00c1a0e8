import { describe, expect, test } from 'vitest'
import { type HtmlCell, layTable } from './clipboard-html'

// Reading pages as the programs write them is tested in a browser: e2e/grid-clipboard.spec.ts.
const cell = (text: string, more: Partial<HtmlCell> = {}): HtmlCell => ({
  text,
  raw: null,
  columns: 1,
  rows: 1,
  ...more,
})
const row = (...cells: HtmlCell[]) => ({ cells, isHidden: false })
const lay = (rows: { cells: HtmlCell[]; isHidden: boolean }[], hiddenColumns: number[] = []) =>
  layTable({ rows, hiddenColumns: new Set(hiddenColumns) }, false)

describe('layTable', () => {
  test('takes the value behind a rounded figure', () => {
    expect(lay([row(cell('12.35', { raw: '12.345678' }), cell('x', { raw: '3' }))]).block).toEqual([
      ['12.345678', 'x'],
    ])
  })

  test('a merged cell stands in its first place and says nothing about the others', () => {
    const merged = lay([
      row(cell('a', { columns: 2 }), cell('b', { rows: 3 })),
      row(cell('1'), cell('2')),
      row(cell('3', { columns: 2, rows: 1 })),
      row(cell('4'), cell('5'), cell('6')),
    ])
    expect(merged.block).toEqual([['a', undefined, 'b'], ['1', '2'], ['3'], ['4', '5', '6']])
  })

  test('a cell merged over rows and columns pushes what follows to the right', () => {
    expect(lay([row(cell('a', { rows: 2, columns: 2 }), cell('b')), row(cell('c'))]).block).toEqual([
      ['a', undefined, 'b'],
      [undefined, undefined, 'c'],
    ])
  })

  test('leaves hidden rows and columns out and counts what they held', () => {
    const hidden = lay(
      [
        row(cell('1'), cell('2'), cell('3')),
        { cells: [cell('4'), cell(''), cell('6')], isHidden: true },
        row(cell('7'), cell(''), cell('9')),
      ],
      [1],
    )
    expect(hidden).toEqual({
      block: [
        ['1', '3'],
        ['7', '9'],
      ],
      hidden: 3,
    })
  })
})
