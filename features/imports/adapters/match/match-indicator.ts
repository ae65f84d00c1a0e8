import type { KnownIndicator, Match } from '../../schema'
import type { Understood } from './match-region'
import { isHan, normaliseName } from './normalise-name'
import { mostAlike } from './similarity'

export type IndicatorIndex = {
  /** @param said codes and names of the indicator, the fullest first */
  readonly find: (said: readonly string[], key: string, chosen: Match | undefined) => Understood
  readonly isIndicator: (text: string) => boolean
  readonly unitsOf: (code: string) => readonly string[]
}

const guessed = { least: 0.4, most: 5 }
const guessFrom = 0.6
const mostGuesses = 1500

/** Finds indicators by code, by name in either language with or without what stands in parentheses, alias, likeness. */
export function indexIndicators(
  indicators: readonly KnownIndicator[],
  aliases: ReadonlyMap<string, string>,
): IndicatorIndex {
  const units = new Map(indicators.map(({ code, unit }) => [code, [unit.en, unit.zh]]))
  const byCode = new Map(indicators.map(({ code }) => [normaliseName(code), code]))
  const names = indicators.flatMap(({ code, name }) =>
    [name.en, name.zh].filter((one) => one !== '').map((one) => ({ text: nameForm(one), of: code })),
  )
  const byName = new Map<string, Set<string>>()
  const byBare = new Map<string, Set<string>>()
  for (const { text, of } of names) {
    byName.set(text, (byName.get(text) ?? new Set()).add(of))
    const bare = withoutParentheses(text)
    byBare.set(bare, (byBare.get(bare) ?? new Set()).add(of))
  }
  let guesses = 0
  const codeIn = (text: string) =>
    byCode.get(text) ?? byCode.get(text.replace(/^([\w.-]+)(?::| - | ).*$/u, '$1'))
  const exact = (text: string) => byName.get(text)
  const bare = (text: string) => byBare.get(withoutParentheses(text))

  const find: IndicatorIndex['find'] = (said, key, chosen) => {
    if (chosen?.to === 'skip') return { how: 'skipped', code: null, candidates: [], offer: null }
    if (chosen?.to === 'new') return { how: 'new', code: null, candidates: [], offer: null }
    if (chosen?.to === 'code' && units.has(chosen.code)) {
      return { how: 'chosen', code: chosen.code, candidates: [], offer: null }
    }
    const texts = said.map(nameForm).filter((text) => text !== '')
    const code = said.map((text) => codeIn(normaliseName(text))).find((one) => one !== undefined)
    if (code) return { how: 'code', code, candidates: [], offer: null }
    const alias = aliases.get(key)
    if (alias && units.has(alias)) return { how: 'alias', code: alias, candidates: [], offer: null }
    // What stands in parentheses may tell two indicators apart: it is left out only where the whole name is not known.
    for (const look of [exact, bare]) {
      const found = texts.map((text) => [...(look(text) ?? [])]).find((codes) => codes.length > 0) ?? []
      const [one] = found
      if (one && found.length === 1) return { how: 'name', code: one, candidates: [], offer: null }
      if (one) return { how: 'guess', code: one, candidates: found.slice(0, guessed.most), offer: 'code' }
    }
    guesses += 1
    if (guesses > mostGuesses) return { how: 'none', code: null, candidates: [], offer: 'new' }
    const alike = texts
      .flatMap((text) =>
        mostAlike(
          text,
          names.filter((one) => isHan(one.text) === isHan(text)),
          guessed,
        ),
      )
      .sort((a, b) => b.score - a.score)
    const candidates = [...new Set(alike.map(({ of }) => of))].slice(0, guessed.most)
    const [best] = alike
    if (best && best.score >= guessFrom) return { how: 'guess', code: best.of, candidates, offer: 'code' }
    return { how: 'none', code: null, candidates, offer: 'new' }
  }

  const isIndicator = (text: string) => {
    const normal = normaliseName(text)
    return (
      normal !== '' &&
      (codeIn(normal) ?? aliases.get(normal) ?? exact(nameForm(text)) ?? bare(nameForm(text))) !== undefined
    )
  }
  return { find, isIndicator, unitsOf: (code) => units.get(code) ?? [] }
}

/** Chinese sources write 研究与试验发展（R&D）经费 and R&D 经费 with and without spaces. */
function nameForm(text: string): string {
  const normal = normaliseName(text)
  return isHan(normal) ? normal.replaceAll(' ', '') : normal
}

const withoutParentheses = (text: string) => text.replaceAll(/ ?\([^()]*\)/gu, '').trim() || text
