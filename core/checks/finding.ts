/** error: cannot be right. warning: unlikely to be right. hint: worth a look when there is time. */
export const severities = ['error', 'warning', 'hint'] as const
export type Severity = (typeof severities)[number]

/** What the rules need to know of an indicator. Limits in its unit; null = none. */
export type CheckedIndicator = {
  readonly code: string
  readonly kind: 'numeric' | 'milestone'
  /** levels of a milestone, ascending */
  readonly levels: readonly number[]
  readonly hardMin: number | null
  readonly hardMax: number | null
  readonly plausibleMin: number | null
  readonly plausibleMax: number | null
  /** values set as targets, in the unit of the indicator */
  readonly targets: readonly number[]
}

/** One indicator over regions and years, as every rule on single columns sees it. */
export type CheckColumn = {
  readonly indicator: CheckedIndicator
  readonly regionCount: number
  /** calendar years, ascending */
  readonly years: readonly number[]
  /** region x year in the indicator's unit; NaN = not observed */
  readonly values: Float64Array
  /** region x year, character codes of SDMX statuses; 0 = no observation */
  readonly status: Uint8Array
}

/**
 * Why a cell was found, with its figures. Years are calendar years; values in the indicator's unit. `isLog`: changes are
 * natural logarithms of ratios, else differences.
 */
export type Reason =
  | { readonly rule: 'hard-range'; readonly limit: number; readonly side: -1 | 1 }
  | { readonly rule: 'not-a-level' }
  | {
      readonly rule: 'plausible-range'
      readonly limit: number
      readonly side: -1 | 1
      /** values of the indicator outside the range, of so many */
      readonly outside: number
      readonly of: number
    }
  | {
      readonly rule: 'jump'
      readonly isLog: boolean
      readonly before: number
      readonly beforeYear: number
      readonly change: number
      /** the usual size of such a change (a robust standard deviation), and how many times it this one is */
      readonly usual: number
      readonly times: number
      /** the next value takes the change back: one value stands out; null = the series stays at the new level */
      readonly backYear: number | null
    }
  | {
      readonly rule: 'peer-outlier'
      readonly isLog: boolean
      /** what the region's own position and the year of all regions would lead to */
      readonly expected: number
      readonly usual: number
      readonly times: number
    }
  | { readonly rule: 'copied-forward'; readonly sinceYear: number; readonly share: number }
  | { readonly rule: 'target-heaping'; readonly target: number; readonly count: number; readonly of: number }
  | {
      readonly rule: 'round-heaping'
      readonly by: 'region' | 'year'
      readonly count: number
      readonly of: number
    }
  | {
      readonly rule: 'parts-total'
      readonly relation: 'sum' | 'between'
      /** the sum, or the lowest and the highest, of the regions below */
      readonly low: number
      readonly high: number
      readonly parts: number
      /** years in which the relation holds, of so many */
      readonly holds: number
      readonly of: number
    }
  | {
      readonly rule: 'unit-slip'
      /** the value is 10^power times too large (power < 0: too small) */
      readonly power: number
      readonly expected: number
      readonly isLevel: boolean
    }
  | {
      readonly rule: 'year-shift'
      readonly isLog: boolean
      readonly change: number
      readonly regions: number
    }
  | { readonly rule: 'wrong-sign'; readonly expected: number }
  | { readonly rule: 'swapped'; readonly otherRegion: number; readonly otherValue: number }
  | { readonly rule: 'duplicate'; readonly otherRegion: number; readonly years: number }
  | { readonly rule: 'level-fell'; readonly before: number; readonly beforeYear: number }
  | { readonly rule: 'own'; readonly code: string }

/** The rules that Pentad brings, in the order in which they are told. */
export const builtInRules = [
  'hard-range',
  'not-a-level',
  'unit-slip',
  'wrong-sign',
  'swapped',
  'parts-total',
  'jump',
  'peer-outlier',
  'copied-forward',
  'duplicate',
  'year-shift',
  'target-heaping',
  'round-heaping',
  'plausible-range',
  'level-fell',
] as const

/** A cell that a rule has found, by its places among regions and years. */
export type ColumnFinding = {
  readonly region: number
  readonly year: number
  readonly severity: Severity
  /** how far beyond the limit, without unit and at least 0: larger comes first among equals */
  readonly weight: number
  readonly reason: Reason
}
