import type { IndicatorInfo } from '@/features/indicators/schema'
import type { Candidates, RowFate } from '@/features/observations/schema'
import type { RegionInfo } from '@/features/regions/schema'

/** Bytes of the largest file that may be brought: what can be uploaded can be read. */
export const largestFile = 512_000_000

/** How a file is written. */
export type FileKind = 'text' | 'xlsx' | 'json-stat'
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]
export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/**
 * A cell as the file holds it: a text, a number where the file itself says it is one (XLSX, JSON-stat), or null for
 * an empty one. A date that stands for a year is that year.
 */
export type RawCell = string | number | null

/** `row` counts from 1 as the program shows it that made the file: lines of a text file, rows of a sheet. */
export type RawRow = { readonly row: number; readonly cells: readonly RawCell[] }

export type SheetInfo = { readonly name: string; readonly rows: number; readonly columns: number }

/** Why a file cannot be read, or not to its end. The code names a message under `imports.file`. */
export type FileProblem = {
  readonly code:
    | 'empty'
    | 'tooLarge'
    | 'tooManyRows'
    | 'tooManyColumns'
    | 'cellTooLong'
    | 'rowTooLong'
    | 'zipBomb'
    | 'password'
    | 'oldExcel'
    | 'notAFile'
    | 'damaged'
    | 'wrongEncoding'
    | 'binary'
    | 'badQuote'
    | 'fixedWidth'
    | 'badJson'
    | 'noSuchSheet'
    | 'badRange'
  readonly params?: Readonly<Record<string, string | number>>
}

/** What is worth saying of a file that is read all the same. The code names a message under `imports.warning`. */
export type FileWarning = {
  readonly code:
    | 'macros'
    | 'externalLinks'
    | 'formulas'
    | 'formulasWithoutValue'
    | 'hiddenSheets'
    | 'hiddenRows'
    | 'hiddenColumns'
    | 'nulBytes'
    | 'raggedRows'
  readonly params?: Readonly<Record<string, string | number>>
}

/** What a person may say about how the file is read; what is left out is detected. */
export type FileChoice = {
  readonly encoding?: Encoding
  readonly separator?: Separator
  readonly sheet?: string
  /** as in a spreadsheet: A3:H40 */
  readonly range?: string
}

export const layouts = [
  'long',
  'years-across',
  'indicators-across',
  'regions-across',
  'sdmx-csv',
  'world-bank',
  'eurostat',
  'owid',
  'bureau',
  'json-stat',
  'pack',
] as const
export type Layout = (typeof layouts)[number]

/**
 * What a column says. `value` holds figures; with years, indicators or regions across there are several of them.
 * Several columns may be of the region or of the indicator: its code, its names; where they do not name one thing
 * twice, indicator columns together name it (item, sex, age). `multiplier` is a power of ten of the unit, `action` what
 * SDMX-CSV 2.0 wants done with the row.
 */
export const roles = [
  'region',
  'regionParent',
  'indicator',
  'unit',
  'multiplier',
  'year',
  'value',
  'status',
  'source',
  'note',
  'action',
  'ignore',
] as const
export type Role = (typeof roles)[number]

/** Where things stand in a table. Detected, shown, and corrected by the person. */
export type LayoutChoice = {
  readonly layout: Layout
  /** rows of the file (from 1) that are the header; merged headers take several */
  readonly headerRows: readonly number[]
  /** the last row of figures, footnotes stand below; null = the end of the file */
  readonly lastRow: number | null
  /** by column, from 0; none = to be detected under this layout and these header rows */
  readonly columns: readonly { readonly role: Role; readonly title: string }[]
  /** what the whole table is of, where no column says it: a name or code as it would stand in a cell */
  readonly constant: {
    readonly region?: string
    readonly indicator?: string
    readonly unit?: string
    readonly year?: number
  }
}

/** What a name in the file stands for: a code of ours, nothing, or something new. */
export type Match =
  | { readonly to: 'code'; readonly code: string }
  | { readonly to: 'skip' }
  | { readonly to: 'new' }

