import { beforeAll, describe, expect, it } from 'vitest'
import { wordsIn } from '@/app/api/reports/make'
import { aggregateMethods } from '@/core/aggregate/methods'
import { normaliseMethods } from '@/core/normalise/methods'
import { weightMethods } from '@/core/weight/methods'
import { createIndicator } from '@/features/indicators/mutations'
import { saveObservations } from '@/features/observations/mutations'
import { updateRegion } from '@/features/regions/mutations'
import { listRegions } from '@/features/regions/queries'
import { loadSample } from '@/features/sample/mutations'
import { getWorkspace } from '@/features/scores/queries'
import en from '@/i18n/en.json'
import { readPdf } from '@/scripts/testing/read-files'
import { systemActor } from '@/server/session'
import { checksOf } from './adapters/checks'
import { composeReport } from './adapters/compose'
import type { Block, DrawnFigures, ReportDocument } from './adapters/document'
import { gapSentences } from './adapters/sentences'
import { indicatorTable } from './adapters/tables'
import { writePdf } from './adapters/typst'
import { getReport } from './queries'
import { type ReportLanguage, type ReportModel, reportLanguages } from './schema'

const actor = systemActor('test')
const madeAt = new Date('2026-11-24T10:00:00Z')

beforeAll(async () => {
  await loadSample(actor, {})
})

async function modelOf(region: string, year: number, peers: string[] | null = null): Promise<ReportModel> {
  const outcome = await getReport(actor, { region, year, peers, annex: 'region' })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}

const composed = (model: ReportModel, lang: ReportLanguage = 'en') =>
  composeReport(model, wordsIn(lang), madeAt)
const blocksOf = (report: ReportDocument): Block[] => report.parts.flatMap((part) => [...part.blocks])
const textsOf = (report: ReportDocument) =>
  blocksOf(report).flatMap((block) =>
    block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : [],
  )

/** Blank drawings: what a chart looks like is tested where it is drawn. */
function blank(report: ReportDocument): DrawnFigures {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"/>'
  return new Map(
    blocksOf(report).flatMap((block) =>
      block.kind === 'figure' ? [[block.figure.id, { svg, width: 100, height: 50 }] as const] : [],
    ),
  )
}

