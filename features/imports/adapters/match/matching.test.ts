import { describe, expect, it, test } from 'vitest'
import { cut, installation, observations, problemsOf, readTable } from '../layout/test-table'
import { codeGiver, slugOf } from './new-codes'
import { bareRegionName, normaliseName } from './normalise-name'
import { resolver } from './resolve'
import { similarity } from './similarity'

const plain = (text: string) => ({ text, language: null, isCode: false })
const regionOf = (text: string) => resolver(installation, {}).region([plain(text)], [], null)

describe('normaliseName', () => {
  test.each([
    ['  Inner   Mongolia ', 'inner mongolia'],
    ['北　京', '北京'],
    ['ＧＤＰ（亿元）', 'gdp (亿元)'],
    ['R&D  经费', 'r&d 经费'],
    ['“小巨人”', '小巨人'],
    ['北京①', '北京'],
    ['Tibet *', 'tibet'],
    ['*', '*'],
  ])('writes %j as %j', (text, normal) => {
    expect(normaliseName(text)).toBe(normal)
  })

  it('says the same twice', () => {
    for (const text of ['Ａ（b）', '广 东 省', 'x – y', 'ﬁne'])
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text))
  })

  test.each([
    ['广西壮族自治区', '广西'],
    ['新疆维吾尔自治区', '新疆'],
    ['香港特别行政区', '香港'],
    ['吉林市', '吉林'],
    ['沙市', '沙市'],
    ['延边朝鲜族自治州', '延边'],
    ['guangxi zhuang autonomous region', 'guangxi'],
    ['beijing municipality', 'beijing'],
    ['xizang', 'tibet'],
    ['xizang autonomous region', 'tibet'],
  ])('knows %j as %j', (name, bare) => {
    expect(bareRegionName(name)).toBe(bare)
  })
})

describe('a region', () => {
  test.each([
    ['CN-GD', 'code'],
    ['cn-gd', 'code'],
    ['４４００００', 'code'],
    ['44', 'code'],
    ['CN-44', 'code'],
    ['440000000000', 'code'],
    ['Guangdong', 'name'],
    ['GUANGDONG PROVINCE', 'name'],
    ['广东', 'name'],
    ['广 东 省', 'name'],
    ['鹏城', 'alias'],
    ['Guandong', 'guess'],
  ])('%j is Guangdong by %s', (text, how) => {
    expect(regionOf(text).match).toMatchObject({ code: 'CN-GD', how })
  })

  it('is found by its NUTS code', () => {
    expect(regionOf('de2').match).toMatchObject({ code: 'DE-BY', how: 'code' })
  })

  it('is the whole country where the row says so, and a total is offered to be left out', () => {
    expect(regionOf('全国').match).toMatchObject({ code: 'CN', how: 'name' })
    expect(regionOf('合 计').match).toMatchObject({
      code: null,
      how: 'none',
      offer: 'skip',
      candidates: ['CN'],
    })
    expect(regionOf('Total').match.offer).toBe('skip')
  })

  it('is not used on a guess until it is confirmed', async () => {
    const table = cut('region,indicator,year,value\nGuandong,GDP,2020,1\nAtlantis,GDP,2020,2')
    const read = await readTable(table)
    expect(problemsOf(read)).toEqual(['2:1 unconfirmedRegion', '3:1 unknownRegion'])
    const confirmed = await readTable(table, {
      settings: { regions: { guandong: { to: 'code', code: 'CN-GD' }, atlantis: { to: 'skip' } } },
    })
    expect(observations(confirmed)).toEqual(['CN-GD GDP 2020 = 1'])
    expect(confirmed.inspection.skipped).toBe(1)
    expect(confirmed.problems).toEqual([])
  })

  it('is told from another of the same name by the region above it', async () => {
    const city = (code: string, zh: string, parent: string) => ({
      code,
      gbCode: null,
      nutsCode: null,
      name: { en: 'Suzhou', zh },
      level: 'city',
      parent,
      group: null,
    })
    const known = {
      ...installation,
      regions: [
        ...installation.regions,
        city('CN-JS-SZ', '苏州市', 'CN-JS'),
        city('CN-AH-SZ', '宿州市', 'CN-AH'),
      ],
    }
    const table = cut(
      'Province,City,Indicator,Year,Value\nJiangsu,Suzhou,GDP,2020,1\nAnhui,Suzhou,GDP,2020,2\nGuangdong,Suzhou,GDP,2020,3',
    )
    const read = await readTable(table, { known })
    expect(observations(read)).toEqual(['CN-JS-SZ GDP 2020 = 1', 'CN-AH-SZ GDP 2020 = 2'])
    expect(problemsOf(read)).toEqual(['4:2 unknownRegion'])
    const alone = await readTable(cut('City,Indicator,Year,Value\nSuzhou,GDP,2020,1'), { known })
    expect(alone.inspection.regions[0]).toMatchObject({ how: 'guess', candidates: ['CN-JS-SZ', 'CN-AH-SZ'] })
  })

  it('of a name that province and city share is what the column is about, or has to be confirmed', async () => {
    const base = { gbCode: null, nutsCode: null, group: null }
    const known = {
      ...installation,
      regions: [
        ...installation.regions.filter(({ code }) => code !== 'CN-JL'),
        { ...base, code: 'CN-JL', name: { en: 'Jilin', zh: '吉林' }, level: 'province', parent: 'CN' },
        {
          ...base,
          code: 'CN-JL-JL',
          name: { en: 'Jilin City', zh: '吉林市' },
          level: 'city',
          parent: 'CN-JL',
        },
      ],
    }
    const first = async (header: string, cells: string) =>
      (
        await readTable(cut(`${header},指标,年份,数值\n${cells},GDP,2020,1`), { known })
      ).inspection.regions.at(-1)
    expect(await first('城市', '吉林')).toMatchObject({ how: 'name', code: 'CN-JL-JL' })
    expect(await first('省份', '吉林')).toMatchObject({ how: 'name', code: 'CN-JL' })
    expect(await first('地区', '吉林市')).toMatchObject({ how: 'name', code: 'CN-JL-JL' })
    expect(await first('地区', '吉林')).toMatchObject({ how: 'guess', candidates: ['CN-JL', 'CN-JL-JL'] })
    expect(await first('省份,城市', '吉林,吉林')).toMatchObject({ how: 'name', code: 'CN-JL-JL' })
  })

  it('is not taken when its code and its name speak of two', async () => {
    const read = await readTable(cut('地区代码,地区,指标,年份,数值\n440000,北京市,GDP,2020,1'))
    expect(problemsOf(read)).toEqual(['2:1 unconfirmedRegion'])
  })
})

