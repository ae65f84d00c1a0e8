import { answer } from '@/app/api/answer'
import { listIndicators } from '@/features/indicators/queries'
import { listSourcedObservations } from '@/features/observations/queries'
import { listRegions } from '@/features/regions/queries'
import { csvFile } from '@/lib/csv'
import { AppError } from '@/lib/errors'
import { currentActor } from '@/server/session'

type Context = { readonly params: Promise<{ code: string }> }

const header = [
  'region',
  'region_name_en',
  'region_name_zh',
  'indicator',
  'year',
  'value',
  'obs_status',
  'unit_en',
  'unit_zh',
  'source',
  'source_zh',
  'is_sample',
  'note',
]

/** All observations of an indicator, one row a value, unrounded, with status, unit, source and note. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  return answer(request, () => observationsFile(code))
}

async function observationsFile(code: string): Promise<Response> {
  const actor = await currentActor()
  const indicator = (await listIndicators(actor, {})).find((candidate) => candidate.code === code)
  if (!indicator) throw new AppError('notFound')
  const [regions, rows] = await Promise.all([
    listRegions(actor, {}),
    listSourcedObservations(actor, { indicator: code }),
  ])
  const names = new Map(regions.map((region) => [region.code, region.name]))
  const body = rows.map((row) => [
    row.region,
    names.get(row.region)?.en ?? '',
    names.get(row.region)?.zh ?? '',
    row.indicator,
    row.year,
    row.value,
    row.status,
    indicator.unit.en,
    indicator.unit.zh,
    row.sourceEn ?? '',
    row.sourceZh ?? '',
    row.isSample ? 1 : 0,
    row.note ?? '',
  ])
  return new Response(csvFile([header, ...body]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`pentad-${code}.csv`)}`,
    },
  })
}
