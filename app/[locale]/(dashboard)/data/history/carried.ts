import { zoneOf } from '@/features/lookback/schema'
import { parseSelection, type SearchParams, type Selection, selectionQuery } from '@/lib/selection'

/** What the pages of the past carry on from address to address. */
export type Carried = {
  readonly selection: Selection
  readonly timeZone: string
  /** for forms */
  readonly fields: Readonly<Record<string, string | null>>
  /** for links, with what else they carry */
  readonly query: (more?: Readonly<Record<string, string | undefined>>) => string
}

/** The selection of the pages, and the time zone when one was chosen. */
export function carriedOf(search: SearchParams): Carried {
  const selection = parseSelection(search)
  const timeZone = zoneOf(search)
  const tz = search.tz === timeZone ? timeZone : undefined
  return {
    selection,
    timeZone,
    fields: {
      region: selection.region,
      peers: selection.peers?.join(',') ?? null,
      year: selection.year === null ? null : String(selection.year),
      tz: tz ?? null,
    },
    query: (more = {}) => selectionQuery(selection, { tz, ...more }),
  }
}

/** A parameter of the address, left out when it is empty. */
export const given = (value: string | number | null): string | undefined =>
  value === null || value === '' ? undefined : String(value)
