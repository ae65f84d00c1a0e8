import type { KnownRegion, Match, NameMatch } from '../../schema'
import { bareRegionName, isHan, normaliseName } from './normalise-name'
import { mostAlike } from './similarity'

/** What the cells of a row say of its region: codes and names in any order; codes of those above, null = unknown. */
export type RegionText = {
  readonly cells: readonly string[]
  readonly parents: readonly (string | null)[]
  /** what the title of the column says of it */
  readonly level: string | null
  /** whether the row names a region below it */
  readonly isAbove: boolean
}

export type Understood = Pick<NameMatch, 'how' | 'code' | 'candidates' | 'offer'>

export type RegionIndex = {
  readonly find: (said: RegionText, key: string, chosen: Match | undefined) => Understood
  readonly isRegion: (text: string) => boolean
  readonly has: (code: string) => boolean
}

const everyRegion = /^(?:全国|全国合计|全国总计|national|nation|whole country|country total|china total)$/u
const total =
  /^(?:合计|总计|总和|小计|平均|全省|全市|全区|total|sum|all|all regions|grand total|average|mean|subtotal)$/u
const guessed = { least: 0.45, most: 5 }
const guessFrom = 0.7
/** Beyond so many unknown names a file is not about regions, and comparing each with all would take minutes. */
const mostGuesses = 1500

/** Finds regions by code (ours, ISO 3166-2, GB/T 2260 of two, four or six digits, NUTS), name, alias and likeness. */
export function indexRegions(
  regions: readonly KnownRegion[],
  aliases: ReadonlyMap<string, string>,
): RegionIndex {
  const byCode = new Map<string, string>()
  const byName = new Map<string, Set<string>>()
  const byBare = new Map<string, Set<string>>()
  const parentOf = new Map(regions.map((region) => [region.code, region.parent]))
  const names = regions.flatMap(({ code, name }) =>
    [name.en, name.zh].flatMap((one) => {
      const text = normaliseName(one)
      return text === '' ? [] : [{ full: text, text: bareRegionName(text), of: code, inHan: isHan(text) }]
    }),
  )
  for (const { full, text, of } of names) {
    add(byName, full, of)
    add(byBare, text, of)
  }
  // Our own codes last: where two schemes use one text, ours holds.
  for (const { code, gbCode, nutsCode } of regions) {
    for (const one of [...gbForms(gbCode), nutsCode ?? ''])
      if (one !== '') byCode.set(one.toLowerCase(), code)
  }
  for (const { code } of regions) byCode.set(code.toLowerCase(), code)
  const countries = regions.filter((region) => region.level === 'country')
  const groups = new Set(
    regions.flatMap(({ group }) => (group ? [normaliseName(group.en), normaliseName(group.zh)] : [])),
  )
  let guesses = 0

  const isBelow = (code: string, above: string) => {
    let at = parentOf.get(code)
    for (let depth = 0; at && depth < 10; depth += 1) {
      if (at === above) return true
      at = parentOf.get(at)
    }
    return false
  }
  const codeIn = (cell: string) =>
    byCode.get(cell) ?? byCode.get(cell.replace(/^([\w.-]+)(?::| - ).*$/u, '$1'))
  /** 吉林市 is that city; 吉林 may be the city or the province, even where one of both has just this name. */
  const named = (cell: string): ReadonlySet<string> | undefined => {
    const bare = bareRegionName(cell)
    const full = byName.get(cell)
    return full && bare !== cell ? full : (byBare.get(bare) ?? full)
  }
  const levelOf = new Map(regions.map(({ code, level }) => [code, level]))
  const above = new Set(regions.flatMap(({ parent }) => parent ?? []))
  /** Of several regions of one name those that the column can be about. */
  const meant = (codes: readonly string[], { level, isAbove }: RegionText): readonly string[] => {
    if (codes.length < 2) return codes
    const fit = codes.filter((code) =>
      isAbove ? above.has(code) : level !== null && levelOf.get(code) === level,
    )
    return fit.length > 0 ? fit : codes
  }

  const find: RegionIndex['find'] = (said, key, chosen) => {
    const cells = said.cells.map(normaliseName).filter((cell) => cell !== '')
    const parents = said.parents.filter((code) => code !== null)
    const isUnder = (code: string) => parents.every((one) => isBelow(code, one))
    const byThisCode = new Set(cells.flatMap((cell) => codeIn(cell) ?? []))
    const sets = cells.flatMap((cell) => (codeIn(cell) ? [] : [...(named(cell) ?? [])]))
    const byThisName = meant(narrow(cells, named, isUnder), said)
    const isCountry = cells.some((cell) => everyRegion.test(cell))
    const alias =
      aliases.get(key) ??
      (said.parents.length === 0 ? cells.map((c) => aliases.get(c)).find(Boolean) : undefined)

    if (chosen?.to === 'skip') return { how: 'skipped', code: null, candidates: [], offer: null }
    if (chosen?.to === 'new') return { how: 'new', code: null, candidates: [], offer: null }
    if (chosen?.to === 'code' && parentOf.has(chosen.code)) {
      return { how: 'chosen', code: chosen.code, candidates: [], offer: null }
    }
    if (byThisCode.size === 1) {
      const [code = ''] = byThisCode
      // A code and a name that speak of two regions: one of them is wrong.
      if (sets.length === 0 || sets.includes(code)) return { how: 'code', code, candidates: [], offer: null }
      return { how: 'guess', code, candidates: [code, ...sets].slice(0, guessed.most), offer: 'code' }
    }
    if (alias && parentOf.has(alias)) return { how: 'alias', code: alias, candidates: [], offer: null }
    const [one] = byThisName
    const isParentUnknown = said.parents.includes(null)
    if (one && byThisName.length === 1 && !isParentUnknown)
      return { how: 'name', code: one, candidates: [], offer: null }
    if (one) return { how: 'guess', code: one, candidates: byThisName.slice(0, guessed.most), offer: 'code' }
    const [country] = countries
    if (isCountry && country && countries.length === 1) {
      return { how: 'name', code: country.code, candidates: [], offer: null }
    }
    if (isCountry || cells.some((cell) => total.test(cell))) {
      return { how: 'none', code: null, candidates: countries.map((c) => c.code).slice(0, 5), offer: 'skip' }
    }
    if (cells.some((cell) => groups.has(cell) || groups.has(cell.replace(/地区$/u, '')))) {
      return { how: 'none', code: null, candidates: [], offer: 'skip' }
    }
    // What stands above is not known: likeness to regions elsewhere would mislead.
    return isParentUnknown ? { how: 'none', code: null, candidates: [], offer: 'new' } : guess(cells, isUnder)
  }

  const guess = (cells: readonly string[], isUnder: (code: string) => boolean): Understood => {
    guesses += 1
    if (guesses > mostGuesses) return { how: 'none', code: null, candidates: [], offer: 'new' }
    const among = names.filter(({ of }) => isUnder(of))
    const alike = cells
      .flatMap((cell) => {
        const inHan = isHan(cell)
        return mostAlike(
          bareRegionName(cell),
          among.filter((one) => one.inHan === inHan),
          guessed,
        )
      })
      .sort((a, b) => b.score - a.score)
    const candidates = [...new Set(alike.map(({ of }) => of))].slice(0, guessed.most)
    const [best] = alike
    if (best && best.score >= guessFrom) return { how: 'guess', code: best.of, candidates, offer: 'code' }
    return { how: 'none', code: null, candidates, offer: 'new' }
  }

  const isRegion = (text: string) => {
    const cell = normaliseName(text)
    return cell !== '' && (codeIn(cell) ?? aliases.get(cell) ?? named(cell)) !== undefined
  }
  return { find, isRegion, has: (code) => parentOf.has(code) }
}

