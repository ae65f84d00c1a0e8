import type { NumberSpec, Tone } from '../types'

export type HeatProps = {
  readonly columns: readonly {
    readonly key: string
    readonly label: string
    /** the label in full, where it is a code */
    readonly title?: string
  }[]
  readonly rows: readonly {
    readonly key: string
    readonly label: string
    /** full address with its language */
    readonly href?: string
    readonly tone: Tone
    readonly cells: readonly (number | null)[]
    /** full addresses of the cells with their language; cells without a value have one too */
    readonly links?: readonly string[]
  }[]
  readonly domain: readonly [number, number]
  readonly format: NumberSpec
  /** what stands in a cell without a value */
  readonly emptyLabel: string
  readonly caption: string
}

const steps = 7

/** The step of the one-hue scale that a value falls on, 0 (lowest) to 6; values beyond the domain take its ends. */
export function heatStep(value: number, [low, high]: readonly [number, number]): number {
  if (high <= low) return 0
  const share = (value - low) / (high - low)
  return Math.max(0, Math.min(steps - 1, Math.floor(share * steps)))
}

/** Ground and ink of a step. The scale runs toward the ink, so the upper steps are written on in the colour of the ground. */
export function heatColours(step: number): { readonly ground: string; readonly ink: string } {
  return { ground: `var(--score-${step})`, ink: step >= 4 ? 'var(--ground)' : 'var(--ink)' }
}
