import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNumber } from '@/lib/parse-number'
import { parseTsv, serializeTsv } from './clipboard'
import { exactText } from './format-value'
import { nextStep } from './history'
import { applyOutcome, beginJob, nothingSaved, type SaveState } from './marks'
import { type BlockTarget, fillFrom, fillTarget, type Intent, planBlock } from './plan-block'
import { isInRange, pointsOf, rangeOf } from './selection'
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

  test('a status letter goes along with its value, and counts as a change', () => {
    const cells = { 'r1|c1': { ...stored(1), letter: 'P' }, 'r1|c2': stored(2) }
    const plan = planBlock([['1p', '2e']], corner, target(cells))
    expect(plan).toMatchObject({ unchanged: 1, changed: 1 })
    expect(plan.intents).toEqual([
      { rowId: 'r1', columnId: 'c2', value: 2, text: '2e', seen: stored(2), extra: { status: 'E' } },
    ])
  })

  test('says how texts were read that are more than a number', () => {
    const parse = (t: string) => parseNumber(t, { marks: { 万: 4 } })
    const plan = planBlock(
      [
        ['1.2万', '3万'],
        ['5', '…'],
      ],
      corner,
      target({ 'r2|c2': stored(9) }, { parse }),
    )
    expect(plan.understood).toEqual([
      { note: 'multiplied', count: 2, text: '1.2万', rowId: 'r1', value: 12000, status: null },
      { note: 'missing', count: 1, text: '…', rowId: 'r2', value: null, status: null },
    ])
  })

  test('a place that says nothing is left alone', () => {
    expect(planBlock([['1', undefined]], corner, target({ 'r1|c2': stored(9) }))).toMatchObject({
      added: 1,
      cleared: 0,
    })
  })

  const number = fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true }))
  const sheet = fc.array(number, { minLength: 12, maxLength: 12 })
  const cellsOf = (values: readonly (number | null)[]) =>
    Object.fromEntries(
      values.map((value, i) => [
        cellKey(`r${Math.floor(i / 3)}`, `c${i % 3}`),
        stored(value === null ? null : value + 0),
      ]),
    )
  const range = fc.tuple(point, point).map(([a, b]) => rangeOf(a, b))

  test('copying a range and pasting it onto itself changes nothing, and elsewhere brings every value exactly', () => {
    fc.assert(
      fc.property(sheet, sheet, range, fc.boolean(), (from, onto, selected, decimalComma) => {
        const cells = cellsOf(from)
        const lines = Array.from({ length: selected.bottom - selected.top + 1 }, (_, r) =>
          Array.from({ length: selected.right - selected.left + 1 }, (_, c) =>
            exactText(cells[cellKey(`r${selected.top + r}`, `c${selected.left + c}`)]?.value ?? null, {
              decimalComma,
            }),
          ),
        )
        const block = parseTsv(serializeTsv(lines))
        const parse = (t: string) => parseNumber(t, { decimalComma })
        expect(planBlock(block, selected, target(cells, { parse })).intents).toEqual([])
        for (const { rowId, columnId, value } of planBlock(block, selected, target(cellsOf(onto), { parse }))
          .intents) {
          expect(value).toBe(cells[cellKey(rowId, columnId)]?.value ?? null)
        }
      }),
    )
  })

  test('undoing a paste restores every value and status, and touches no other cell', () => {
    fc.assert(
      fc.property(sheet, block, point, (values, rows, from) => {
        const before = cellsOf(values)
        const { intents } = planBlock(rows, rangeOf(from, from), target(before))
        const state = savePaste(before, intents)
        const undo = nextStep(state.history, 'undo') ?? []
        expect(undo.map(({ rowId, columnId }) => cellKey(rowId, columnId)).sort()).toEqual(
          Object.keys(state.own).sort(),
        )
        for (const cell of undo) {
          const key = cellKey(cell.rowId, cell.columnId)
          expect(cell.value).toBe(before[key]?.value)
          // The whole content of that version comes back: value, status, source and note.
          expect(cell.restoresVersion).toBe(before[key]?.version)
        }
      }),
    )
  })
})

/** What the grid knows once a store has taken every change. */
function savePaste(before: Record<string, GridCellData>, intents: readonly Intent[]): SaveState {
  const changes = intents.map(({ rowId, columnId, value, text }) => {
    const seen = before[cellKey(rowId, columnId)]
    return { rowId, columnId, value, text, before: seen?.value ?? null, expectedVersion: seen?.version ?? 0 }
  })
  const cells = changes.map(({ rowId, columnId, value, expectedVersion }) => ({
    rowId,
    columnId,
    data: { value, text: '', version: expectedVersion + 1 },
  }))
  return applyOutcome(
    beginJob(nothingSaved, 1, changes),
    { id: 1, kind: 'paste', changes },
    { ok: true, cells },
  )
}

describe('filling', () => {
  const source = rangeOf({ row: 2, column: 1 }, { row: 3, column: 2 })

  test('the handle fills along the axis it was dragged further, and never what it came from', () => {
    expect(fillTarget(source, { row: 6, column: 3 })).toEqual({ top: 4, left: 1, bottom: 6, right: 2 })
    expect(fillTarget(source, { row: 4, column: 5 })).toEqual({ top: 2, left: 3, bottom: 3, right: 5 })
    expect(fillTarget(source, { row: 0, column: 1 })).toEqual({ top: 0, left: 1, bottom: 1, right: 2 })
    expect(fillTarget(source, { row: 3, column: 0 })).toEqual({ top: 2, left: 0, bottom: 3, right: 0 })
    expect(fillTarget(source, { row: 3, column: 1 })).toBeNull()
  })

  test('what is filled goes on in step with what stands there, in every direction', () => {
    const place = fc.record({ row: fc.integer({ min: 0, max: 9 }), column: fc.integer({ min: 0, max: 9 }) })
    fc.assert(
      fc.property(place, place, place, (a, b, to) => {
        const from = rangeOf(a, b)
        const into = fillTarget(from, to)
        if (!into) return
        const block = fillFrom(from, into, (p) => `${p.row},${p.column}`)
        for (const p of pointsOf(into)) {
          expect(isInRange(from, p.row, p.column)).toBe(false)
          const [row, column] = (block[p.row - into.top]?.[p.column - into.left] ?? '').split(',').map(Number)
          expect(isInRange(from, row ?? -1, column ?? -1)).toBe(true)
          expect(Math.abs(p.row - (row ?? 0)) % (from.bottom - from.top + 1)).toBe(0)
          expect(Math.abs(p.column - (column ?? 0)) % (from.right - from.left + 1)).toBe(0)
        }
      }),
    )
  })
})
