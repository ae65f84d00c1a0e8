import type { RegionListRow } from '../schema'

/** What the list of regions is ordered by: a fixed column, or an area by its code. */
export type RegionSort = { readonly by: string; readonly isAscending: boolean }

const fixed = ['name', 'group', 'rank', 'index', 'change']

/** Ranks, names and groups read naturally from the first on, scores from the highest down. */
const startsAscending = (by: string) => ['name', 'group', 'rank'].includes(by)

/** Reads the order from an address. What is not understood is the order by rank. */
export function parseSort(sort: unknown, order: unknown, areas: readonly string[]): RegionSort {
  const by = typeof sort === 'string' && (fixed.includes(sort) || areas.includes(sort)) ? sort : 'rank'
  const isAscending = order === 'asc' || order === 'desc' ? order === 'asc' : startsAscending(by)
  return { by, isAscending }
}

/** The order that a click on a column asks for: its natural one, or the reverse when it is ordered so already. */
export function nextSort(current: RegionSort, by: string): RegionSort {
  return { by, isAscending: current.by === by ? !current.isAscending : startsAscending(by) }
}

/**
 * Rows in the order asked for. Rows without a value come last in either direction, equal rows keep their order.
 *
 * @param textOf the row's name or group in the language of the page
 */
export function sortRegions(
  rows: readonly RegionListRow[],
  { by, isAscending }: RegionSort,
  textOf: (row: RegionListRow, by: 'name' | 'group') => string,
  locale: string,
): RegionListRow[] {
  const turn = isAscending ? 1 : -1
  if (by === 'name' || by === 'group') {
    const collator = new Intl.Collator(locale)
    return rows.toSorted((a, b) => {
      const [x, y] = [textOf(a, by), textOf(b, by)]
      return x === '' || y === '' ? Number(x === '') - Number(y === '') : turn * collator.compare(x, y)
    })
  }
  const sortValue = (row: RegionListRow) =>
    by === 'rank'
      ? row.rank
      : by === 'index'
        ? row.score
        : by === 'change'
          ? row.change
          : (row.areas.find((area) => area.code === by)?.score ?? null)
  return rows.toSorted((a, b) => {
    const [x, y] = [sortValue(a), sortValue(b)]
    return x === null || y === null ? Number(x === null) - Number(y === null) : turn * (x - y)
  })
}
