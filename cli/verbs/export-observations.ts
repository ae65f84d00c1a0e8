import { once } from 'node:events'
import { sheetWords } from '@/app/api/exports/sheet-words'
import { readArguments } from '@/cli/arguments'
import { namedFile } from '@/cli/files'
import { commandLine, withInstallation } from '@/cli/installation'
import { showProgress } from '@/cli/progress'
import { counted, language, listed, misuse, refusal, sentence } from '@/cli/words'
import { makeWhole } from '@/cli/write-whole'
import { countExport, readExport, writeExport } from '@/features/exports/queries'
import {
  type ExportFormat,
  exportFormats,
  formatFacts,
  mostSheetRows,
  type Selection,
  selectionSchema,
} from '@/features/exports/schema'

/** `pentad export`: observations as a file that `pentad import` reads back to the same. */
export async function exportObservations(args: readonly string[], from: string): Promise<void> {
  const { values } = readArguments(args, {
    verb: 'export',
    values: ['region', 'indicator', 'from', 'to', 'status', 'format', 'lang', 'out'],
  })
  const out = values.get('out')
  const format = formatOf(values.get('format'), out)
  if (format === 'xlsx' && out === undefined) throw misuse('xlsxNeedsFile')
  const lang = values.get('lang') ?? language
  if (lang !== 'en' && lang !== 'zh') throw misuse('reportLanguage', { text: lang })
  const selection = selectionOf(values)
  const input = { ...selection, format, words: sheetWords(lang) }
  await withInstallation(async () => {
    const count = await countExport(commandLine, selection)
    if (count === 0) {
      const codes = [...selection.regions, ...selection.indicators]
      throw codes.length > 0
        ? refusal('noObservationsOf', { codes: listed(codes) })
        : refusal('noObservations')
    }
    if (format === 'xlsx' && count > mostSheetRows)
      throw refusal('exportTooLarge', { most: counted(mostSheetRows) })
    showProgress('exporting')
    if (out === undefined) {
      const made = await readExport(commandLine, input)
      if (made) await print(made.stream)
      return
    }
    const file = namedFile(out, from)
    const written = await makeWhole(file, (path) => writeExport(commandLine, { ...input, path }))
    showProgress(null)
    process.stdout.write(`${sentence('exported', { count: counted(written), file: file.name })}\n`)
  })
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}

/** Writes a text to standard output no faster than it is read there. */
async function print(stream: ReadableStream<Uint8Array>): Promise<void> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for await (const bytes of chunksOf(stream)) {
    if (!process.stdout.write(decoder.decode(bytes, { stream: true }))) await once(process.stdout, 'drain')
  }
}

/** The format that is asked for, or that the name of the file says; CSV when nothing does. */
function formatOf(text: string | undefined, out: string | undefined): ExportFormat {
  if (text !== undefined) {
    const known = exportFormats.find((one) => one === text.toLowerCase())
    if (!known) throw misuse('exportFormat', { text, known: exportFormats.join(', ') })
    return known
  }
  const name = out?.toLowerCase() ?? ''
  const [longest] = exportFormats
    .filter((one) => name.endsWith(formatFacts[one].ending))
    .sort((a, b) => formatFacts[b].ending.length - formatFacts[a].ending.length)
  return longest ?? 'csv'
}

function selectionOf(values: ReadonlyMap<string, string>): Selection {
  const codes = (name: string) => values.get(name)?.split(',').filter(Boolean) ?? []
  const year = (name: string) => {
    const text = values.get(name)
    if (text !== undefined && !/^(19|20|21)\d\d$|^2200$/.test(text)) throw misuse('notAYear', { text })
    return text === undefined ? undefined : Number(text)
  }
  const parsed = selectionSchema.safeParse({
    regions: codes('region'),
    indicators: codes('indicator'),
    statuses: codes('status'),
    from: year('from'),
    to: year('to'),
  })
  if (parsed.success) return parsed.data
  const [field = 'regions'] = parsed.error.issues[0]?.path ?? []
  throw misuse('notAccepted', { column: `--${String(field).replace(/(?<=s)es$|s$/, '')}` })
}