/** Everything that decides how a file is read. Plain JSON; what is left out is detected or remembered. */
export type ImportSettings = {
  readonly file?: FileChoice
  readonly layout?: LayoutChoice
  readonly decimalComma?: boolean
  /** by the name as it stands in the file (normalised by `normaliseName`) */
  readonly regions?: Readonly<Record<string, Match>>
  readonly indicators?: Readonly<Record<string, Match>>
  /**
   * the unit that figures are in, by `UnitMatch.key`: the name of the indicator in the file and, in brackets, the unit
   * that the file says, so that a decision on one unit leaves figures in another alone
   */
  readonly units?: Readonly<Record<string, string>>
  /** what was mended in the page: `row:column` (both from 1) -> the text to read instead */
  readonly fixes?: Readonly<Record<string, string>>
  /** the area that new indicators go into */
  readonly newIndicatorArea?: string
  /** the level of new regions, such as prefecture */
  readonly newRegionLevel?: string
  readonly vintage?: 'preliminary' | 'verified' | 'final'
  /** what is cited where the file names no source */
  readonly source?: string
  readonly reason?: string
  /** a pack: whose value stands where both sides changed a cell, by row of the file; `all` = everywhere else */
  readonly conflicts?: Readonly<Record<string, 'ours' | 'theirs'>>
}

/** How a name of the file was understood. */
export type NameMatch = {
  /** as it first stands in the file, with the region above it or the unit where these tell it from others */
  readonly text: string
  /** by which settings speak of it */
  readonly key: string
  /** how many values it concerns */
  readonly count: number
  readonly how: 'code' | 'name' | 'alias' | 'chosen' | 'new' | 'skipped' | 'guess' | 'none'
  /** the code it stands for; with `guess` it is proposed and not yet used */
  readonly code: string | null
  /** the best candidates, best first, at most five */
  readonly candidates: readonly string[]
  /** what is proposed while nothing is chosen; null = it is understood */
  readonly offer: Match['to'] | null
}

export type UnitMatch = {
  readonly indicator: string
  /** of the indicator and the unit in the file, by which settings speak of it */
  readonly key: string
  /** as the file says it; empty = it does not, and ours is taken */
  readonly from: string
  /** ours */
  readonly to: string
  /** a power of ten, or null when nobody knows how one leads to the other: then the values are rejected */
  readonly exponent: number | null
}

/** What is seen of a file before anything is planned. */
export type Inspection = {
  readonly kind: FileKind
  readonly encoding: Encoding | null
  readonly separator: Separator | null
  readonly sheets: readonly SheetInfo[]
  readonly sheet: string | null
  readonly range: string | null
  readonly warnings: readonly FileWarning[]
  readonly layout: LayoutChoice
  /** of the header: files with the same one are read alike, see `rememberMatches`; empty = there is no header */
  readonly signature: string
  readonly isLayoutRemembered: boolean
  readonly decimalComma: boolean
  /** the first rows as they stand, 40 at most, and the last 5 */
  readonly preview: readonly RawRow[]
  readonly regions: readonly NameMatch[]
  readonly indicators: readonly NameMatch[]
  readonly units: readonly UnitMatch[]
  readonly years: readonly number[]
  /** rows of the table that hold figures */
  readonly rows: number
  /** values whose region or indicator was chosen to be left out */
  readonly skipped: number
}

/** Why a value of the file is not taken. The code names a message under `imports.problem`. */
export type ImportProblemCode =
  | 'unknownRegion'
  | 'unknownIndicator'
  | 'unconfirmedRegion'
  | 'unconfirmedIndicator'
  | 'noRegion'
  | 'noIndicator'
  | 'notAYear'
  | 'notNumber'
  | 'ambiguousComma'
  | 'ambiguousPoint'
  | 'unknownMark'
  | 'manyStatuses'
  | 'tooLarge'
  | 'tooSmall'
  | 'tooLong'
  | 'notFinite'
  | 'unknownStatus'
  | 'unknownUnit'
  | 'formulaError'
  | 'twiceInFile'
  | 'differsInFile'
  | 'tooManyCells'

export type ReadProblem = {
  /** from 1 */
  readonly row: number
  /** of the cell to be mended, from 1; 0 = the row as a whole, or nothing that stands in a cell */
  readonly column: number
  readonly code: ImportProblemCode
  readonly params?: Readonly<Record<string, string | number>>
  /** whose value it is, as the file says it, and the value as it stands there */
  readonly region: string
  readonly indicator: string
  readonly year: number | null
  readonly text: string
}