describe('the report of a region', () => {
  it('says why there is none', async () => {
    const refusal = (region: string, year: number) =>
      getReport(actor, { region, year, peers: null, annex: 'region' })
    expect(await refusal('CN-ZZ', 2019)).toEqual({ ok: false, reason: 'unknownRegion' })
    expect(await refusal('CN-GD', 1999)).toEqual({ ok: false, reason: 'yearWithoutData' })
    expect(await refusal('CN', 2019)).toEqual({ ok: false, reason: 'regionWithoutData' })
  })

  it('has every message, in both languages, for early, late and thin data', async () => {
    for (const [region, year] of [
      ['CN-GD', 2010],
      ['CN-XZ', 2022],
      ['CN-LN', 2023],
      ['CN-HB', 2019],
    ] as const) {
      const model = await modelOf(region, year)
      for (const lang of reportLanguages) {
        const text = JSON.stringify(composed(model, lang))
        expect(text).not.toMatch(/"(?:report|common|progress|obsStatus|indicator|shell)\.[a-z]/)
        expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/)
      }
    }
  })

  it('has words for every method that a recipe may name', () => {
    const { normalise, weights, aggregate } = en.report.recipe
    expect(Object.keys(normalise).toSorted()).toEqual(Object.keys(normaliseMethods).toSorted())
    expect(Object.keys(weights).toSorted()).toEqual(Object.keys(weightMethods).toSorted())
    expect(Object.keys(aggregate).toSorted()).toEqual(Object.keys(aggregateMethods).toSorted())
  })

  it('states index, rank and change as the workspace has them', async () => {
    const model = await modelOf('CN-GD', 2019)
    expect(model.index.score).toBeCloseTo(54.4, 1)
    expect(textsOf(composed(model))[0]).toContain(
      `In 2019 Guangdong has an index of ${model.index.score?.toFixed(1)} out of 100, 2nd of 30 regions. Against 2018 it rose by`,
    )
    expect(textsOf(composed(model, 'zh'))[0]).toContain(
      '在30个地区中列第2位。按两年均有观测值且其间口径未变的指标计算，较2018年上升',
    )
  })

  it('has no index where an area lacks data, and says which', async () => {
    const model = await modelOf('CN-LN', 2022)
    expect(model.index.score).toBeNull()
    expect(textsOf(composed(model))[0]).toContain(
      'Liaoning has no index for 2022: one area has no score (Development model).',
    )
    expect(checksOf(model).map((check) => check.code)).toContain('laterYear')
  })

  it('does not join values across a break in the series in its titles', async () => {
    const report = composed(await modelOf('CN-LN', 2022))
    const figure = blocksOf(report).flatMap((block) => (block.kind === 'figure' ? [block.figure] : []))[1]
    expect(figure?.id).toBe('value-PR03')
    expect(figure?.title).toMatch(/^Liaoning: from [\d,]+\sCNY per person at current prices in 2020 /)
    expect(figure?.subtitle).toContain('break in the series in 2020')
  })

  it('does not call a change of level a movement when the indicators changed on the way', async () => {
    const figures = blocksOf(composed(await modelOf('CN-GD', 2023))).flatMap((block) =>
      block.kind === 'figure' ? [block.figure] : [],
    )
    const industry = figures.find(({ id }) => id === 'trend-IN')
    expect(industry?.title).toBe(
      'Guangdong from 2013 to 2023: too few indicators can be compared to state a change',
    )
    expect(industry?.subtitle).toContain('Other indicators are observed from 2016 and 2023 on')
    const talent = figures.find(({ id }) => id === 'trend-TA')
    expect(talent?.title).toContain(
      '+12.3 points from 2010 to 2023, over the indicators observed in both years',
    )
    expect(talent?.subtitle).toContain('Break in series in 2020 and 2021')
  })

  it('gives the hallmark no score, and does not say that a gap does not count in one', async () => {
    const model = await modelOf('CN-GD', 2019)
    expect(model.hallmark?.indicators.map((state) => state.score)).toEqual([null, null, null])
    const said = model.hallmark ? gapSentences(model.hallmark, model, wordsIn('en')) : []
    expect(said).toEqual([
      '2 indicators were not observed in 2019: Labour productivity (latest 2018) and Capital productivity (latest 2018).',
    ])
    const talent = model.areas.find(({ area }) => area.code === 'TA')
    expect(talent ? gapSentences(talent, model, wordsIn('en'))[0] : '').toMatch(
      /^One indicator was not observed in 2019 and does not count in its score: /,
    )
  })

  it('asks no pace of what is achieved, and dates a status that rests on an older value', async () => {
    const model = await modelOf('CN-GD', 2021)
    const w = wordsIn('en')
    for (const chapter of model.areas) {
      const { rows } = indicatorTable(chapter, model, w)
      chapter.indicators.forEach(({ progress, latest }, i) => {
        const [pace = '', status = ''] = rows[i]?.slice(-2).map((cell) => cell.text) ?? []
        if (progress.status === 'achieved') expect(pace).not.toMatch(/need/)
        if (progress.status !== 'no-data')
          expect(status.includes('as of')).toBe(latest !== null && latest.year < 2021)
      })
    }
    const achieved = model.areas.flatMap(({ indicators }) =>
      indicators.filter(({ progress }) => progress.status === 'achieved' && progress.requiredPace !== null),
    )
    expect(achieved.length).toBeGreaterThan(0)
  })

  it('draws no comparison without peers', async () => {
    const report = composed(await modelOf('CN-GD', 2019, []))
    const captions = blocksOf(report).flatMap((block) =>
      block.kind === 'table' ? [block.table.caption] : [],
    )
    expect(captions.some((caption) => caption.includes('peers'))).toBe(false)
    expect(JSON.stringify(report)).not.toContain('median')
  })

  it('cites a source for every observation that has one, and no year twice', async () => {
    const model = await modelOf('CN-GD', 2019)
    const table = blocksOf(composed(model)).find(
      (block) => block.kind === 'table' && block.table.caption.startsWith('Observations of'),
    )
    if (table?.kind !== 'table') throw new Error('there is no annex')
    const written = table.table.rows.flatMap((row) => row.slice(1, -1).filter((cell) => cell.value != null))
    expect(written.map((cell) => cell.value).toSorted()).toEqual(
      model.observations.flatMap((row) => (row.value === null ? [] : [row.value])).toSorted(),
    )
    expect(table.table.rows.every((row) => row.at(-1)?.text.startsWith('['))).toBe(true)
  })
})

