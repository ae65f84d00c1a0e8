import { describe, expect, it } from 'vitest'
import type { RegionListRow } from '../schema'
import { nextSort, parseSort, sortRegions } from './sort-regions'

const row = (code: string, rank: number | null, st: number | null, group = ''): RegionListRow => ({
  region: {
    code,
    gbCode: null,
    nutsCode: null,
    name: { en: code, zh: code },
    level: 'province',
    parent: null,
    group: group ? { en: group, zh: group } : null,
    validFrom: null,
    validTo: null,
    isSample: true,
    version: 1,
  },
  hasValues: true,
  isCompared: rank !== null,
  score: rank === null ? null : 100 - rank,
  rank,
  change: null,
  areas: [{ code: 'ST', score: st }],
})

const rows = [row('B', 2, 10, 'East'), row('CN', null, null), row('A', 1, 0, 'West'), row('C', 3, 10)]
const textOf = (r: RegionListRow, by: 'name' | 'group') =>
  by === 'name' ? r.region.name.en : (r.region.group?.en ?? '')
const codes = (by: string, isAscending: boolean) =>
  sortRegions(rows, { by, isAscending }, textOf, 'en').map((r) => r.region.code)

describe('parseSort', () => {
  it('is the order by rank, best first, when the address says nothing or nonsense', () => {
    expect(parseSort(undefined, undefined, ['ST'])).toEqual({ by: 'rank', isAscending: true })
    expect(parseSort('XX', 'up', ['ST'])).toEqual({ by: 'rank', isAscending: true })
    expect(parseSort(['ST', 'IN'], undefined, ['ST'])).toEqual({ by: 'rank', isAscending: true })
  })
  it('takes an area by its code, highest first unless asked otherwise', () => {
    expect(parseSort('ST', undefined, ['ST'])).toEqual({ by: 'ST', isAscending: false })
    expect(parseSort('ST', 'asc', ['ST'])).toEqual({ by: 'ST', isAscending: true })
  })
})

describe('nextSort', () => {
  it('starts a column in its natural order and turns it on the second click', () => {
    const rank = parseSort(undefined, undefined, [])
    expect(nextSort(rank, 'rank')).toEqual({ by: 'rank', isAscending: false })
    expect(nextSort(rank, 'index')).toEqual({ by: 'index', isAscending: false })
    expect(nextSort(rank, 'name')).toEqual({ by: 'name', isAscending: true })
  })
})

describe('sortRegions', () => {
  it('puts rows without a value last in either direction', () => {
    expect(codes('rank', true)).toEqual(['A', 'B', 'C', 'CN'])
    expect(codes('rank', false)).toEqual(['C', 'B', 'A', 'CN'])
    expect(codes('group', true)).toEqual(['B', 'A', 'CN', 'C'])
    expect(codes('group', false)).toEqual(['A', 'B', 'CN', 'C'])
  })
  it('keeps the order of equal rows, and 0 is a value', () => {
    expect(codes('ST', false)).toEqual(['B', 'C', 'A', 'CN'])
    expect(codes('ST', true)).toEqual(['A', 'B', 'C', 'CN'])
  })
  it('sorts Chinese names by pronunciation', () => {
    const named = ['浙江', '安徽', '广东'].map((zh, i) => {
      const base = row(`R${i}`, i + 1, null)
      return { ...base, region: { ...base.region, name: { en: '', zh } } }
    })
    const sorted = sortRegions(named, { by: 'name', isAscending: true }, (r) => r.region.name.zh, 'zh')
    expect(sorted.map((r) => r.region.name.zh)).toEqual(['安徽', '广东', '浙江'])
  })
})
