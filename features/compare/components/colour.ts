import type { Tone } from '@/components/charts/types'
import type { Colours } from '../schema'

type Ink = { readonly tone: Tone; readonly token?: string }

/** How a chosen region is drawn: in its own colour, or in grey with its name when no colour was left for it. */
export function inkOf(colours: Colours, code: string): Ink {
  const colour = colours[code]
  return colour === undefined ? { tone: 'peer' } : { tone: 'selected', token: `--series-${colour}` }
}
