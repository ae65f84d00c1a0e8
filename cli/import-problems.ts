import type { saveObservations, tryObservations } from '@/features/observations/mutations'
import type { ObservationChange } from '@/features/observations/schema'
import type { NamedFile } from './files'
import { CommandError, counted, sentence } from './words'

/** A row of the file and the change it asks for. */
export type ImportRow = { readonly line: number; readonly change: ObservationChange }

/** Why a row cannot be written. */
export type ImportProblem = ImportRow & { readonly words: string }

const mostShown = 20

type Outcome = Awaited<ReturnType<typeof saveObservations>> | Awaited<ReturnType<typeof tryObservations>>
type Failure = Extract<Outcome, { readonly reason: 'rejected' | 'conflict' | 'invalid' }>

/** What was found wrong, by rows of the file. */
export function problemsOf(failure: Failure, rows: readonly ImportRow[]): ImportProblem[] {
  if (failure.reason === 'invalid') {
    return failure.issues.flatMap(({ path }) => {
      const [, position, column = ''] = path.split('.')
      const row = rows[Number(position)]
      return row ? [{ ...row, words: sentence('notAccepted', { column }) }] : []
    })
  }
  const rowOf = new Map(rows.map((row) => [nameOf(row.change), row]))
  const found =
    failure.reason === 'rejected'
      ? failure.problems.map((one) => ({ at: nameOf(one), words: sentence(one.code, one.params) }))
      : failure.conflicts.map((one) => {
          const { author, value } = one.theirs
          return { at: nameOf(one), words: sentence('changedMeanwhile', { author, value: value ?? '–' }) }
        })
  return found.flatMap(({ at, words }) => {
    const row = rowOf.get(at)
    return row ? [{ ...row, words }] : []
  })
}

type Cell = Pick<ObservationChange, 'region' | 'indicator' | 'year'>

const nameOf = ({ region, indicator, year }: Cell) => JSON.stringify([region, indicator, year])

/** The first problems, a line each, and how many there are. */
export function refusedImport({ name: file }: NamedFile, problems: readonly ImportProblem[]): CommandError {
  const lines = problems.slice(0, mostShown).map(({ line, change: { region, indicator, year }, words }) => {
    return sentence('importProblem', { file, line, region, indicator, year, problem: words })
  })
  const more = problems.length - lines.length
  if (more > 0) lines.push(sentence('importMore', { count: counted(more) }))
  lines.push(sentence('importRefused', { file, count: counted(problems.length) }))
  return new CommandError(lines.join('\n'))
}
