import { useTranslations } from 'next-intl'
import type { InputProblem } from './types'

/** The sentence that says why an input was not taken. */
export function useProblemText(): (problem: InputProblem, text: string) => string {
  const t = useTranslations('grid.said.reason')
  return (problem, text) => ('message' in problem ? problem.message : t(problem.code, { text }))
}
