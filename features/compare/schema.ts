import { z } from 'zod'
import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { YearLine } from '@/features/scores/schema'
import type { Bilingual } from '@/lib/bilingual'
import { type SearchParams, type Selection, selectionQuery } from '@/lib/selection'

export type { YearLine } from '@/features/scores/schema'

export const compareViews = ['lines', 'ranks', 'radar', 'dots', 'heat', 'scatter'] as const
export type CompareView = (typeof compareViews)[number]
export const viewSchema = z.enum(compareViews).catch('lines')

/** So many regions can be told apart by colour; those chosen after them are drawn in grey with their names. */
export const maxColours = 8
/** More than this and no picture can be read. */
export const maxCompared = 40

/** Heat table: years across instead of areas or indicators. */
export const byYears = 'years'

/** Colour of a region, 1..8, by region code. */
export type Colours = Readonly<Record<string, number>>

/** A comparison as its address says it: everything that decides what is drawn. */
export type CompareState = {
  readonly view: CompareView
  /** code of an area, an indicator or the index */
  readonly of: string
  /** scatter: code of the other measure; heat table: `years`; empty = not chosen */
  readonly by: string
  readonly selection: Selection
  readonly colours: Colours
}

const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() ?? ''

/** Reads `CN-GD:1,CN-JS:3`. What is not a colour is left out. */
export function parseColours(value: string | string[] | undefined): Colours {
  const pairs = text(value)
    .split(',')
    .flatMap((part): [string, number][] => {
      const at = part.lastIndexOf(':')
      const colour = Number(part.slice(at + 1))
      return at > 0 && Number.isInteger(colour) && colour >= 1 && colour <= maxColours
        ? [[part.slice(0, at), colour]]
        : []
    })
  return Object.fromEntries(pairs)
}

/** What of an address is the page's own: view, measures, colours, and the region to be added by the form. */
export function parseCompare(params: SearchParams) {
  return {
    view: viewSchema.parse(text(params.view)),
    of: text(params.of),
    by: text(params.by),
    add: text(params.add),
    colours: parseColours(params.colours),
  }
}

/**
 * Gives each region a colour. A region keeps the one that the address names for it, unless one before it has it;
 * the others take the lowest free one in order.
 *
 * @param codes chosen regions, in order
 * @param kept  colours from the address
 * @returns colours 1..8; a region for which none is left is not in it
 */
export function assignColours(codes: readonly string[], kept: Colours): Colours {
  const taken = new Set<number>()
  const assigned: Record<string, number> = {}
  const take = (code: string, colour: number | undefined) => {
    if (colour === undefined || taken.has(colour)) return
    taken.add(colour)
    assigned[code] = colour
  }
  for (const code of codes) take(code, Object.hasOwn(kept, code) ? kept[code] : undefined)
  const all = Array.from({ length: maxColours }, (_, i) => i + 1)
  for (const code of codes)
    if (!Object.hasOwn(assigned, code))
      take(
        code,
        all.find((colour) => !taken.has(colour)),
      )
  return assigned
}

/** The query string of a comparison. Colours stand in it only where the rule alone would give others. */
export function compareQuery(state: CompareState, chosen: readonly string[]): string {
  const ruled = assignColours(chosen, {})
  const actual = assignColours(chosen, state.colours)
  const isRuled = chosen.every((code) => actual[code] === ruled[code])
  const colours = chosen.flatMap((code) =>
    state.colours[code] === undefined ? [] : [`${code}:${state.colours[code]}`],
  )
  return selectionQuery(state.selection, {
    view: state.view,
    of: state.of,
    by: state.by || undefined,
    colours: isRuled ? undefined : colours.join(','),
  }).replaceAll('%3A', ':')
}

/** The comparison of other regions, first the selected one. Those that stay keep their colours. */
export function withRegions(state: CompareState, codes: readonly string[]): string {
  const [region = null, ...peers] = codes
  return compareQuery({ ...state, selection: { ...state.selection, region, peers } }, codes)
}

export type CompareWarning =
  | { readonly code: 'tooMany'; readonly shown: number; readonly chosen: number }
  | {
      readonly code: 'missing'
      readonly what: Measure['kind'] | 'parts'
      readonly regions: readonly RegionInfo[]
      readonly year: number
    }
  | {
      readonly code: 'breaks'
      /** the series are not what is compared, but what its scores are made of */
      readonly isBelow: boolean
      readonly items: readonly { readonly indicator: IndicatorInfo; readonly years: readonly number[] }[]
    }
  | {
      readonly code: 'definitions'
      readonly isBelow: boolean
      readonly regions: readonly RegionInfo[]
      readonly year: number
    }
  | {
      readonly code: 'sources'
      readonly isBelow: boolean
      readonly indicators: readonly IndicatorInfo[]
      /** the most sources that the values of one of them have */
      readonly count: number
      readonly year: number
    }
  | { readonly code: 'otherLevel'; readonly regions: readonly RegionInfo[] }

/** What is compared: the index, an area's score or an indicator's values. */
export type Measure = {
  readonly code: string
  readonly kind: 'index' | 'area' | 'indicator'
  readonly area: AreaInfo | null
  readonly indicator: IndicatorInfo | null
}

/** A line of the dot plot, a spoke of the radar, a column of the heat table. */
export type ComparePart = {
  readonly key: string
  /** null = a year; its key is the label */
  readonly name: Bilingual | null
  /** the area whose colour it has, or null */
  readonly area: string | null
  /** all compared regions, and chosen ones of another level, by region code */
  readonly values: Readonly<Record<string, number | null>>
}

export type ComparePage = {
  readonly state: CompareState
  /** code of the index as a measure */
  readonly indexCode: string
  readonly year: number
  readonly measure: Measure
  readonly across: Measure
  /** chosen regions, the selected one first */
  readonly regions: readonly RegionInfo[]
  /** every region that can be drawn: those of the compared level, then chosen ones of another */
  readonly all: readonly RegionInfo[]
  readonly lines: readonly YearLine[]
  readonly rankLines: readonly YearLine[]
  /** how many are ranked in the selected year, and at most in any year */
  readonly rankedCount: number
  readonly comparedCount: number
  /** the areas of the index, the indicators of an area, the years of an indicator */
  readonly partsKind: 'area' | 'indicator' | 'year'
  readonly parts: readonly ComparePart[]
  readonly points: readonly { readonly region: RegionInfo; readonly x: number; readonly y: number }[]
  readonly table: readonly {
    readonly region: RegionInfo
    readonly value: number | null
    readonly status: string
    readonly rank: number | null
  }[]
  readonly areas: readonly AreaInfo[]
  readonly indicators: readonly IndicatorInfo[]
  /** regions that can be added */
  readonly addable: readonly RegionInfo[]
  readonly warnings: readonly CompareWarning[]
}
