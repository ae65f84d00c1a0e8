import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNumber } from '@/lib/parse-number'
import { type BlockTarget, planBlock } from './plan-block'
import { isInRange, rangeOf } from './selection'
import { cellKey, type GridCellData } from './types'

const line = (prefix: string, n: number) =>
  Array.from({ length: n }, (_, i) => ({ id: `${prefix}${i}`, label: '' }))

function target(cells: Record<string, GridCellData> = {}, more: Partial<BlockTarget> = {}): BlockTarget {
  return {
    rows: line('r', 4),
    columns: line('c', 3),
    cellAt: (row, column) => cells[cellKey(row, column)],
    isLocked: () => false,
    parse: (text) => parseNumber(text),
    validate: undefined,
    ...more,
  }
}
const stored = (value: number | null): GridCellData => ({ value, text: '', version: 3 })
const corner = rangeOf({ row: 1, column: 1 }, { row: 1, column: 1 })

describe('planBlock', () => {
  test('counts new, changed, cleared and unchanged, and keeps what was seen', () => {
    const cells = { 'r1|c1': stored(1), 'r1|c2': stored(2), 'r2|c1': stored(3) }
    const plan = planBlock(
      [
        ['1', '20'],
        ['…', '4'],
      ],
      corner,
      target(cells),
    )
    expect(plan).toMatchObject({ added: 1, changed: 1, cleared: 1, unchanged: 1, beyond: 0, rejected: [] })
    expect(plan.intents).toEqual([
      { rowId: 'r1', columnId: 'c2', value: 20, text: '20', seen: stored(2) },
      { rowId: 'r2', columnId: 'c1', value: null, text: '…', seen: stored(3) },
      { rowId: 'r2', columnId: 'c2', value: 4, text: '4', seen: undefined },
    ])
  })

  test('says what it cannot take, where and why', () => {
    const validate = (_r: string, _c: string, value: number | null) =>
      value !== null && value < 0 ? { level: 'error' as const, message: 'must not be below 0' } : null
    const plan = planBlock([['abc', '-1']], corner, target({}, { validate }))
    expect(plan.intents).toEqual([])
    expect(plan.rejected).toEqual([
      { rowId: 'r1', columnId: 'c1', text: 'abc', problem: { code: 'notNumber' } },
      { rowId: 'r1', columnId: 'c2', text: '-1', problem: { message: 'must not be below 0' } },
    ])
  })

  test('values outside the plausible range are taken and counted', () => {
    const validate = () => ({ level: 'warning' as const, message: 'far from last year' })
    expect(planBlock([['5', '6']], corner, target({}, { validate }))).toMatchObject({ added: 2, warned: 2 })
  })

  test('reports what falls beyond the last row and column and leaves it out', () => {
    const block = Array.from({ length: 5 }, () => ['1', '2', '3'])
    const plan = planBlock(block, corner, target())
    expect(plan).toMatchObject({ added: 6, beyond: 9 })
    expect(plan.range).toEqual({ top: 1, left: 1, bottom: 3, right: 2 })
  })

  test('a short row leaves the cells it has nothing for alone', () => {
    const plan = planBlock([['1', '2'], ['3']], corner, target({ 'r2|c2': stored(9) }))
    expect(plan.intents.map((i) => `${i.rowId}|${i.columnId}`)).toEqual(['r1|c1', 'r1|c2', 'r2|c1'])
  })

  test('one value fills the selection; a block that fits is repeated; one that does not is laid once', () => {
    const selected = rangeOf({ row: 0, column: 0 }, { row: 3, column: 1 })
    expect(planBlock([['7']], selected, target()).added).toBe(8)
    expect(
      planBlock(
        [
          ['1', '2'],
          ['3', '4'],
        ],
        selected,
        target(),
      ).intents.map((i) => i.value),
    ).toEqual([1, 2, 3, 4, 1, 2, 3, 4])
    expect(planBlock([['1'], ['2'], ['3']], selected, target()).added).toBe(3)
  })

  test('a locked cell is counted and not touched', () => {
    const plan = planBlock([['1', '2']], corner, target({}, { isLocked: (_r, column) => column === 'c1' }))
    expect(plan).toMatchObject({ locked: 1, added: 1 })
  })

  const text = fc.constantFrom('1', '2.5', '', 'x', '—', '1,5')
  const block = fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  const point = fc.record({ row: fc.nat(3), column: fc.nat(2) })

  test('accounts for every cell it was given and writes only inside its range', () => {
    fc.assert(
      fc.property(block, point, (rows, from) => {
        const on = target({ 'r1|c1': stored(1), 'r2|c2': stored(null) })
        const plan = planBlock(rows, rangeOf(from, from), on)
        const { added, changed, cleared, unchanged, locked, beyond, rejected, intents } = plan
        expect(added + changed + cleared).toBe(intents.length)
        expect(intents.length + unchanged + locked + beyond + rejected.length).toBe(rows.flat().length)
        for (const intent of intents) {
          expect(isInRange(plan.range, Number(intent.rowId.slice(1)), Number(intent.columnId.slice(1)))).toBe(
            true,
          )
        }
      }),
    )
  })
})
