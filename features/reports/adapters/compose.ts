import { formatDateTime } from '@/lib/format'
import type { ReportModel } from '../schema'
import { indicatorBlocks, observationBlocks } from './annex'
import { areaBlocks, hallmarkBlocks, peerBlocks, summaryBlocks } from './chapters'
import type { Block, ReportDocument } from './document'
import { methodBlocks } from './method'
import type { Words } from './words'

const letters = ['A', 'B', 'C'] as const

function factsOf(model: ReportModel, { t, name, list, locale, number }: Words, madeAt: Date) {
  const { data, region, peers, compared } = model
  const codes = region.gbCode ? t('report.fact.codes', { code: region.code, gb: region.gbCode }) : region.code
  const facts: [string, string][] = [
    ['region', t('report.fact.regionText', { region: name(region.name), codes })],
    ['year', String(model.year)],
    ['compared', t('report.fact.comparedText', { count: compared.length })],
    ['peers', peers.length > 0 ? list(peers.map((peer) => name(peer.name))) : t('report.fact.noPeers')],
    [
      'made',
      t('report.fact.madeText', { at: formatDateTime(madeAt.toISOString(), { locale, timeZone: 'UTC' }) }),
    ],
    [
      'data',
      t('report.fact.dataText', {
        version: data.version,
        observations: number(data.observations, 0),
        first: String(data.firstYear),
        last: String(data.lastYear),
      }),
    ],
    ['hash', data.hash.slice(0, 16)],
  ]
  return facts.map(([key, text]) => ({ label: t(`report.fact.${key}`), text }))
}

/** The chapters in order, each with its title, its colour and what stands in it. */
function chaptersOf(model: ReportModel, words: Words): { title: string; token?: string; blocks: Block[] }[] {
  const { t, name } = words
  return [
    { title: t('report.heading.summary'), blocks: summaryBlocks(model, words) },
    ...(model.hallmark
      ? [
          {
            title: t('report.heading.hallmark'),
            token: '--area-pr',
            blocks: hallmarkBlocks(model.hallmark, model, words),
          },
        ]
      : []),
    ...model.areas.map((chapter) => ({
      title: name(chapter.area.name),
      token: `--area-${chapter.area.code.toLowerCase()}`,
      blocks: areaBlocks(chapter, model, words),
    })),
    ...(model.isCompared ? [{ title: t('report.heading.peers'), blocks: peerBlocks(model, words) }] : []),
    { title: t('report.heading.method'), blocks: methodBlocks(model, words) },
  ]
}

/**
 * The report as blocks in one language.
 *
 * @param madeAt the date printed on the cover; everything else follows from the model alone
 */
export function composeReport(model: ReportModel, words: Words, madeAt: Date): ReportDocument {
  const { t, name, locale } = words
  const params = { region: name(model.region.name), year: String(model.year) }
  const chapters = chaptersOf(model, words).flatMap(({ title, token, blocks }, i): Block[] => [
    {
      kind: 'heading',
      level: 1,
      text: t('report.heading.chapter', { number: i + 1, title }),
      ...(token ? { token } : {}),
    },
    ...blocks,
  ])
  const annexes = [
    { title: t('report.heading.observations'), blocks: observationBlocks(model, words) },
    { title: t('report.heading.indicators'), blocks: indicatorBlocks(model, words) },
  ].flatMap(({ title, blocks }, i): Block[] => [
    { kind: 'heading', level: 1, text: t('report.heading.annex', { letter: letters[i] ?? '', title }) },
    ...blocks,
  ])
  return {
    locale,
    title: t('report.title', params),
    subtitle: t('report.subtitle'),
    author: t('shell.name'),
    keywords: [
      name(model.region.name),
      String(model.year),
      ...model.areas.map(({ area }) => name(area.name)),
    ],
    label: model.data.isSample ? { short: t('report.label.short'), full: t('report.label.full') } : null,
    facts: factsOf(model, words, madeAt),
    contentsTitle: t('report.heading.contents'),
    contentsHint: t('report.contentsHint'),
    running: {
      head: t('report.title', params),
      foot: t('report.running', { version: model.data.version, hash: model.data.hash.slice(0, 16) }),
      pages: t('report.pages', { page: '{page}', pages: '{pages}' }),
    },
    parts: [
      { isLandscape: false, blocks: chapters },
      { isLandscape: true, blocks: annexes },
    ],
  }
}

/** The name of the file in its language, without its ending. */
export function fileNameOf(model: ReportModel, { t, name }: Words): string {
  const text = t('report.fileName', { region: name(model.region.name), year: String(model.year) })
  return text.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
}
