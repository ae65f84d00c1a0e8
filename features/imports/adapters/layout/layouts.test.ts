import { describe, expect, it } from 'vitest'
import { cut, observations, problemsOf, readTable } from './test-table'

describe('one row per value', () => {
  it('is read by its English header', async () => {
    const read = await readTable(
      cut(`
region,indicator,year,value,status,note
CN-BJ,GDP,2020,36102.6,P,
Beijing,Gross domestic product,2021,,L,
guangdong province,gdp,2021,"124,719.5",,census year`),
    )
    expect(read.inspection.layout.layout).toBe('long')
    expect(observations(read)).toEqual([
      'CN-BJ GDP 2020 = 36102.6 P',
      'CN-BJ GDP 2021 = none L',
      'CN-GD GDP 2021 = 124719.5',
    ])
    expect(read.candidates.texts).toEqual(['census year'])
    expect([...read.candidates.note]).toEqual([-1, -1, 0])
    expect(read.textOf(2)).toBe('124,719.5')
  })

  it('is read by its Chinese header, with units converted', async () => {
    const read = await readTable(
      cut(`
地区,指标,年份,单位,数值
北京,地区生产总值,2020年,万元,361026000
广　东,地区生产总值,2020,亿元,110760.94
广西壮族自治区,年末常住人口,２０２０年,人,50130000`),
    )
    expect(observations(read)).toEqual([
      'CN-BJ GDP 2020 = 36102.6',
      'CN-GD GDP 2020 = 110760.94',
      'CN-GX POP 2020 = 5013',
    ])
    expect(read.exponentOf(0)).toBe(-4)
    expect(read.inspection.units).toContainEqual({
      indicator: '地区生产总值',
      key: '地区生产总值 [万元]',
      from: '万元',
      to: '亿元',
      exponent: -4,
    })
  })

  it('does not take values between 1900 and 2200 for years', async () => {
    const read = await readTable(
      cut(`
Year,Region,Value,Indicator
2019,Beijing,2021,POP
2020,Beijing,2022,POP
2021,Beijing,2189,POP`),
    )
    expect(observations(read)).toEqual([
      'CN-BJ POP 2019 = 2021',
      'CN-BJ POP 2020 = 2022',
      'CN-BJ POP 2021 = 2189',
    ])
  })

  it('is read without a header by what stands in it', async () => {
    const read = await readTable(cut('CN-BJ,GDP,2020,36102.6\nCN-TJ,GDP,2020,14083.7\nCN-GD,POP,2021,12684'))
    expect(read.inspection.layout).toMatchObject({ layout: 'long', headerRows: [] })
    expect(observations(read)).toEqual([
      'CN-BJ GDP 2020 = 36102.6',
      'CN-TJ GDP 2020 = 14083.7',
      'CN-GD POP 2021 = 12684',
    ])
  })

  it('leaves a note below it alone', async () => {
    const read = await readTable(cut('region,indicator,year,value\nCN-BJ,GDP,2020,1\n\n注：本表为快报数'))
    expect(observations(read)).toHaveLength(1)
    expect(problemsOf(read)).toEqual([])
    expect(read.inspection.layout.lastRow).toBe(2)
  })
})

