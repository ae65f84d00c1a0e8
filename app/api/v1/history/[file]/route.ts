import { answer } from '@/app/api/answer'
import { readLedger } from '@/features/history/queries'
import { type LedgerLine, parseCells, parseLedger } from '@/features/history/schema'
import { listPast } from '@/features/lookback/queries'
import { askedMoment, text, zoneOf } from '@/features/lookback/schema'
import { listDifference } from '@/features/revisions/queries'
import { type ChangedCell, changeKinds } from '@/features/revisions/schema'
import { csvCell } from '@/lib/csv'
import { AppError } from '@/lib/errors'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'

type Context = { readonly params: Promise<{ file: string }> }
type Cell = string | number | null
type Rows = AsyncIterable<readonly (readonly Cell[])[]>

/**
 * The past as files: `ledger.csv` (every change that fits the search), `as-of.csv` (the data of a moment) and
 * `difference.csv` (what is not the same at two). Numbers in full, times in UTC; the parameters are those of the pages.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { file } = await params
  const search: SearchParams = Object.fromEntries(new URL(request.url).searchParams)
  return answer(request, async () => {
    switch (file) {
      case 'ledger.csv':
        return asFile(file, ledgerHeader, await ledgerRows(search))
      case 'as-of.csv':
        return asFile(file, pastHeader, await pastRows(search))
      case 'difference.csv':
        return asFile(file, differenceHeader, await differenceRows(search))
      default:
        throw new AppError('notFound')
    }
  })
}

const ledgerHeader = [
  ...['change', 'time_utc', 'kind', 'vintage', 'author', 'file', 'reason', 'takes_back'],
  ...[
    'region',
    'indicator',
    'year',
    'version',
    'value_before',
    'status_before',
    'source_before',
    'note_before',
  ],
  ...['value', 'obs_status', 'source', 'note'],
]

const ledgerRow = ({ before, after, ...line }: LedgerLine): Cell[] => [
  ...[line.id, line.at, line.kind, line.vintage, line.author, line.fileName, line.reason, line.undoes],
  ...[line.region, line.indicator, line.year, line.version],
  ...(before ? [before.value, before.status, before.source, before.note] : [null, null, null, null]),
  ...[after.value, after.status, after.source, after.note],
]

/** Who may not read it is told so before the headers leave. */
async function ledgerRows(search: SearchParams): Promise<Rows> {
  const lines = await readLedger(await currentActor(), parseLedger(search, zoneOf(search)))
  return (async function* () {
    for await (const some of lines) yield some.map(ledgerRow)
  })()
}

const pastHeader = ['region', 'indicator', 'year', 'value', 'obs_status', 'note', 'version']

async function pastRows(search: SearchParams): Promise<Rows> {
  const { moment } = askedMoment(search, 'at', zoneOf(search))
  if (!moment) throw new AppError('badRequest')
  const cells = await listPast(await currentActor(), { moment, filter: parseCells(search) })
  if (!cells) throw new AppError('notFound')
  return atOnce(
    cells.map((cell) => [
      ...[cell.region, cell.indicator, cell.year],
      ...[cell.value, cell.status, cell.note, cell.version],
    ]),
  )
}

const differenceHeader = [
  ...[
    'region',
    'indicator',
    'year',
    'change',
    'value_before',
    'status_before',
    'source_before',
    'note_before',
  ],
  ...['value_after', 'status_after', 'source_after', 'note_after'],
]

async function differenceRows(search: SearchParams): Promise<Rows> {
  const zone = zoneOf(search)
  const from = askedMoment(search, 'from', zone)
  const to = askedMoment(search, 'to', zone)
  if (!from.moment || to.isUnclear) throw new AppError('badRequest')
  const kind = changeKinds.find((one) => one === text(search, 'kind')) ?? null
  const cells = await listDifference(await currentActor(), {
    from: from.moment,
    to: to.moment ?? { kind: 'now' },
    filter: { ...parseCells(search), kind },
  })
  if (!cells) throw new AppError('notFound')
  return changedRows(cells)
}

async function* changedRows(cells: AsyncIterable<readonly ChangedCell[]>): Rows {
  for await (const some of cells) {
    yield some.map(({ region, indicator, year, kind: change, before, after }) => [
      ...[region, indicator, year, change],
      ...(before ? [before.value, before.status, before.source, before.note] : [null, null, null, null]),
      ...[after.value, after.status, after.source, after.note],
    ])
  }
}

async function* atOnce(rows: readonly (readonly Cell[])[]): Rows {
  yield rows
}

/** A CSV file that is written while it is read, so that a long history needs no memory. */
function asFile(name: string, header: readonly string[], rows: Rows): Response {
  const written = async function* () {
    yield `\uFEFF${header.join(',')}\r\n`
    for await (const some of rows) yield some.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
  }
  const lines = written()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await lines.return()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="pentad-${name}"`,
    },
  })
}
