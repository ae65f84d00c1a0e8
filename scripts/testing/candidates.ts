import type { Candidates } from '@/features/observations/schema'

/** One value of a file. What is left out, the file does not say; null = it says that there is none. */
export type FileValue = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  readonly value: number | null
  readonly status?: string | undefined
  readonly source?: string | null | undefined
  readonly note?: string | null | undefined
}

/** Values as the reading of a file hands them over, a row each. */
export function candidatesOf(values: readonly FileValue[]): Candidates {
  const lists = { region: [] as string[], indicator: [] as string[], text: [] as string[] }
  const placeIn = (list: string[], text: string) => {
    const place = list.indexOf(text)
    return place >= 0 ? place : list.push(text) - 1
  }
  const textPlace = (text: string | null | undefined) =>
    text === undefined ? -1 : text === null ? -2 : placeIn(lists.text, text)
  const ints = (read: (value: FileValue, i: number) => number) => Int32Array.from(values, read)
  return {
    length: values.length,
    row: ints((_, i) => i + 2),
    column: ints(() => 4),
    region: ints(({ region }) => placeIn(lists.region, region)),
    indicator: ints(({ indicator }) => placeIn(lists.indicator, indicator)),
    year: Int16Array.from(values, ({ year }) => year),
    value: Float64Array.from(values, ({ value }) => value ?? Number.NaN),
    status: Uint8Array.from(values, ({ status }) => status?.charCodeAt(0) ?? 0),
    source: ints(({ source }) => textPlace(source)),
    note: ints(({ note }) => textPlace(note)),
    regions: lists.region,
    indicators: lists.indicator,
    texts: lists.text,
  }
}
