import { z } from 'zod'
import type { Recipe } from '@/core/index/recipe'
import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import { codeSchema } from '@/features/observations/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { AreaState, IndicatorState, ScoreTrend, StatusMix, YearLine } from '@/features/scores/schema'
import type { TargetInfo } from '@/features/targets/schema'
import type { Bilingual } from '@/lib/bilingual'

export type { IndicatorInfo } from '@/features/indicators/schema'
export type { RegionInfo } from '@/features/regions/schema'
export type { ScoreTrend, YearLine } from '@/features/scores/schema'

export const reportFormats = ['pdf', 'docx', 'xlsx'] as const
export const reportLanguages = ['en', 'zh'] as const

export type ReportFormat = (typeof reportFormats)[number]
export type ReportLanguage = (typeof reportLanguages)[number]

export const reportInputSchema = z.object({
  region: codeSchema,
  year: z.number().int(),
  /** null = the regions of the same group */
  peers: z.array(codeSchema).max(400).readonly().nullable(),
  /** the observations of all regions, for the workbook, or those of the reported region */
  annex: z.enum(['all', 'region']),
})

export type ReportInput = z.output<typeof reportInputSchema>

/** What the browser asks for. */
export const reportRequestSchema = z.object({
  region: codeSchema,
  year: z
    .union([z.number().int(), z.string().regex(/^\d{4}$/)])
    .transform(Number)
    .pipe(z.number().min(1000).max(9999)),
  /** codes with commas between them; left out = the regions of the same group */
  peers: z.string().max(20_000).optional(),
  lang: z.enum(reportLanguages),
  format: z.enum(reportFormats),
})

export type ReportRequest = z.output<typeof reportRequestSchema>

/** Where the making stands; the code names a message under `export.stage`. */
export const reportStages = ['data', 'words', 'charts', 'file'] as const
export type ReportStage = (typeof reportStages)[number]

/** One line of the answer while a report is made. */
export type ReportEvent =
  | { readonly kind: 'stage'; readonly stage: ReportStage; readonly done: number; readonly total: number }
  | {
      readonly kind: 'made'
      readonly address: string
      readonly name: string
      readonly bytes: number
      /** false for a PDF that is tagged, but not PDF/UA-1 */
      readonly isUniversal: boolean
    }
  | { readonly kind: 'refused'; readonly message: string }

/** The address of a report's file, which needs no script. */
export function reportAddress({ region, year, peers, lang, format }: ReportRequest): string {
  const query = new URLSearchParams({ lang, ...(peers === undefined ? {} : { peers }) })
  return `/api/reports/${encodeURIComponent(region)}/${year}.${format}?${query}`
}

/** Why there is no report; the code names a message under `export.problem`. */
export type ReportRefusal = {
  readonly ok: false
  readonly reason: 'unknownRegion' | 'yearWithoutData' | 'regionWithoutData'
}

/** An observation as the annex prints it. */
export type ReportObservation = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  readonly value: number | null
  readonly status: string
  readonly note: string | null
  readonly source: Bilingual | null
}

/** What an indicator's scores rest on: the smallest and largest value of the frame, and its weight in its area. */
export type Scale = {
  readonly indicator: IndicatorInfo
  readonly lowest: number | null
  readonly highest: number | null
  readonly weightShare: number
}

/** An indicator as the report shows it. */
export type ReportIndicator = IndicatorState & {
  /** normalised score 0..100 in the year of the report; null = not observed in it, or of the hallmark */
  readonly score: number | null
  /** the peers' values over the years */
  readonly peers: readonly YearLine[]
}

/** The hallmark or an area. */
export type Chapter = {
  readonly area: AreaInfo
  /** null for the hallmark: it stands above the areas and has no score that could pass for a sixth one */
  readonly state: AreaState | null
  readonly mix: StatusMix
  readonly indicators: readonly ReportIndicator[]
  readonly notCollected: readonly IndicatorInfo[]
  /** scores of the region and its peers over the years; empty for the hallmark */
  readonly lines: readonly YearLine[]
  /** the region's line as a whole, up to the year of the report; null without two scores, and for the hallmark */
  readonly trend: ScoreTrend | null
  /** scores of all compared regions by code */
  readonly spread: Readonly<Record<string, number | null>>
}

export type PeerRow = {
  readonly region: RegionInfo
  readonly score: number | null
  readonly rank: number | null
  readonly areas: readonly (number | null)[]
}

/** Everything a report says, without a word of it: no language, no rounding, no layout. */
export type ReportModel = {
  readonly region: RegionInfo
  readonly year: number
  readonly peers: readonly RegionInfo[]
  /** regions of another level than the compared ones keep values and progress, and have no scores */
  readonly isCompared: boolean
  readonly compared: readonly RegionInfo[]
  readonly index: Omit<AreaState, 'area' | 'mix' | 'olderStatuses'>
  readonly hallmark: Chapter | null
  readonly areas: readonly Chapter[]
  /** the region first, then its peers */
  readonly peerRows: readonly PeerRow[]
  /** index over the years, the region first, then its peers */
  readonly lines: readonly YearLine[]
  /** the region's index as a whole, up to the year of the report; null without two */
  readonly trend: ScoreTrend | null
  /** the index of every region that has one, best first */
  readonly ranking: readonly { readonly region: RegionInfo; readonly score: number; readonly rank: number }[]
  readonly observations: readonly ReportObservation[]
  readonly scales: readonly Scale[]
  readonly targets: readonly TargetInfo[]
  readonly recipe: Recipe
  /** the latest year in which all areas reach the coverage rule */
  readonly shownYear: number | null
  readonly data: DataState
}

export type DataState = {
  /** moves with every change of the data of this installation */
  readonly version: string
  /** SHA-256 over values, status codes, framework, targets and recipe: the same data, the same hash, anywhere */
  readonly hash: string
  readonly observations: number
  readonly isSample: boolean
  readonly firstYear: number
  readonly lastYear: number
}

type Tone = 'selected' | 'peer' | 'rest'
type Token = `--${string}`

type DrawnPoint = { readonly year: number; readonly value: number | null; readonly status?: string }

/** What a chart of the report shows; components/charts draws it. */
export type Drawing =
  | {
      readonly kind: 'lines'
      readonly decimals: number
      readonly unit?: string
      readonly lines: readonly {
        readonly key: string
        readonly label: string
        readonly tone: Tone
        readonly token?: Token
        readonly points: readonly DrawnPoint[]
      }[]
    }
  | {
      readonly kind: 'bars'
      readonly decimals: number
      readonly bars: readonly {
        readonly key: string
        readonly label: string
        readonly value: number
        readonly tone: Tone
        readonly token?: Token
      }[]
    }
  | {
      readonly kind: 'strip'
      readonly decimals: number
      readonly points: readonly {
        readonly key: string
        readonly label: string
        readonly value: number
        readonly tone: Tone
      }[]
    }
  | {
      readonly kind: 'dots'
      readonly decimals: number
      readonly rows: readonly {
        readonly key: string
        readonly label: string
        readonly token: Token
        readonly dots: readonly {
          readonly key: string
          readonly label: string
          readonly value: number | null
          readonly tone: Tone
        }[]
      }[]
    }
