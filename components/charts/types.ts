/** How the numbers of a chart are written. Plain data, so that it can cross from the server to the browser. */
export type NumberSpec = {
  readonly locale: string
  readonly decimals: number
  /** written after every number in the tooltip; in the drawing only % is, other units stand in the subtitle */
  readonly unit?: string
  /** a change: + before a rise */
  readonly isSigned?: boolean
}

/** selected: full colour · peer: mid grey with its name · rest: pale grey without name */
export type Tone = 'selected' | 'peer' | 'rest'

export type ChartPoint = {
  readonly year: number
  /** null = not observed: a gap */
  readonly value: number | null
  /** SDMX status; B = break in series: a gap before the point, with a marker */
  readonly status?: string
}

export type ChartLine = {
  readonly key: string
  readonly label: string
  readonly tone: Tone
  /** colour token in place of the tone's own */
  readonly token?: string
  readonly points: readonly ChartPoint[]
}

/** A place in a drawing. */
export type Spot = { readonly x: number; readonly y: number }

export type Box = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Lines of text around a spot: `y` is the middle of the block. */
export type TextBlock = Spot & {
  readonly lines: readonly string[]
  readonly anchor: 'start' | 'middle' | 'end'
}
