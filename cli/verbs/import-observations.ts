import { readArguments } from '@/cli/arguments'
import { type NamedFile, namedFile, wrongAt } from '@/cli/files'
import { type ImportProblem, type ImportRow, problemsOf, refusedImport } from '@/cli/import-problems'
import { commandLine, withInstallation } from '@/cli/installation'
import { showProgress } from '@/cli/progress'
import { type Row, readTable } from '@/cli/read-table'
import { counted, sentence } from '@/cli/words'
import { saveObservations, tryObservations } from '@/features/observations/mutations'
import { listGridCells } from '@/features/observations/queries'
import type { CellKey, SavedCell } from '@/features/observations/schema'
import { obsStatusCodes } from '@/lib/obs-status'

const header = {
  needed: ['region', 'indicator', 'year', 'value'],
  optional: ['status', 'source', 'note'],
}
/** What one transaction takes. */
const mostChanges = 50_000

/** `pentad import FILE`: observations of a file into the database. */
export async function importObservations(args: readonly string[], from: string): Promise<void> {
  const { positionals, flags } = readArguments(args, {
    verb: 'import',
    flags: ['dry-run'],
    positionals: ['FILE'],
  })
  const file = namedFile(positionals[0] ?? '', from)
  const entries = await readEntries(file)
  const isTrial = flags.has('dry-run')
  const counts = await withInstallation(() => importEntries(file, entries, isTrial))
  showProgress(null)
  const words = { added: counted(counts.added), changed: counted(counts.changed), same: counted(counts.same) }
  process.stdout.write(`${sentence(isTrial ? 'importTried' : 'imported', { file: file.name, ...words })}\n`)
}

/** Text as it was before an export made it safe for spreadsheets. */
const plain = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, '')

async function readEntries(file: NamedFile): Promise<ImportRow[]> {
  const entries: ImportRow[] = []
  const given = (row: Row, column: string) => plain(row.text(column)) || undefined
  await readTable(file, header, (row) => {
    const { line } = row
    const text = given(row, 'status')
    const status = obsStatusCodes.find((code) => code === text)
    if (text !== undefined && !status) {
      throw wrongAt({ file, line, column: 'status' }, 'statusUnknown', {
        text,
        known: obsStatusCodes.join(', '),
      })
    }
    const change = {
      region: plain(row.code('region')),
      indicator: plain(row.code('indicator')),
      year: row.year('year'),
      value: row.number('value'),
      status,
      source: given(row, 'source'),
      note: given(row, 'note'),
      expectedVersion: 0,
    }
    entries.push({ line, change })
  })
  return entries
}

type Counts = { readonly added: number; readonly changed: number; readonly same: number }

/** Looks at all rows first and writes them then, 50,000 a transaction. */
async function importEntries(
  file: NamedFile,
  entries: readonly ImportRow[],
  isTrial: boolean,
): Promise<Counts> {
  checkTwice(file, entries)
  const versions = await storedVersions()
  const current = entries.map(({ line, change }) => {
    return { line, change: { ...change, expectedVersion: versions.get(keyOf(change)) ?? 0 } }
  })
  const parts = Array.from({ length: Math.ceil(current.length / mostChanges) }, (_, p) =>
    current.slice(p * mostChanges, (p + 1) * mostChanges),
  )
  const cells: SavedCell[] = []
  const problems: ImportProblem[] = []
  for (const part of parts) {
    const outcome = await tryObservations(commandLine, inputOf(file, part))
    if (outcome.ok) continue
    if (outcome.reason === 'trial') cells.push(...outcome.cells)
    else problems.push(...problemsOf(outcome, part))
  }
  if (problems.length > 0) throw refusedImport(file, problems)
  let done = 0
  for (const part of isTrial ? [] : parts) {
    showProgress('importing', { file: file.name, done: counted(done), total: counted(current.length) })
    const outcome = await saveObservations(commandLine, inputOf(file, part))
    if (!outcome.ok) {
      if (done > 0) process.stderr.write(`${sentence('importPartly', { done, total: current.length })}\n`)
      throw refusedImport(file, problemsOf(outcome, part))
    }
    done += part.length
  }
  return countsOf(current, cells)
}

const keyOf = ({ region, indicator, year }: CellKey) => JSON.stringify([region, indicator, year])

function checkTwice(file: NamedFile, entries: readonly ImportRow[]): void {
  const lines = new Map<string, number>()
  for (const { line, change } of entries) {
    const key = keyOf(change)
    const before = lines.get(key)
    if (before !== undefined) {
      const { region, indicator, year } = change
      throw wrongAt({ file, line, column: 'value' }, 'valueTwice', { region, indicator, year, before })
    }
    lines.set(key, line)
  }
}

async function storedVersions(): Promise<ReadonlyMap<string, number>> {
  const cells = await listGridCells(commandLine, {})
  return new Map(cells.map((cell) => [keyOf(cell), cell.version]))
}

function inputOf(file: NamedFile, part: readonly ImportRow[]) {
  return { kind: 'import' as const, reason: file.name, changes: part.map(({ change }) => change) }
}

function countsOf(entries: readonly ImportRow[], cells: readonly SavedCell[]): Counts {
  let added = 0
  let changed = 0
  entries.forEach(({ change }, e) => {
    const isWritten = (cells[e]?.version ?? 0) > change.expectedVersion
    if (isWritten && change.expectedVersion === 0) added++
    else if (isWritten) changed++
  })
  return { added, changed, same: entries.length - added - changed }
}
