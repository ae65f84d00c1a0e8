import { readArguments } from '@/cli/arguments'
import { checkReadable, type NamedFile, namedFile, readText } from '@/cli/files'
import { fileProblemText, fileWarningText, issueText, readProblemText } from '@/cli/import-words'
import { commandLine, withInstallation } from '@/cli/installation'
import { showProgress } from '@/cli/progress'
import { CommandError, counted, listed, refusal, type Sentence, sentence } from '@/cli/words'
import { importObservations as write } from '@/features/bulk/mutations'
import type { ImportFates } from '@/features/bulk/schema'
import { rememberReading } from '@/features/imports/mutations'
import { importSettingsSchema, readCandidates } from '@/features/imports/queries'
import { encodings, fateOfProblem, type ImportSettings, type ReadResult } from '@/features/imports/schema'
import { vintages } from '@/features/observations/schema'

const mostShown = 20

/** A value that is not taken: where it stands (from 1; column 0 = the row as a whole) and why. */
type Problem = {
  readonly row: number
  readonly column: number
  readonly code: string
  readonly message: string
  /** whose value it is, as far as that is known */
  readonly of?: { readonly region: string; readonly indicator: string; readonly year: number | null }
}

type Report = {
  readonly reading: ReadResult
  readonly counts: {
    readonly new: number
    readonly changed: number
    readonly unchanged: number
    readonly rejected: number
  }
  readonly problems: readonly Problem[]
}

type Wishes = { readonly isTrial: boolean; readonly partial: boolean }

/** `pentad import FILE`: observations of a file into the database, as the page of imports does it. */
export async function importObservations(args: readonly string[], from: string): Promise<void> {
  const { positionals, flags, values } = readArguments(args, {
    verb: 'import',
    flags: ['dry-run', 'json', 'partial'],
    values: ['sheet', 'range', 'encoding', 'settings', 'vintage'],
    positionals: ['FILE'],
  })
  const file = namedFile(positionals[0] ?? '', from)
  const wishes = { isTrial: flags.has('dry-run'), partial: flags.has('partial') }
  const isJson = flags.has('json')
  try {
    const settings = settingsOf(values, from)
    checkReadable(file)
    const report = await withInstallation(() => importFile(file, settings, wishes))
    showProgress(null)
    if (isJson) await writeJson(report)
    else tell(file, report, wishes)
    if (report.counts.rejected > 0 && !wishes.partial) throw refusedImport(file, report, isJson)
  } catch (error) {
    const isSaid = error instanceof Refused
    if (isJson && error instanceof CommandError && !isSaid)
      process.stdout.write(`${JSON.stringify({ error: { code: error.code, message: error.message } })}\n`)
    throw error
  }
}

/** What is wrong stands in the report already. */
class Refused extends CommandError {}

function oneOf<T extends string>(
  text: string | undefined,
  known: readonly T[],
  key: Sentence,
): T | undefined {
  if (text === undefined) return undefined
  const found = known.find((one) => one === text.toLowerCase())
  if (!found) throw refusal(key, { text, known: known.join(', ') })
  return found
}

function settingsOf(values: ReadonlyMap<string, string>, from: string): ImportSettings {
  const name = values.get('settings')
  const given = name === undefined ? {} : readSettings(namedFile(name, from))
  const sheet = values.get('sheet')
  const range = values.get('range')
  const encoding = oneOf(values.get('encoding'), encodings, 'encodingUnknown')
  const vintage = oneOf(values.get('vintage'), vintages, 'vintageUnknown')
  return {
    ...given,
    file: { ...given.file, ...(sheet && { sheet }), ...(range && { range }), ...(encoding && { encoding }) },
    ...(vintage && { vintage }),
  }
}

function readSettings(file: NamedFile): ImportSettings {
  const parsed = importSettingsSchema.safeParse(parseJson(file))
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.join('.') || '{}'
  throw refusal('settingsInvalid', { file: file.name, path })
}

function parseJson(file: NamedFile): unknown {
  try {
    return JSON.parse(readText(file))
  } catch (error) {
    if (error instanceof SyntaxError) throw refusal('settingsNotJson', { file: file.name })
    throw error
  }
}