describe('what is new', () => {
  const table = cut(`
prefecture_en,prefecture_cn,province_en,sheet,table_unit,year,value
Guangzhou,广州,Guangdong,births,10k person,2020,1
Shenzhen,深圳,Guangdong,births,10k person,2020,2
Jilin,吉林,Jilin,births,10k person,2020,3
Jilin,吉林,Jilin,births,1 person,2021,40000
Guangzhou,广州,Guangdong,births,hours,2020,5`)
  const all = { to: 'new' } as const

  it('is proposed, names both languages and stands below its province', async () => {
    const look = await readTable(table)
    expect(
      look.inspection.regions
        .filter(({ count }) => count > 0)
        .map(({ text, how, offer }) => [text, how, offer]),
    ).toEqual([
      ['Guangzhou, Guangdong', 'none', 'new'],
      ['Shenzhen, Guangdong', 'none', 'new'],
      ['Jilin, Jilin', 'none', 'new'],
    ])
    const regions = Object.fromEntries(
      look.inspection.regions.filter(({ offer }) => offer === 'new').map(({ key }) => [key, all]),
    )
    const indicators = Object.fromEntries(look.inspection.indicators.map(({ key }) => [key, all]))
    const read = await readTable(table, { settings: { regions, indicators, newIndicatorArea: 'TA' } })
    expect(read.newRegions[0]).toEqual({
      code: 'CN-GD-GUANGZHOU',
      gbCode: null,
      name: { en: 'Guangzhou', zh: '广州' },
      level: 'city',
      parent: 'CN-GD',
    })
    expect(read.newIndicators).toEqual([
      {
        code: 'BIRTHS',
        name: { en: 'births (10k person)', zh: '' },
        unit: { en: '10k person', zh: '' },
        area: 'TA',
      },
      {
        code: 'BIRTHS-HOURS',
        name: { en: 'births (hours)', zh: '' },
        unit: { en: 'hours', zh: '' },
        area: 'TA',
      },
    ])
    expect(observations(read)).toEqual([
      'CN-GD-GUANGZHOU BIRTHS 2020 = 1',
      'CN-GD-SHENZHEN BIRTHS 2020 = 2',
      'CN-JL-JILIN BIRTHS 2020 = 3',
      'CN-JL-JILIN BIRTHS 2021 = 4',
      'CN-GD-GUANGZHOU BIRTHS-HOURS 2020 = 5',
    ])
  })

  it('waits for the region above it', async () => {
    const said = cut('Province,City,Indicator,Year,Value\nGuandong,Foshan,GDP,2020,1')
    const settings = { regions: { 'foshan, guandong': all } }
    expect(problemsOf(await readTable(said, { settings }))).toEqual(['2:2 unconfirmedRegion'])
    const chosen = { regions: { ...settings.regions, guandong: { to: 'code', code: 'CN-GD' } as const } }
    expect((await readTable(said, { settings: chosen })).newRegions[0]).toMatchObject({
      code: 'CN-GD-FOSHAN',
      parent: 'CN-GD',
    })
  })

  it('takes its code from the file', async () => {
    const said = cut('地区代码,地区,指标,年份,数值\n440300,深圳市,GDP,2020,1')
    const read = await readTable(said, { settings: { regions: { 深圳市: all } } })
    expect(read.newRegions).toEqual([
      { code: '440300', gbCode: '440300', name: { en: '', zh: '深圳市' }, level: 'other', parent: null },
    ])
  })

  it('gets a code that nobody has, and that can be one', () => {
    const codes = codeGiver(['CN-GD', 'gdp'])
    expect(codes.give('', slugOf('GDP'))).toBe('GDP-2')
    expect(codes.give('', slugOf('Ürümqi City'))).toBe('URUMQI-CITY')
    expect(codes.give('CN-GD-', '')).toBe('CN-GD-001')
    expect(codes.give('CN-GD-', '')).toBe('CN-GD-002')
    const long = codes.give('', slugOf('a very long name of an indicator without end'))
    expect(long.length).toBeLessThanOrEqual(32)
    expect(codes.give('', slugOf('a very long name of an indicator without end'))).not.toBe(long)
  })
})

