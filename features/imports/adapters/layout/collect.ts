import type { ReadResult } from '../../schema'
import { textPool } from './text-pool'

type Candidates = ReadResult['candidates']

type Numbers = Int32Array | Int16Array | Int8Array | Uint8Array | Float64Array

export type Value = {
  readonly row: number
  readonly column: number
  readonly region: string
  readonly indicator: string
  readonly year: number
  readonly value: number
  readonly status: number
  readonly source: string | null | undefined
  readonly note: string | null | undefined
  readonly exponent: number
  readonly text: string
}

const start = 4096

/** Gathers values in typed arrays that grow: a million take about 50 MB. */
export function collector() {
  let size = start
  let length = 0
  let row = new Int32Array(size)
  let column = new Int32Array(size)
  let region = new Int32Array(size)
  let indicator = new Int32Array(size)
  let year = new Int16Array(size)
  let value = new Float64Array(size)
  let status = new Uint8Array(size)
  let source = new Int32Array(size)
  let note = new Int32Array(size)
  let exponent = new Int16Array(size)
  /** place of a value's text, which moves when duplicates are taken out */
  let place = new Int32Array(size)
  const regions = places()
  const indicators = places()
  const texts = places()
  const pool = textPool()

  const grow = () => {
    size = Math.ceil(size * 1.6)
    row = grown(row, new Int32Array(size))
    column = grown(column, new Int32Array(size))
    region = grown(region, new Int32Array(size))
    indicator = grown(indicator, new Int32Array(size))
    year = grown(year, new Int16Array(size))
    value = grown(value, new Float64Array(size))
    status = grown(status, new Uint8Array(size))
    source = grown(source, new Int32Array(size))
    note = grown(note, new Int32Array(size))
    exponent = grown(exponent, new Int16Array(size))
    place = grown(place, new Int32Array(size))
  }

  const add = (one: Value): void => {
    if (length === size) grow()
    row[length] = one.row
    column[length] = one.column
    region[length] = regions.of(one.region)
    indicator[length] = indicators.of(one.indicator)
    year[length] = one.year
    value[length] = one.value
    status[length] = one.status
    source[length] = one.source === undefined ? -1 : one.source === null ? -2 : texts.of(one.source)
    note[length] = one.note === undefined ? -1 : one.note === null ? -2 : texts.of(one.note)
    exponent[length] = one.exponent
    place[length] = pool.add(one.text)
    length += 1
  }

  const arrays = () =>
    [row, column, region, indicator, year, value, status, source, note, exponent, place] as const

  /** Keeps the values for which `isKept` says so, in their order. */
  const keep = (isKept: (i: number) => boolean): void => {
    let to = 0
    const all: readonly Numbers[] = arrays()
    for (let i = 0; i < length; i += 1) {
      if (!isKept(i)) continue
      if (to !== i) for (const array of all) array[to] = array[i] ?? 0
      to += 1
    }
    length = to
  }

  const candidates = (): Candidates => ({
    length,
    row: row.subarray(0, length),
    column: column.subarray(0, length),
    region: region.subarray(0, length),
    indicator: indicator.subarray(0, length),
    year: year.subarray(0, length),
    value: value.subarray(0, length),
    status: status.subarray(0, length),
    source: source.subarray(0, length),
    note: note.subarray(0, length),
    regions: regions.list,
    indicators: indicators.list,
    texts: texts.list,
  })

  return {
    add,
    keep,
    candidates,
    textOf: (i: number) => pool.at(place[i] ?? 0),
    exponentOf: (i: number) => exponent[i] ?? 0,
  }
}

function grown<A extends Numbers>(from: A, to: A): A {
  to.set(from)
  return to
}

/** Gives each text a number, the first 0. */
function places() {
  const list: string[] = []
  const known = new Map<string, number>()
  return {
    list,
    of: (text: string): number => {
      const held = known.get(text)
      if (held !== undefined) return held
      known.set(text, list.length)
      return list.push(text) - 1
    },
  }
}