/** `twiceInFile` only notes that the same value stands there again. */
export function fateOfProblem(code: ImportProblemCode): RowFate {
  return code === 'twiceInFile' ? 'unchanged' : 'rejected'
}

export type KnownRegion = Pick<
  RegionInfo,
  'code' | 'gbCode' | 'nutsCode' | 'name' | 'level' | 'parent' | 'group'
>
export type KnownIndicator = Pick<IndicatorInfo, 'code' | 'name' | 'unit'>

/** A region that is only in the file. `parent` is a code of ours. */
export type NewRegion = Pick<RegionInfo, 'code' | 'gbCode' | 'name' | 'level' | 'parent'>
/** An indicator that is only in the file. `area` is a code of ours, or null when there is none. */
export type NewIndicator = Pick<IndicatorInfo, 'code' | 'name' | 'unit'> & { readonly area: string | null }

/** What a file was read into: every value of it is a candidate, a problem, or skipped by choice. */
export type ReadResult = {
  readonly candidates: Candidates
  /** in the order of the file */
  readonly problems: readonly ReadProblem[]
  /** a candidate as it stands in the file */
  readonly textOf: (candidate: number) => string
  /** the power of ten that its unit was converted by; 0 = none */
  readonly exponentOf: (candidate: number) => number
  readonly rows: number
  readonly newRegions: readonly NewRegion[]
  readonly newIndicators: readonly NewIndicator[]
  readonly inspection: Inspection
}

/** A value of the file and what becomes of it, as the dry run lists it. */
export type FateRow = {
  readonly row: number
  readonly column: number
  readonly region: string
  readonly indicator: string
  readonly year: number | null
  /** as it stands in the file */
  readonly text: string
  readonly value: number | null
  readonly before: number | null
  readonly fate: RowFate
  readonly code: string | null
  readonly params: Readonly<Record<string, string | number>>
  /** unit factor applied, as a power of ten; 0 = none */
  readonly exponent: number
}

export type FateCounts = Readonly<Record<RowFate, number>>

/** A line of the dry run with the names and the number format that a page shows. */
export type FateLine = FateRow & {
  readonly regionName: string
  readonly indicatorName: string
  readonly unit: string
  readonly decimals: number
  /** what stands in the cell that has to be mended, which may be another one than the value's */
  readonly cellText: string
  /** where a pack was changed on both sides: what stood there when it was handed out */
  readonly issued?: number | null
}

export type FatePage = { readonly total: number; readonly rows: readonly FateLine[] }

export type ImportStage = 'read' | 'check' | 'write'

/** One line of what the server says while it reads, checks and writes. */
export type ImportEvent =
  | { readonly kind: 'stage'; readonly stage: ImportStage; readonly done: number; readonly total: number }
  | {
      readonly kind: 'tried'
      /** names this dry run: other settings or other data give another */
      readonly key: string
      readonly counts: FateCounts
      readonly rows: number
      readonly rejectedRows: number
      readonly newRegions: number
      readonly newIndicators: number
    }
  | { readonly kind: 'imported'; readonly batch: string }
  | { readonly kind: 'refused'; readonly problem: FileProblem }
  /** a sentence for the person; null = nobody expected it, and the log says what it was */
  | { readonly kind: 'error'; readonly message: string | null }
  /** the data changed since the dry run, the file is no longer there, or nothing was left to write */
  | {
      readonly kind: 'stopped'
      readonly reason: 'changedMeanwhile' | 'gone' | 'notAddable' | 'nothing' | 'rejected'
    }

/** What can be chosen where a name of the file was not understood, and where new indicators go. */
export type NameChoice = { readonly code: string; readonly name: string }

/** What taking an import back would do. */
export type UndoEffect = {
  /** cells that get what they had before */
  readonly cells: number
  /** cells that somebody edited afterwards, by name; they stay. At most some hundred of them */
  readonly kept: readonly { readonly region: string; readonly indicator: string; readonly year: number }[]
  readonly keptCount: number
}
