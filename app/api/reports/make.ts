import { createTranslator } from 'next-intl'
import { composeBook } from '@/features/reports/adapters/book'
import { composeReport, fileNameOf } from '@/features/reports/adapters/compose'
import type { ReportDocument } from '@/features/reports/adapters/document'
import { writeDocx } from '@/features/reports/adapters/docx'
import { writePdf } from '@/features/reports/adapters/typst'
import { type Translate, type Words, wordsOf } from '@/features/reports/adapters/words'
import { writeXlsx } from '@/features/reports/adapters/xlsx'
import { getReport } from '@/features/reports/queries'
import type {
  ReportLanguage,
  ReportModel,
  ReportRefusal,
  ReportRequest,
  ReportStage,
} from '@/features/reports/schema'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh.json'
import { type Ok, ok } from '@/lib/result'
import { parseCodes } from '@/lib/selection'
import type { Actor } from '@/server/session'
import { drawFigures } from './draw'
import { findMade, keepMade, type MadeFile } from './made-files'

type OnStage = (stage: ReportStage, done: number, total: number) => Promise<void>

/** The translator of a language: files are made outside a page, so that there is no page's language to follow. */
export function wordsIn(lang: ReportLanguage): Words {
  const translator = createTranslator({ locale: lang, messages: lang === 'zh' ? zh : en, timeZone: 'UTC' })
  // Keys are put together from codes, which no type can follow; the check of messages and the tests do.
  return wordsOf(lang, translator as unknown as Translate)
}

/**
 * Makes the file of a report, or finds the one made from the same data.
 *
 * @param onStage is told where the making stands; what it throws ends the making
 */
export async function makeReport(
  actor: Actor,
  asked: ReportRequest,
  onStage: OnStage,
): Promise<Ok<MadeFile> | ReportRefusal> {
  const { region, year, lang, format } = asked
  const peers = asked.peers === undefined ? null : parseCodes(asked.peers)
  await onStage('data', 0, 1)
  const outcome = await getReport(actor, {
    region,
    year,
    peers,
    annex: format === 'xlsx' ? 'all' : 'region',
  })
  if (!outcome.ok) return outcome
  const model = outcome.value
  const codes = model.peers.map((peer) => peer.code)
  const key = JSON.stringify([model.data.version, model.data.hash, region, year, codes, lang, format])
  const made = findMade(key)
  if (made) return ok(made)
  await onStage('words', 0, 1)
  const words = wordsIn(lang)
  const madeAt = new Date()
  const report = composeReport(model, words, madeAt)
  const written = await writeFile(model, report, { words, format, madeAt }, onStage)
  const file = { name: `${fileNameOf(model, words)}.${format}`, ...written }
  keepMade(key, file)
  return ok(file)
}

type Writing = { readonly words: Words; readonly format: ReportRequest['format']; readonly madeAt: Date }

async function writeFile(
  model: ReportModel,
  report: ReportDocument,
  { words, format, madeAt }: Writing,
  onStage: OnStage,
): Promise<Omit<MadeFile, 'name'>> {
  if (format === 'xlsx') {
    await onStage('file', 0, 1)
    return { bytes: await writeXlsx(composeBook(model, report, words)), isUniversal: true }
  }
  const figures = await drawFigures(report, (done, total) => onStage('charts', done, total))
  await onStage('file', 0, 1)
  if (format === 'docx') return { bytes: await writeDocx(report, figures), isUniversal: true }
  const { bytes, isUniversal } = writePdf(report, figures, madeAt)
  return { bytes, isUniversal }
}
