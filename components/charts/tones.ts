import type { Tone } from './types'

const toneTokens: Readonly<Record<Tone, string>> = { selected: '--accent', peer: '--peer', rest: '--rest' }

/** The colour of a mark as a CSS variable: its own token, or the tone's. */
export function toneColour(tone: Tone, token?: string): string {
  return `var(${token ?? toneTokens[tone]})`
}

/** The colour of a name: always an ink, because not every colour of the palette can be read as text. */
export function nameColour(tone: Tone): string {
  return tone === 'selected' ? 'var(--ink)' : 'var(--ink-2)'
}

const depth: Readonly<Record<Tone, number>> = { rest: 0, peer: 1, selected: 2 }

/** Drawing order: the selected last, so that it lies on top. */
export function byDepth<T extends { readonly tone: Tone }>(marks: readonly T[]): T[] {
  return marks.toSorted((a, b) => depth[a.tone] - depth[b.tone])
}

/** Says how loudly a key is drawn: the selected one, its peers, all the others. */
export function tonesOf(selected: string, peers: Iterable<string>): (key: string) => Tone {
  const among = new Set(peers)
  return (key) => (key === selected ? 'selected' : among.has(key) ? 'peer' : 'rest')
}