async function importFile(file: NamedFile, settings: ImportSettings, wishes: Wishes): Promise<Report> {
  const read = await readCandidates(commandLine, {
    path: file.path,
    fileName: file.name,
    settings,
    onProgress: (rows) => showProgress('reading', { file: file.name, rows: counted(rows) }),
  })
  if (!read.ok) throw new CommandError(fileProblemText(read.problem), read.problem.code)
  const reading = read.value
  const { candidates, newRegions, newIndicators } = reading
  const unread = reading.problems.filter(({ code }) => fateOfProblem(code) === 'rejected')
  const input = {
    candidates,
    newRegions: [...newRegions],
    newIndicators: [...newIndicators],
    fileName: file.name.slice(-255),
    reason: settings.reason,
    vintage: settings.vintage,
    source: settings.source,
    partial: wishes.partial,
    // What could not be read is rejected as well: without --partial nothing of the rest is written either.
    isTrial: wishes.isTrial || (unread.length > 0 && !wishes.partial),
    onProgress: (done: number, total: number) =>
      showProgress('importing', { file: file.name, done: counted(done), total: counted(total) }),
  }
  const outcome = await write(commandLine, input)
  if (outcome.ok) {
    await rememberReading(commandLine, reading, settings)
    return reportOf(reading, unread, outcome.value.fates)
  }
  if (outcome.reason === 'notAddable') throw refusal('notAddable', { codes: listed(outcome.codes) })
  if (outcome.reason === 'invalid') throw new RangeError(`not accepted: ${outcome.issues[0]?.path}`)
  if (outcome.reason === 'conflict')
    throw refusal('importConflict', { count: counted(outcome.fates.counts.conflict) })
  return reportOf(reading, unread, outcome.fates)
}

function reportOf(reading: ReadResult, unread: ReadResult['problems'], fates: ImportFates): Report {
  const { candidates: c, inspection } = reading
  const problems: Problem[] = unread.map((problem) => {
    const { row, column, code, region, indicator, year } = problem
    const message = readProblemText(problem, inspection)
    const isKnown = region !== undefined && indicator !== undefined
    return { row, column, code, message, ...(isKnown && { of: { region, indicator, year: year ?? null } }) }
  })
  for (let i = 0; i < c.length; i++) {
    const issue = fates.issueOf(i)
    if (!issue) continue
    problems.push({
      row: c.row[i] as number,
      column: c.column[i] as number,
      code: issue.code,
      message: issueText(issue),
      of: {
        region: c.regions[c.region[i] as number] ?? '',
        indicator: c.indicators[c.indicator[i] as number] ?? '',
        year: c.year[i] as number,
      },
    })
  }
  problems.sort((a, b) => a.row - b.row || a.column - b.column)
  const { counts } = fates
  return {
    reading,
    problems,
    counts: {
      ...counts,
      unchanged: counts.unchanged + reading.problems.length - unread.length,
      rejected: counts.rejected + unread.length,
    },
  }
}

/** One object on standard output, and nothing else. */
async function writeJson({ reading, counts, problems }: Report): Promise<void> {
  const { inspection, rows } = reading
  const head = {
    layout: inspection.layout.layout,
    encoding: inspection.encoding,
    rows,
    new: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    rejected: counts.rejected,
  }
  const text = problems.map(({ row, column, code, message }) =>
    JSON.stringify({ row, column, code, message }),
  )
  process.stdout.write(`${JSON.stringify(head).slice(0, -1)},"problems":[${text.join(',')}]}\n`)
}

function tell(file: NamedFile, { reading, counts }: Report, { isTrial, partial }: Wishes): void {
  for (const warning of reading.inspection.warnings)
    process.stderr.write(
      `${sentence('importWarning', { file: file.name, warning: fileWarningText(warning) })}\n`,
    )
  if (counts.rejected > 0 && !partial) return
  const words = {
    file: file.name,
    added: counted(counts.new),
    changed: counted(counts.changed),
    same: counted(counts.unchanged),
    rejected: counted(counts.rejected),
  }
  const key = isTrial ? 'importTried' : counts.rejected > 0 ? 'importedPartly' : 'imported'
  process.stdout.write(`${sentence(key, words)}\n`)
}

/** The first problems, a line each, and how many there are. */
function refusedImport(
  file: NamedFile,
  { problems, reading, counts }: Report,
  isJson: boolean,
): CommandError {
  const last = sentence('importRefused', { file: file.name, count: counted(counts.rejected) })
  if (isJson) return new Refused(last)
  const isText = reading.inspection.kind === 'text'
  const keys = isText
    ? (['importProblem', 'importProblemAt'] as const)
    : (['importProblemInSheet', 'importProblemAtRow'] as const)
  const lines = problems.slice(0, mostShown).map(({ row, message: problem, of }) => {
    const at = { file: file.name, row, problem }
    return of ? sentence(keys[0], { ...at, ...of, year: of.year ?? '–' }) : sentence(keys[1], at)
  })
  const more = problems.length - lines.length
  return new Refused(
    [...lines, ...(more > 0 ? [sentence('importMore', { count: counted(more) })] : []), last].join('\n'),
  )
}