describe('a wide table', () => {
  it('has years across', async () => {
    const read = await readTable(
      cut(`
Region,Indicator,Unit,2019,2020,2021
Beijing,GDP,CNY million,3544513,3610260,
Tianjin,GDP,CNY million,,1408373,1569505`),
    )
    expect(read.inspection.layout.layout).toBe('years-across')
    expect(observations(read)).toEqual([
      'CN-BJ GDP 2019 = 35445.13',
      'CN-BJ GDP 2020 = 36102.6',
      'CN-TJ GDP 2020 = 14083.73',
      'CN-TJ GDP 2021 = 15695.05',
    ])
  })

  it('has years across and no title over the regions; the file says the indicator', async () => {
    const read = await readTable(cut(',2019,2020\n北京市,35445.1,36102.6\n天津市,14055.5,14083.7'), {
      fileName: '地区生产总值（亿元）.csv',
    })
    expect(observations(read)[0]).toBe('CN-BJ GDP 2019 = 35445.1')
  })

  it('has indicators across', async () => {
    const read = await readTable(
      cut(`
地区,年份,地区生产总值（万元）,年末常住人口（万人）
北京市,2020,361026000,2189
天津市,2020,140837300,1387`),
    )
    expect(read.inspection.layout.layout).toBe('indicators-across')
    expect(observations(read)).toEqual([
      'CN-BJ GDP 2020 = 36102.6',
      'CN-BJ POP 2020 = 2189',
      'CN-TJ GDP 2020 = 14083.73',
      'CN-TJ POP 2020 = 1387',
    ])
  })

  it('has a status behind each column of figures', async () => {
    const read = await readTable(
      cut('Region,Year,GDP,Status,POP,Flag\nBeijing,2020,1,P,2,E\nBeijing,2021,,L,3,'),
    )
    expect(observations(read)).toEqual([
      'CN-BJ GDP 2020 = 1 P',
      'CN-BJ POP 2020 = 2 E',
      'CN-BJ GDP 2021 = none L',
      'CN-BJ POP 2021 = 3',
    ])
  })

  it('has regions across', async () => {
    const read = await readTable(
      cut(`
指标,年份,北京,天津,广东
地区生产总值,2020,36102.6,14083.7,110760.9
年末常住人口,2020,2189,1387,12624`),
    )
    expect(read.inspection.layout.layout).toBe('regions-across')
    expect(observations(read)).toContain('CN-GD POP 2020 = 12624')
    expect(observations(read)).toHaveLength(6)
  })

  it('has groups of years below indicators', async () => {
    const read = await readTable(
      cut(`
地区,地区生产总值（亿元）,,年末常住人口（万人）,
,2019年,2020年,2019年,2020年
北京,35445.1,36102.6,2190,2189
广东,107986.9,110760.9,12489,12624`),
    )
    expect(read.inspection.layout.headerRows).toEqual([1, 2])
    expect(observations(read)).toEqual([
      'CN-BJ GDP 2019 = 35445.1',
      'CN-BJ GDP 2020 = 36102.6',
      'CN-BJ POP 2019 = 2190',
      'CN-BJ POP 2020 = 2189',
      'CN-GD GDP 2019 = 107986.9',
      'CN-GD GDP 2020 = 110760.9',
      'CN-GD POP 2019 = 12489',
      'CN-GD POP 2020 = 12624',
    ])
  })
})

describe('what a person corrects', () => {
  const table = cut(`
Figures of the year,,
Place,A,B
北京,1,2
天津,3,4`)

  it('is the layout with its columns, and what the whole table is of', async () => {
    const read = await readTable(table, {
      settings: {
        layout: {
          layout: 'indicators-across',
          headerRows: [2],
          lastRow: 3,
          columns: [
            { role: 'region', title: '' },
            { role: 'value', title: '' },
            { role: 'ignore', title: '' },
          ],
          constant: { year: 2020, unit: '万元' },
        },
        indicators: { a: { to: 'code', code: 'GDP' } },
      },
    })
    expect(observations(read)).toEqual(['CN-BJ GDP 2020 = 0.0001'])
    expect(read.inspection.layout.columns[1]).toEqual({ role: 'value', title: 'A' })
  })

  it('is the layout alone: then the columns are detected under it', async () => {
    const regions = cut('年份,北京,天津\n2019,1,2\n2020,3,4')
    const layout = { headerRows: [1], lastRow: null, columns: [], constant: {} }
    const extra = { fileName: '地区生产总值.csv' }
    expect(observations(await readTable(regions, extra))).toContain('CN-TJ GDP 2020 = 4')
    const read = await readTable(regions, {
      ...extra,
      settings: { layout: { ...layout, layout: 'indicators-across' } },
    })
    expect(read.inspection.indicators.map(({ text }) => text)).toEqual(['北京', '天津'])
  })

  it('is a comma behind a 0, which shows that it is no thousands mark', async () => {
    const read = await readTable(
      cut('region\tindicator\tyear\tvalue\nCN-BJ\tGDP\t2020\t0,123\nCN-BJ\tGDP\t2021\t0,456', '\t'),
    )
    expect(observations(read)).toEqual(['CN-BJ GDP 2020 = 0.123', 'CN-BJ GDP 2021 = 0.456'])
  })

  it('is the decimal comma, which is also detected', async () => {
    const said = cut('region;indicator;year;value'.replaceAll(';', ','))
    const rows = [...said, ['CN-BJ', 'GDP', '2020', '1.234,5'], ['CN-BJ', 'GDP', '2021', '1,5']]
    expect(observations(await readTable(rows))).toEqual(['CN-BJ GDP 2020 = 1234.5', 'CN-BJ GDP 2021 = 1.5'])
    const read = await readTable(rows, { settings: { decimalComma: false } })
    expect(read.problems.map(({ code }) => code)).toEqual(['ambiguousComma', 'ambiguousComma'])
  })
})