describe('the checksum', () => {
  it('follows the data and not their history', async () => {
    const before = await modelOf('CN-GD', 2019)
    const cell = { region: 'CN-GD', indicator: 'ST01', year: 2019 }
    const value = before.observations.find((row) => row.indicator === 'ST01' && row.year === 2019)?.value ?? 0
    await saveObservations(actor, { kind: 'entry', changes: [{ ...cell, value: 9, expectedVersion: 1 }] })
    const changed = await modelOf('CN-GD', 2019)
    await saveObservations(actor, {
      kind: 'undo',
      changes: [{ ...cell, value, expectedVersion: 2, restoresVersion: 1 }],
    })
    const after = await modelOf('CN-GD', 2019)
    expect(changed.data.hash).not.toBe(before.data.hash)
    expect(after.data.hash).toBe(before.data.hash)
    expect(Number(after.data.version)).toBeGreaterThan(Number(before.data.version))
  })
})

describe('what people enter', () => {
  it('may stand on another level: values and progress, no scores and no ranks', async () => {
    const change = (year: number, value: number) => ({
      region: 'CN',
      indicator: 'ST01',
      year,
      value,
      expectedVersion: 0,
    })
    await saveObservations(actor, { kind: 'entry', changes: [change(2018, 2.14), change(2019, 2.24)] })
    const model = await modelOf('CN', 2019)
    expect(model.isCompared).toBe(false)
    const report = composed(model)
    expect(textsOf(report)[0]).toContain('China stands on another level')
    expect(JSON.stringify(report)).not.toContain('Comparison with other regions')
    expect(writePdf(report, blank(report), madeAt).isUniversal).toBe(true)
  })

  it('may be a milestone: the report has the wording of its level', async () => {
    const milestone = {
      code: 'SMX',
      area: 'SM',
      themeId: null,
      kind: 'milestone' as const,
      nameEn: 'Reform of appraisal',
      nameZh: '评价改革',
      definitionEn: '',
      definitionZh: '',
      unitEn: 'level',
      unitZh: '级',
      decimals: 0,
      direction: 1 as const,
      weight: 1,
      pace: 'linear' as const,
      factor: null,
      origin: null,
      sourceEn: '',
      sourceZh: '',
      hardMin: null,
      hardMax: null,
      plausibleMin: null,
      plausibleMax: null,
      levels: [
        { level: 0, wordingEn: 'not begun', wordingZh: '未启动' },
        { level: 1, wordingEn: 'in force', wordingZh: '已施行' },
      ],
    }
    expect(await createIndicator(actor, milestone)).toMatchObject({ ok: true })
    const changes = [{ region: 'CN-GD', indicator: 'SMX', year: 2019, value: 1, expectedVersion: 0 }]
    expect(await saveObservations(actor, { kind: 'entry', changes })).toMatchObject({ ok: true })
    expect(JSON.stringify(composed(await modelOf('CN-GD', 2019), 'zh'))).toContain('已施行')
  })

  it('is never read as markup, and what no font can show costs the standard and not the report', async () => {
    const region = (await listRegions(actor, {})).find((one) => one.code === 'CN-HE')
    if (!region) throw new Error('there is no Hebei')
    const name = '#panic("x") *Hebei* <script> $x$ @a = \\ "q"'
    const rename = (nameEn: string, version: number) =>
      updateRegion(actor, {
        previousCode: 'CN-HE',
        version,
        code: 'CN-HE',
        gbCode: region.gbCode,
        nutsCode: null,
        nameEn,
        nameZh: region.name.zh,
        level: 'province',
        parent: 'CN',
        group: region.group && { nameEn: region.group.en, nameZh: region.group.zh },
        validFrom: null,
        validTo: null,
      })
    expect(await rename(name, region.version)).toMatchObject({ ok: true })
    const report = composed(await modelOf('CN-HE', 2019))
    const file = writePdf(report, blank(report), madeAt)
    expect(file.isUniversal).toBe(true)
    expect((await readPdf(file.bytes)).text).toContain(name.replaceAll(/\s/g, ''))

    expect(await rename('Hebei \u{10380}', region.version + 1)).toMatchObject({ ok: true })
    const odd = composed(await modelOf('CN-HE', 2019))
    const tagged = writePdf(odd, blank(odd), madeAt)
    expect((await readPdf(tagged.bytes)).isTagged).toBe(true)
    expect((await getWorkspace(actor, {})).region.get('CN-HE')?.name.en).toBe('Hebei \u{10380}')
  })
})
