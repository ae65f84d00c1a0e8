import { describe, expect, it } from 'vitest'
import type { GridChange } from '@/components/data-grid/types'
import type { SaveInput } from '../schema'
import { saveCalls, sendCalls } from './save-calls'

const change = (rowId: string, more: Partial<GridChange> = {}): GridChange => ({
  rowId,
  columnId: '2020',
  value: 1,
  text: '1',
  before: null,
  expectedVersion: 0,
  ...more,
})
const keyOf = (rowId: string, columnId: string) => ({
  region: rowId,
  indicator: 'T1',
  year: Number(columnId),
})

describe('sendCalls', () => {
  const calls = [1, 2, 3].map((value) => ({
    kind: 'entry' as const,
    changes: [{ ...keyOf('R1', '2020'), value, expectedVersion: 0 }],
  }))
  const valueIn = (call: SaveInput) => call.changes[0]?.value ?? 0

  it('says what was stored before a call that does not come back or is refused', async () => {
    const sent: number[] = []
    const until = (last: () => { ok: false; reason: string }) => async (call: SaveInput) => {
      sent.push(valueIn(call))
      return valueIn(call) === 2 ? last() : { ok: true as const, value: [valueIn(call)] }
    }
    const lost = until(() => {
      throw new TypeError('Failed to fetch')
    })
    expect(await sendCalls(calls, lost)).toEqual({ stored: [1], failed: null })
    const refusal = { ok: false as const, reason: 'conflict' }
    expect(
      await sendCalls(
        calls,
        until(() => refusal),
      ),
    ).toEqual({ stored: [1], failed: refusal })
    expect(sent).toEqual([1, 2, 1, 2])
  })

  it('stores all of them otherwise', async () => {
    const store = async (call: SaveInput) => ({ ok: true as const, value: [valueIn(call)] })
    expect(await sendCalls(calls, store)).toEqual({ stored: [1, 2, 3] })
  })
})

describe('saveCalls', () => {
  it('makes one call of changes that belong together', () => {
    const [call, ...others] = saveCalls([change('R1'), change('R2', { value: null })], 'paste', keyOf)
    expect(others).toEqual([])
    expect(call).toEqual({
      kind: 'paste',
      changes: [
        { region: 'R1', indicator: 'T1', year: 2020, value: 1, expectedVersion: 0 },
        { region: 'R2', indicator: 'T1', year: 2020, value: null, expectedVersion: 0 },
      ],
    })
  })

  it('parts what has a reason, a vintage or an earlier state of its own', () => {
    const calls = saveCalls(
      [
        change('R1'),
        change('R2', { extra: { reason: 'Yearbook', vintage: 'final', note: null } }),
        change('R3', { extra: { restoresVersion: '2', reason: 'Wrong row' } }),
        change('R4'),
      ],
      'edit',
      keyOf,
    )
    expect(calls).toMatchObject([
      { kind: 'entry', changes: [{ region: 'R1' }, { region: 'R4' }] },
      { kind: 'entry', reason: 'Yearbook', vintage: 'final', changes: [{ region: 'R2', note: null }] },
      { kind: 'restore', reason: 'Wrong row', changes: [{ region: 'R3', restoresVersion: 2 }] },
    ])
  })

  it('undoes and redoes by versions, and passes over words that are none of ours', () => {
    const [call] = saveCalls(
      [change('R1', { restoresVersion: 0, extra: { vintage: 'x', status: '?' } })],
      'redo',
      keyOf,
    )
    expect(call).toEqual({
      kind: 'undo',
      changes: [
        { region: 'R1', indicator: 'T1', year: 2020, value: 1, expectedVersion: 0, restoresVersion: 0 },
      ],
    })
  })
})
