import { createTranslator } from 'next-intl'
import { answer } from '@/app/api/answer'
import { type ExplainContext, explain, ruleName } from '@/features/quality/components/explain'
import { listFindings } from '@/features/quality/queries'
import { getWorkspace } from '@/features/scores/queries'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh.json'
import { pick } from '@/lib/bilingual'
import { csvFile } from '@/lib/csv'
import { currentActor } from '@/server/session'

const header = [
  'region',
  'region_name',
  'indicator',
  'indicator_name',
  'year',
  'value',
  'unit',
  'severity',
  'rule',
  'rule_name',
  'explanation',
  'verdict',
  'reason',
  'author',
  'decided_at',
]

/** The findings that the address asks for, one row a reason, in the language it asks for. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, () => findingsFile(new URL(request.url).searchParams))
}

async function findingsFile(query: URLSearchParams): Promise<Response> {
  const actor = await currentActor()
  const [locale, messages] = query.get('lang') === 'zh' ? (['zh', zh] as const) : (['en', en] as const)
  const translator = createTranslator({ locale, messages, namespace: 'quality' })
  // Keys are put together from codes, which no type can follow; the check of messages does.
  const t = translator as unknown as ExplainContext['t']
  const [{ rows, rules }, workspace] = await Promise.all([
    listFindings(actor, { params: Object.fromEntries(query) }),
    getWorkspace(actor, {}),
  ])
  const nameOf = (code: string) => pick(workspace.region.get(code)?.name ?? { en: code, zh: '' }, locale)
  const context = {
    t,
    locale,
    rules,
    regionAt: (place: number) => nameOf(workspace.panel.regions[place] ?? ''),
  }
  const body = rows.flatMap((row) =>
    row.reasons.map(({ rule, severity, reason, decision }) => [
      row.region.code,
      pick(row.region.name, locale),
      row.indicator.code,
      pick(row.indicator.name, locale),
      row.year,
      row.value,
      pick(row.indicator.unit, locale),
      severity,
      rule,
      ruleName(rule, context),
      reason ? explain(reason, row, context) : '',
      decision?.verdict ?? '',
      decision?.reason ?? '',
      decision?.author ?? '',
      decision?.at ?? '',
    ]),
  )
  return new Response(csvFile([header, ...body]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': "attachment; filename*=UTF-8''pentad-checks.csv",
    },
  })
}
