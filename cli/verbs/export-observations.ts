import { readArguments } from '@/cli/arguments'
import { namedFile } from '@/cli/files'
import { commandLine, withInstallation } from '@/cli/installation'
import { counted, listed, refusal, sentence } from '@/cli/words'
import { writeWhole } from '@/cli/write-whole'
import { listSourcedObservations } from '@/features/observations/queries'
import { csvFile } from '@/lib/csv'

const columns = ['region', 'indicator', 'year', 'value', 'status', 'source', 'note']

/** `pentad export`: observations as CSV, in display order, that `pentad import` and `pentad index` read. */
export async function exportObservations(args: readonly string[], from: string): Promise<void> {
  const { values } = readArguments(args, { verb: 'export', values: ['region', 'indicator', 'out'] })
  const wanted = { region: values.get('region'), indicator: values.get('indicator') }
  const rows = await withInstallation(() => listSourcedObservations(commandLine, wanted))
  if (rows.length === 0) {
    const codes = [wanted.region, wanted.indicator].flatMap((code) => code ?? [])
    throw codes.length > 0 ? refusal('noObservationsOf', { codes: listed(codes) }) : refusal('noObservations')
  }
  const text = csvFile([
    columns,
    ...rows.map((row) => [
      row.region,
      row.indicator,
      row.year,
      row.value,
      row.status,
      row.sourceEn,
      row.note,
    ]),
  ])
  const out = values.get('out')
  if (out === undefined) {
    process.stdout.write(text)
    return
  }
  const file = namedFile(out, from)
  writeWhole(file, text)
  process.stdout.write(`${sentence('exported', { count: counted(rows.length), file: file.name })}\n`)
}
