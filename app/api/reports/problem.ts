import type { ReportLanguage, ReportRefusal } from '@/features/reports/schema'
import { wordsIn } from './make'

export type ReportProblem = ReportRefusal['reason'] | 'unknownFormat' | 'unknownLanguage' | 'unknownRequest'

const status: Record<ReportProblem, number> = {
  unknownRegion: 404,
  yearWithoutData: 404,
  regionWithoutData: 404,
  unknownFormat: 404,
  unknownLanguage: 400,
  unknownRequest: 400,
}

type Named = { readonly region?: string; readonly year?: string }

export function problemSentence(
  problem: ReportProblem,
  lang: ReportLanguage,
  { region = '', year = '' }: Named,
): string {
  const { t } = wordsIn(lang)
  return t(`export.problem.${problem}`, { region, year })
}

/** Why there is no file, as a sentence that a person reads who followed a link. */
export function problemResponse(problem: ReportProblem, lang: ReportLanguage, named: Named = {}): Response {
  return new Response(`${problemSentence(problem, lang, named)}\n`, {
    status: status[problem],
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-language': lang === 'zh' ? 'zh-CN' : 'en',
    },
  })
}
