import { afterAll, describe, expect, it } from 'vitest'
import { cellsOf, problemOf, readGood, removeCrafted } from './crafted-files'

afterAll(removeCrafted)

const geo = { label: '地区', category: { index: { a: 0, b: 1 }, label: { b: '上海', a: '北京' } } }
const time = { label: '年份', category: { index: ['2019', '2020'] } }
const metric = {
  label: '指标',
  category: { label: { rd: '研发经费' }, unit: { rd: { label: '元', multiplier: 8, decimals: 1 } } },
}
const data = {
  version: '2.0',
  class: 'dataset',
  label: '研发',
  source: '统计局',
  id: ['metric', 'geo', 'time'],
  size: [1, 2, 2],
  role: { time: ['time'], geo: ['geo'], metric: ['metric'] },
  dimension: { geo, time, metric },
  value: [1.5, null, 0, 4],
  status: { 0: 'p', 1: 'm' },
}
const read = (content: object) => cellsOf(JSON.stringify(content), {}, 'data.json')
const long = [
  ['指标', '地区', '年份', 'value', 'status'],
  ['研发经费', '北京', '2019', 1.5, 'p'],
  ['研发经费', '北京', '2020', null, 'm'],
  ['研发经费', '上海', '2019', 0],
  ['研发经费', '上海', '2020', 4],
]

describe('JSON-stat', () => {
  it('becomes one row a value, in the order of its dimensions', async () => {
    expect(await read(data)).toEqual(long)
  })

  it('tells codes, labels, roles and units', async () => {
    const { file } = await readGood(`\ufeff\n${JSON.stringify(data, null, 2)}`, {}, 'data.txt')
    expect(file).toMatchObject({
      kind: 'json-stat',
      encoding: 'utf-8',
      separator: null,
      sheets: [],
      sheet: null,
    })
    expect(file.json).toEqual({
      label: '研发',
      source: '统计局',
      dimensions: [
        {
          id: 'metric',
          label: '指标',
          role: 'metric',
          categories: [{ code: 'rd', label: '研发经费', unit: '10^8 元' }],
        },
        {
          id: 'geo',
          label: '地区',
          role: 'geo',
          categories: [
            { code: 'a', label: '北京', unit: null },
            { code: 'b', label: '上海', unit: null },
          ],
        },
        {
          id: 'time',
          label: '年份',
          role: 'time',
          categories: [
            { code: '2019', label: '2019', unit: null },
            { code: '2020', label: '2020', unit: null },
          ],
        },
      ],
    })
  })

  it('may be sparse, with one status for all, and of version 1', async () => {
    expect(await read({ ...data, value: { 0: 1.5, 3: 4 }, status: 'e' })).toEqual([
      long[0],
      ...long.slice(1).map((row, i) => [...row.slice(0, 3), [1.5, null, null, 4][i], 'e']),
    ])
    const { id, size, role, dimension, class: _class, version: _version, ...rest } = data
    expect(await read({ rd: { ...rest, dimension: { ...dimension, id, size, role } } })).toEqual(long)
  })

  it('lists the data sets of a bundle or a collection like sheets', async () => {
    const other = { ...data, label: 'B', value: [1, 2, 3, 4], status: {} }
    const collection = JSON.stringify({ class: 'collection', link: { item: [data, other, { href: 'x' }] } })
    const { file, rows } = await readGood(collection, { sheet: 'B' }, 'data.json')
    expect(file.sheets).toEqual([
      { name: '研发', rows: 5, columns: 5 },
      { name: 'B', rows: 5, columns: 5 },
    ])
    expect(file.sheet).toBe('B')
    expect(rows.at(-1)?.cells).toEqual(['研发经费', '上海', '2020', 4])
    expect((await problemOf(collection, { sheet: 'C' })).code).toBe('noSuchSheet')
  })

  it('uses codes where labels are not unique', async () => {
    const twice = { ...geo, category: { ...geo.category, label: { a: '其他', b: '其他' } } }
    const rows = await read({ ...data, dimension: { ...data.dimension, geo: twice } })
    expect(rows.map((row) => row[1])).toEqual(['地区', 'a', 'a', 'b', 'b'])
  })

  it('is refused where it is not well formed or contradicts itself', async () => {
    const partOf = async (content: object) => (await problemOf(JSON.stringify(content))).params?.part
    expect(await problemOf('{"class": "dataset"\n "id": [1]}')).toEqual({
      code: 'badJson',
      params: { part: 'none', row: 2 },
    })
    expect(await partOf({ ...data, value: [1, 2] })).toBe('value')
    expect(await partOf({ ...data, value: { 7: 1 } })).toBe('value')
    expect(await partOf({ ...data, size: [1, 2] })).toBe('size')
    expect(await partOf({ ...data, size: [1, 2, 3] })).toBe('time')
    expect(await partOf({ ...data, id: ['metric', 'geo', '__proto__'] })).toBe('__proto__')
    const sameTwice = { ...geo, category: { index: { a: 0, b: 0 } } }
    expect(await partOf({ ...data, dimension: { ...data.dimension, geo: sameTwice } })).toBe('geo')
    expect((await problemOf(JSON.stringify({ ...data, size: [1e5, 1e5, 1e5] }))).code).toMatch(
      /badJson|tooManyRows/,
    )
    expect((await problemOf(`{"a":${'['.repeat(100_000)}`)).code).toBe('badJson')
    expect(
      (await problemOf(JSON.stringify({ ...data, value: [null, null, null, null], status: {} }))).code,
    ).toBe('empty')
  })
})
