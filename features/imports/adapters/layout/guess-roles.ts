import type { Layout, Role } from '../../schema'
import type { ColumnFacts, Names } from './column-facts'

export type Guess = { readonly layout: Layout; readonly roles: readonly Role[] }

const takenByTitle: ReadonlySet<Role> = new Set([
  'unit',
  'multiplier',
  'status',
  'source',
  'note',
  'action',
  'ignore',
])
const regionEnding = /(?:省|市|自治区|特别行政区|县|州|盟| province| municipality| autonomous region)$/iu

/**
 * What each column says, from its title and what stands below it, and with it the layout. Titles count first: a
 * column "year" holds years and a column "value" holds values, whichever numbers they look like.
 *
 * @param wanted         a layout that is known already
 * @param isRegionKnown  the region of the whole table stands above it
 */
export function rolesOf(
  facts: readonly ColumnFacts[],
  wanted: Layout | null,
  isRegionKnown: boolean,
  names: Names,
): Guess {
  const roles: (Role | null)[] = facts.map(({ role }) => (role && takenByTitle.has(role) ? role : null))
  const open = (c: number) => roles[c] === null
  const columns = facts.map((_, c) => c)
  const yearColumn = findYearColumn(facts)
  const yearTitles = columns.filter((c) => facts[c]?.parts.year !== null && facts[c]?.role === null)
  const isYearsAcross =
    yearTitles.length > 0 && (wanted === null ? yearColumn === undefined : acrossYears.has(wanted))

  if (isYearsAcross) {
    for (const c of yearTitles) roles[c] = 'value'
  } else if (yearColumn !== undefined) roles[yearColumn] = 'year'

  for (const c of columns) {
    const one = facts[c]
    if (!one || !open(c)) continue
    const isRegions = one.numbers > 0.5 && one.regions >= 0.8 && one.years < 0.8 && one.distinct > 1
    if (one.role === 'region' || isRegions) roles[c] = 'region'
    else if (one.role === 'indicator' && one.numbers < 0.9) roles[c] = 'indicator'
  }
  const texts = columns.filter(
    (c) => open(c) && (facts[c]?.filled ?? 0) > 0 && (facts[c]?.numbers ?? 0) < 0.5,
  )
  guessTexts(roles, facts, texts, isYearsAcross, isRegionKnown)

  const layout = isYearsAcross ? (wanted ?? 'years-across') : acrossOrLong(roles, facts, wanted, names)
  for (const c of columns) if (open(c)) roles[c] = 'ignore'
  const ranked = rankRegions(roles, facts)
  return {
    layout,
    roles: layout === 'regions-across' ? ranked.map((r) => (r === 'regionParent' ? 'ignore' : r)) : ranked,
  }
}

const acrossYears: ReadonlySet<Layout> = new Set(['years-across', 'bureau', 'world-bank', 'eurostat', 'pack'])

function findYearColumn(facts: readonly ColumnFacts[]): number | undefined {
  const titled = facts.findIndex((one) => one.role === 'year')
  if (titled >= 0) return titled
  const found = facts.findIndex(
    (one) => one.role === null && one.years >= 0.9 && one.filled >= 2 && one.parts.year === null,
  )
  return found < 0 ? undefined : found
}

/** Text columns without a telling title: what stands in them says what they are, else their order. */
function guessTexts(
  roles: (Role | null)[],
  facts: readonly ColumnFacts[],
  texts: readonly number[],
  isYearsAcross: boolean,
  isRegionKnown: boolean,
): void {
  const left: number[] = []
  for (const c of texts) {
    const one = facts[c]
    if (!one) continue
    if (one.regions >= 0.5 && one.regions >= one.indicators) roles[c] = 'region'
    else if (one.indicators >= 0.5) roles[c] = 'indicator'
    else if (one.units >= 0.8) roles[c] = 'unit'
    else left.push(c)
  }
  const take = (role: Role) => {
    const c = left.shift()
    if (c !== undefined) roles[c] = role
  }
  const hasFigures = facts.some((one, c) => roles[c] === null && one.numbers >= 0.5)
  if (!roles.includes('region') && !isRegionKnown) take('region')
  const isLongish = isYearsAcross || facts.some((one) => one.role === 'value')
  if (!roles.includes('indicator') && (isLongish || !hasFigures)) take('indicator')
}

function acrossOrLong(
  roles: (Role | null)[],
  facts: readonly ColumnFacts[],
  wanted: Layout | null,
  names: Names,
): Layout {
  const value = facts.findIndex((one, c) => roles[c] === null && one.role === 'value')
  if (value >= 0 && (wanted === null || wanted === 'long')) {
    roles[value] = 'value'
    return 'long'
  }
  // A column of figures without a title is a rest, unless the table has no header at all.
  const hasTitles = facts.some((one) => one.title !== '')
  const figures = facts.flatMap((one, c) => {
    const isFigures = (one.numbers >= 0.5 || one.filled === 0) && (one.title !== '' || !hasTitles)
    return roles[c] === null && isFigures ? [c] : []
  })
  const filled = figures.filter((c) => (facts[c]?.filled ?? 0) > 0)
  if (wanted === 'long' || (wanted === null && roles.includes('indicator') && filled.length === 1)) {
    const [c] = filled
    if (c !== undefined) roles[c] = 'value'
    return 'long'
  }
  for (const c of figures) roles[c] = 'value'
  if (wanted !== null) return wanted
  const titles = figures.map((c) => facts[c]?.parts.name ?? '')
  const share = (test: (text: string) => boolean) => titles.filter(test).length / Math.max(1, titles.length)
  const areRegions = share(names.isRegion)
  const isRegionMissing = !roles.includes('region')
  if (
    areRegions >= 0.5 &&
    areRegions > share(names.isIndicator) &&
    (isRegionMissing || roles.includes('indicator'))
  ) {
    return 'regions-across'
  }
  if (isRegionMissing && share((text) => regionEnding.test(text)) >= 0.5) return 'regions-across'
  return 'indicators-across'
}

/** Of columns for provinces and cities the finer one is the region and the others stand above it. */
function rankRegions(roles: readonly (Role | null)[], facts: readonly ColumnFacts[]): readonly Role[] {
  const groups = new Map<number, number>()
  roles.forEach((role, c) => {
    const one = facts[c]
    if (role === 'region' && one) groups.set(one.rank, Math.max(groups.get(one.rank) ?? 0, one.distinct))
  })
  const named = Math.max(...groups.keys())
  // "Region" may be finer or coarser than "province": the finer one has more of them.
  const isPlainFiner = named > 0 && (groups.get(0) ?? 0) > (groups.get(named) ?? 0)
  const finest = isPlainFiner ? 0 : named
  return roles.map((role, c) => {
    if (role !== 'region' || groups.size < 2) return role ?? 'ignore'
    return facts[c]?.rank === finest ? 'region' : 'regionParent'
  })
}
