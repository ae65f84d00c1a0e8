import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Mark } from './marks'
import type { GridCellData, InputProblem } from './types'

/** What cells say, put together once for all of them: a grid that scrolls asks for it thousands of times. */
export type GridWords = {
  readonly notObserved: string
  readonly problem: (problem: InputProblem, text: string) => string
  /** the sentence about an input that is not stored as it was typed; undefined when there is none */
  readonly message: (mark: Mark | undefined) => string | undefined
  /** what is read aloud after the value: how it stands, what its letter means, what hangs on it */
  readonly spoken: (cell: SpokenCell) => string
  readonly letter: (letter: string) => string
  readonly comments: (count: number) => string
  readonly imputed: string
  readonly locked: string
}

type SpokenCell = {
  readonly state: string
  readonly letter: string | undefined
  readonly data: GridCellData | undefined
  readonly isImputed: boolean
}

const spokenStates = ['saving', 'saved'] as const

export function useGridWords(letterName: ((letter: string) => string) | undefined): GridWords {
  const t = useTranslations('grid')
  return useMemo(() => {
    const problem = (p: InputProblem, text: string) =>
      'message' in p ? p.message : t(`said.reason.${p.code}`, { text })
    const states: Readonly<Record<string, string>> = Object.fromEntries(
      spokenStates.map((state) => [state, t(`state.${state}`)]),
    )
    const conflict = t('state.conflict')
    const unsaved = t('state.unsaved')
    const restored = t('state.restored')
    const locked = t('state.locked')
    const imputed = t('state.imputed')
    const letter = (code: string) => letterName?.(code) ?? code
    const comments = (count: number) => t('comments', { count })
    return {
      notObserved: t('notObserved'),
      imputed,
      locked,
      problem,
      letter,
      comments,
      message: (mark) => {
        if (mark?.state === 'rejected') return problem(mark.problem, mark.text)
        if (mark?.state === 'conflict') return `${mark.message} ${conflict}`
        if (mark?.state === 'unsaved') return mark.message ?? (mark.isRestored ? restored : unsaved)
        return mark?.state === 'warning' ? mark.message : undefined
      },
      spoken: ({ state, letter: code, data, isImputed }) =>
        [
          isImputed ? imputed : '',
          code ? letter(code) : '',
          data?.locked ? (data.lockedReason ?? locked) : (states[state] ?? ''),
          data?.commented ? comments(data.commented) : '',
        ]
          .filter(Boolean)
          .join(', '),
    }
  }, [t, letterName])
}
