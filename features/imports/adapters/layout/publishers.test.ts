import { describe, expect, it } from 'vitest'
import { cut, observations, problemsOf, readTable } from './test-table'

describe('tables of publishers', () => {
  it('reads SDMX-CSV 1.0', async () => {
    const read = await readTable(
      cut(`
DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT,UNIT_MEASURE,OBS_STATUS
NBS:DF_REG(1.0),A,CN-BJ,GDP,2020,361026,7,CNY,A
NBS:DF_REG(1.0),A,CN-TJ,GDP,2020,NaN,7,CNY,M`),
    )
    expect(read.inspection.layout.layout).toBe('sdmx-csv')
    expect(observations(read)).toEqual(['CN-BJ GDP 2020 = 36102.6 A', 'CN-TJ GDP 2020 = none M'])
  })

  it('reads SDMX-CSV 2.0 with labels and actions', async () => {
    const read = await readTable(
      cut(`
STRUCTURE,STRUCTURE_ID,ACTION,FREQ: Frequency,REF_AREA: Reference area,INDICATOR: Indicator,TIME_PERIOD: Time period,OBS_VALUE: Observation value,OBS_STATUS: Observation status
dataflow,NBS:DF_REG(1.0),I,A: Annual,CN-BJ: Beijing,GDP: Gross domestic product,2020,36102.6,P: Provisional value
dataflow,NBS:DF_REG(1.0),D,A: Annual,CN-TJ: Tianjin,GDP: Gross domestic product,2020,1,A: Normal value`),
    )
    expect(observations(read)).toEqual(['CN-BJ GDP 2020 = 36102.6 P', 'CN-TJ GDP 2020 = none'])
  })

  it('reads the World Bank download', async () => {
    const read = await readTable(
      cut(`
"Data Source","World Development Indicators",

"Last Updated Date","2025-07-01",

"Country Name","Country Code","Indicator Name","Indicator Code","1960","1961","2020",
"China","CHN","Research and development expenditure (% of GDP)","GB.XPD.RSDV.GD.ZS","","","2.40665",
"Aruba","ABW","Research and development expenditure (% of GDP)","GB.XPD.RSDV.GD.ZS","","","",`),
      { settings: { indicators: { 'research and development expenditure': { to: 'code', code: 'RD' } } } },
    )
    expect(read.inspection.layout.layout).toBe('world-bank')
    expect(read.inspection.regions.map(({ text, how }) => [text, how])).toEqual([['China', 'name']])
    expect(observations(read)).toEqual(['CN RD 2020 = 2.40665'])
  })

  it('reads a DataBank export with its lines below', async () => {
    const read = await readTable(
      cut(`
Country Name,Country Code,Series Name,Series Code,2019 [YR2019],2020 [YR2020]
China,CHN,Population at year-end,POP,140775,..

Data from database: World Development Indicators
Last Updated: 07/01/2025`),
    )
    expect(observations(read)).toEqual(['CN POP 2019 = 140775', 'CN POP 2020 = none'])
    expect(problemsOf(read)).toEqual([])
  })

  it('reads a table of Eurostat', async () => {
    const read = await readTable(
      cut(
        `
freq,unit,sectperf,geo\\TIME_PERIOD\t2019 \t2020 \t2021
A,PC_GDP,TOTAL,DE2\t3.41 \t3.35 ep\t: c
A,PC_GDP,TOTAL,XX1\t: \t1.2 b\t:`,
        '\t',
      ),
      { settings: { indicators: { total: { to: 'code', code: 'RD' } }, units: { 'total [PC_GDP]': '%' } } },
    )
    expect(read.inspection.layout.layout).toBe('eurostat')
    expect(observations(read)).toEqual([
      'DE-BY RD 2019 = 3.41',
      'DE-BY RD 2020 = 3.35 E',
      'DE-BY RD 2021 = none Q',
    ])
    expect(problemsOf(read)).toEqual(['3:1 unknownRegion', '3:1 unknownRegion', '3:1 unknownRegion'])
  })

  it('reads a download of Our World in Data', async () => {
    const read = await readTable(
      cut(
        'Entity,Code,Year,Population at year-end,GDP\nChina,CHN,2020,141212,1013567\nChina,CHN,2021,141260,',
      ),
    )
    expect(read.inspection.layout.layout).toBe('owid')
    expect(observations(read)).toEqual([
      'CN POP 2020 = 141212',
      'CN GDP 2020 = 1013567',
      'CN POP 2021 = 141260',
    ])
  })

  it('reads a table of a yearbook: title, unit line, years across, notes below', async () => {
    const read = await readTable(
      cut(`
2-5 各地区生产总值,,,
,,,单位：万元
地　区,2021年,2020年,2019年
全　国,11492370000,10135670000,
北　京,402696000,361026000,354451000
西　藏,20802000,19028000,16978000
东部地区,5926980000,,
注：1. 本表按当年价格计算。
数据来源：国家统计局`),
    )
    expect(read.inspection.layout).toMatchObject({
      layout: 'bureau',
      headerRows: [3],
      lastRow: 7,
      constant: { indicator: '地区生产总值', unit: '万元' },
    })
    expect(observations(read)).toEqual([
      'CN GDP 2021 = 1149237',
      'CN GDP 2020 = 1013567',
      'CN-BJ GDP 2021 = 40269.6',
      'CN-BJ GDP 2020 = 36102.6',
      'CN-BJ GDP 2019 = 35445.1',
      'CN-XZ GDP 2021 = 2080.2',
      'CN-XZ GDP 2020 = 1902.8',
      'CN-XZ GDP 2019 = 1697.8',
    ])
    expect(read.inspection.regions.at(-1)).toMatchObject({ text: '东部地区', how: 'none', offer: 'skip' })
  })

  it('reads the download of data.stats.gov.cn', async () => {
    const read = await readTable(
      cut(`
数据库：分省年度数据
指标：地区生产总值(亿元)
时间：最近3年
地区,2021年,2020年,2019年
北京市,40269.6,36102.6,35445.1
内蒙古自治区,20514.2,17258.0,17212.5
数据来源：国家统计局`),
    )
    expect(read.inspection.layout.constant).toEqual({ indicator: '地区生产总值', unit: '亿元' })
    expect(observations(read)).toHaveLength(6)
    expect(observations(read)[3]).toBe('CN-NM GDP 2021 = 20514.2')
  })

  it('reads its download of one region: indicators by years', async () => {
    const read = await readTable(
      cut(`
数据库：分省年度数据
地区：北京市
时间：最近2年
指标,2021年,2020年
地区生产总值(亿元),40269.6,36102.6
年末常住人口(万人),2189,2189
数据来源：国家统计局`),
    )
    expect(read.problems).toEqual([])
    expect(observations(read)).toEqual([
      'CN-BJ GDP 2021 = 40269.6',
      'CN-BJ GDP 2020 = 36102.6',
      'CN-BJ POP 2021 = 2189',
      'CN-BJ POP 2020 = 2189',
    ])
  })

  it('reads a collection pack', async () => {
    const keys = [
      'pentad-pack',
      'indicator',
      'version',
      'indicator_name',
      'unit_name',
      'region_name',
      'year',
      'issued',
      'value',
      'status',
      'source',
      'note',
    ]
    const words = [
      '地区代码',
      '指标代码',
      '版本',
      '指标',
      '单位',
      '地区',
      '年份',
      '下发时数值',
      '数值',
      '状态',
      '来源',
      '备注',
    ]
    const read = await readTable(
      [
        keys,
        words,
        ['CN-BJ', 'GDP', 1, '地区生产总值', '亿元', '北京市', 2020, 36000, 36102.6, 'P', null, null],
      ],
      { kind: 'xlsx', sheet: '数据' },
    )
    expect(read.inspection.layout).toMatchObject({ layout: 'pack', headerRows: [1, 2] })
    expect(observations(read)).toEqual(['CN-BJ GDP 2020 = 36102.6 P'])
  })

  it('reads JSON-stat by the roles of its dimensions', async () => {
    const category = (code: string, label: string, unit: string | null = null) => ({ code, label, unit })
    const read = await readTable(
      [
        ['Area', 'Concept', 'Sex', 'Period', 'value', 'status'],
        ['Peking', 'Product', 'Total', '2020', 36102600, null],
        ['Peking', 'Product', 'Total', '2021', null, 'L'],
      ],
      {
        kind: 'json-stat',
        json: {
          label: 'Regional accounts',
          source: null,
          dimensions: [
            { id: 'geo', label: 'Area', role: 'geo', categories: [category('CN-BJ', 'Peking')] },
            {
              id: 'ind',
              label: 'Concept',
              role: 'metric',
              categories: [category('GDP', 'Product', 'thousand CNY')],
            },
            { id: 'sex', label: 'Sex', role: null, categories: [category('T', 'Total')] },
            {
              id: 'time',
              label: 'Period',
              role: 'time',
              categories: [category('2020', '2020'), category('2021', '2021')],
            },
          ],
        },
      },
    )
    expect(observations(read)).toEqual(['CN-BJ GDP 2020 = 361.026', 'CN-BJ GDP 2021 = none L'])
  })
})