describe('an indicator', () => {
  const of = (text: string) => resolver(installation, {}).indicator([text], '', 0).match
  test.each([
    ['gdp', 'GDP', 'code'],
    ['Gross Domestic Product', 'GDP', 'name'],
    ['地区生产总值', 'GDP', 'name'],
    ['R&D 经费投入强度', 'RD', 'name'],
    ['R&D intensity', 'RD', 'name'],
    ['Regional product', 'GDP', 'alias'],
    ['年末常住总人口', 'POP', 'guess'],
  ])('%j is %s by %s', (text, code, how) => {
    expect(of(text)).toMatchObject({ code, how })
  })

  it('is not converted between price bases', async () => {
    const read = await readTable(cut('region,indicator,unit,year,value\nCN-BJ,GDPC,亿元（2010年价）,2020,1'))
    expect(problemsOf(read)).toEqual(['2:2 unknownUnit'])
    const said = await readTable(
      cut('region,indicator,unit,year,value\nCN-BJ,GDPC,亿元（2010年价）,2020,1'),
      {
        settings: { units: { 'gdpc [亿元（2010年价）]': '万元（2015年价）' } },
      },
    )
    expect(observations(said)).toEqual(['CN-BJ GDPC 2020 = 0.0001'])
  })

  it('is decided for the figures that came in it, and for no others of the indicator', async () => {
    const rows = 'region,indicator,unit,year,value\nCN-BJ,GDPC,亿元（2010年价）,2020,1\nCN-BJ,GDPC,CNY,2021,2'
    const read = await readTable(cut(rows), {
      settings: { units: { 'gdpc [亿元（2010年价）]': '万元（2015年价）' } },
    })
    expect(observations(read)).toEqual(['CN-BJ GDPC 2020 = 0.0001'])
    expect(problemsOf(read)).toEqual(['3:2 unknownUnit'])
    expect(new Set(read.inspection.units.map(({ key }) => key)).size).toBe(2)
  })
})

describe('similarity', () => {
  it('is 1 for the same and small for what has nothing in common', () => {
    expect(similarity('guangdong', 'guangdong')).toBe(1)
    expect(similarity('yunan', 'yunnan')).toBeGreaterThan(0.8)
    expect(similarity('beijing', 'xizang')).toBeLessThan(0.45)
    expect(similarity('', 'x')).toBe(0)
  })
})
