import { describe, expect, it, vi } from 'vitest'
import type { Candidates } from '@/features/observations/schema'
import type { PackDifference } from '@/features/packs/schema'
import { resolvePack } from './pack-return'

vi.mock('@/features/packs/queries', () => ({ comparePack: vi.fn() }))

type Content = PackDifference['now']
const content = (value: number | null, version: number, more: Partial<Content> = {}): Content => ({
  value,
  version,
  status: value === null ? 'O' : 'A',
  source: null,
  note: null,
  ...more,
})

function candidate(
  value: number,
  more: { status?: string; source?: string | null; note?: string | null } = {},
): Candidates {
  const place = (text: string | null | undefined, at: number) =>
    text === undefined ? -1 : text === null ? -2 : at
  return {
    length: 1,
    row: Int32Array.of(3),
    column: Int32Array.of(9),
    region: Int32Array.of(0),
    indicator: Int32Array.of(0),
    year: Int16Array.of(2020),
    value: Float64Array.of(value),
    status: Uint8Array.of(more.status?.charCodeAt(0) ?? 0),
    source: Int32Array.of(place(more.source, 0)),
    note: Int32Array.of(place(more.note, 1)),
    regions: ['R'],
    indicators: ['I'],
    texts: [more.source ?? '', more.note ?? ''],
  }
}

const resolve = (
  from: Candidates,
  issued: Content,
  now: Content,
  decided: Readonly<Record<string, 'ours' | 'theirs'>> = {},
) => resolvePack(from, [{ issued, now }], decided)

describe('a cell of a pack', () => {
  it('that the department left alone is not written, even when it changed here meanwhile', () => {
    const { places, conflicts } = resolve(candidate(5), content(5, 1), content(7, 2))
    expect([places.length, conflicts.size]).toEqual([0, 0])
  })

  it('that only the department changed is written', () => {
    const { places, candidates } = resolve(candidate(6), content(5, 1), content(5, 1))
    expect([...places]).toEqual([0])
    expect(candidates.value[0]).toBe(6)
  })

  it('that both changed waits for a decision, and then follows it', () => {
    const both = [candidate(6), content(5, 1), content(7, 2)] as const
    expect([...resolve(...both).conflicts]).toEqual([0])
    expect([...resolve(...both, { all: 'theirs' }).places]).toEqual([0])
    expect(resolve(...both, { all: 'theirs', '3': 'ours' })).toMatchObject({ places: new Int32Array(0) })
    expect(resolve(...both, { '3': 'ours' }).conflicts.size).toBe(0)
  })

  it('that both changed to the same is no conflict', () => {
    const { places, conflicts } = resolve(candidate(7), content(5, 1), content(7, 2))
    expect([places.length, conflicts.size]).toEqual([0, 0])
  })

  it('that was never entered and stays empty is nothing', () => {
    expect(resolve(candidate(Number.NaN), content(null, 0), content(null, 0)).places.length).toBe(0)
  })

  it('that the department emptied is written as not observed, without the letter of the value', () => {
    const { candidates } = resolve(candidate(Number.NaN, { status: 'A' }), content(5, 1), content(5, 1))
    expect(candidates.value[0]).toBeNaN()
    expect(candidates.status[0]).toBe(0)
  })

  it('keeps a citation that was handed out in another language, and takes a new one', () => {
    const source = { en: 'Yearbook', zh: '年鉴' }
    const issued = content(5, 1, { source })
    expect(resolve(candidate(5, { source: '年鉴' }), issued, issued).places.length).toBe(0)
    expect(resolve(candidate(6, { source: '年鉴' }), issued, issued).candidates.source[0]).toBe(-1)
    expect(resolve(candidate(5, { source: 'Bulletin' }), issued, issued).candidates.source[0]).toBe(0)
  })
})
