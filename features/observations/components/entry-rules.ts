import type { GridChoice } from '@/components/data-grid/types'

/** What the grid needs to know of an indicator to check a value while it is typed. */
export type EntryRules = {
  readonly code: string
  readonly name: string
  readonly decimals: number
  /** empty for a milestone */
  readonly unit: string
  /** colour token of its area */
  readonly token: string
  readonly hardMin: number | null
  readonly hardMax: number | null
  readonly plausibleMin: number | null
  readonly plausibleMax: number | null
  /** allowed levels of a milestone, else null */
  readonly levels: readonly GridChoice[] | null
}

/** A message under `entry.problem` (refused) or `entry.warning` (saved all the same), with its figure or its list. */
export type Judgement =
  | { readonly level: 'error'; readonly code: 'belowHardMin' | 'aboveHardMax'; readonly limit: number }
  | { readonly level: 'error'; readonly code: 'notALevel'; readonly levels: string }
  | { readonly level: 'warning'; readonly code: 'belowPlausible' | 'abovePlausible'; readonly limit: number }

/** What is to be said of a value, or null. The same rules as the server's, which has the last word. */
export function judge(value: number | null, rules: EntryRules): Judgement | null {
  if (value === null) return null
  const { hardMin, hardMax, plausibleMin, plausibleMax, levels } = rules
  if (levels && !levels.some((level) => level.value === value)) {
    return { level: 'error', code: 'notALevel', levels: levels.map((level) => level.value).join(', ') }
  }
  if (hardMin !== null && value < hardMin) return { level: 'error', code: 'belowHardMin', limit: hardMin }
  if (hardMax !== null && value > hardMax) return { level: 'error', code: 'aboveHardMax', limit: hardMax }
  if (plausibleMin !== null && value < plausibleMin) {
    return { level: 'warning', code: 'belowPlausible', limit: plausibleMin }
  }
  if (plausibleMax !== null && value > plausibleMax) {
    return { level: 'warning', code: 'abovePlausible', limit: plausibleMax }
  }
  return null
}