/** Regions that all names of a row allow; a name nobody knows (a second language) does not narrow. */
function narrow(
  cells: readonly string[],
  named: (cell: string) => ReadonlySet<string> | undefined,
  isUnder: (code: string) => boolean,
): readonly string[] {
  let left: readonly string[] | null = null
  for (const cell of cells) {
    const found = [...(named(cell) ?? [])].filter(isUnder)
    if (found.length === 0) continue
    const both: readonly string[] = left === null ? found : left.filter((code) => found.includes(code))
    // Two names that agree on nothing: all of both are candidates.
    left = both.length > 0 ? both : [...new Set([...(left ?? []), ...found])]
  }
  return left ?? []
}

function add(index: Map<string, Set<string>>, key: string, code: string): void {
  const held = index.get(key)
  if (held) held.add(code)
  else index.set(key, new Set([code]))
}

/** 440000 is also written 44, and CN-44 before 2017; 440100 also 4401; both with up to twelve digits. */
function gbForms(gbCode: string | null): readonly string[] {
  if (!gbCode || !/^\d{6}$/.test(gbCode)) return gbCode ? [gbCode] : []
  const forms = [gbCode, `${gbCode}000000`]
  if (gbCode.endsWith('0000')) forms.push(gbCode.slice(0, 2), `cn-${gbCode.slice(0, 2)}`)
  else if (gbCode.endsWith('00')) forms.push(gbCode.slice(0, 4))
  return forms
}
