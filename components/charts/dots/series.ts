import { type Legend, placeLegend } from '../legend'
import { type NameWish, placeNames } from '../place-names'
import { drawnNumber, numberAxis, type Tick } from '../scale'
import { stack } from '../stack'
import { blockWidth, boldSize, fontSize, lineHeight, wrapText } from '../text'
import { byDepth, toneColour } from '../tones'
import type { Box, NumberSpec, TextBlock, Tone } from '../types'

export type Dot = {
  readonly key: string
  readonly label: string
  readonly value: number | null
  readonly tone: Tone
  readonly token?: string
}

export type DotRow = {
  readonly key: string
  readonly label: string
  /** colour of the row: of its mark, and of a selected dot without its own */
  readonly token: string
  readonly dots: readonly Dot[]
}

export type DotsProps = {
  readonly rows: readonly DotRow[]
  readonly domain: readonly [number, number]
  readonly format: NumberSpec
  readonly summary: string
  readonly width?: number | undefined
}

export type DrawnDot = {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly tone: Tone
  readonly colour: string
  readonly x: number
  readonly y: number
  readonly radius: number
}

export type DrawnRow = {
  readonly key: string
  readonly colour: string
  readonly y: number
  readonly title: TextBlock
  readonly dots: readonly DrawnDot[]
  readonly names: readonly (TextBlock & { readonly key: string; readonly tone: Tone })[]
}

export type DotsGeometry = {
  readonly width: number
  readonly height: number
  readonly plot: Box
  readonly ticks: readonly Tick[]
  readonly rows: readonly DrawnRow[]
  readonly legend: Legend | null
}

const radii: Readonly<Record<Tone, number>> = { rest: 4, peer: 4.5, selected: 6.5 }

/** Where everything of a dot plot stands: a row per area, a dot per region on one scale. */
export function dotsGeometry(props: DotsProps, width: number): DotsGeometry {
  const { rows, domain, format } = props
  const legend = legendOf(rows, width)
  // On a narrow drawing the title of a row stands above it, on a wide one to its left.
  const isNarrow = width < 420
  const titles = rows.map((row) => wrapText(row.label, isNarrow ? width - 24 : Math.min(190, width * 0.28)))
  const left = isNarrow ? 14 : Math.max(0, ...titles.map((lines) => blockWidth(lines))) + 36
  const right = width - 20
  const top = legend ? legend.height : 4
  const axis = numberAxis({
    values: [],
    range: [left, right],
    format: { ...format, isSigned: false },
    count: 5,
    domain,
  })

  let y = top
  const drawn = rows.map((row, i): DrawnRow => {
    const lines = titles[i] ?? []
    const titleHeight = isNarrow ? lines.length * lineHeight + 2 : 0
    const shown = byDepth(row.dots).flatMap((dot) =>
      dot.value === null ? [] : [{ ...dot, value: dot.value }],
    )
    // In a comparison no dot may hide another one; among all regions the pale ones may touch.
    const loud = legend ? shown.filter((dot) => dot.tone !== 'rest') : []
    const offsets = stack(
      loud.map((dot) => axis.at(dot.value)),
      11,
    )
    const offsetOf = new Map(loud.map((dot, d) => [dot.key, offsets[d] ?? 0]))
    const swarm = Math.max(0, ...offsets.map(Math.abs))
    const height = Math.max((legend ? 32 : 54) + 2 * swarm, isNarrow ? 0 : lines.length * lineHeight + 12)
    const middle = y + titleHeight + height / 2
    const dots = shown.map(
      (dot): DrawnDot => ({
        key: dot.key,
        label: dot.label,
        value: dot.value,
        tone: dot.tone,
        colour:
          dot.tone === 'selected'
            ? toneColour(dot.tone, dot.token ?? row.token)
            : toneColour(dot.tone, dot.token),
        x: axis.at(dot.value),
        y: middle + (offsetOf.get(dot.key) ?? 0),
        radius: radii[dot.tone],
      }),
    )
    const frame = {
      left: isNarrow ? 0 : left - 20,
      right: width,
      top: middle - height / 2,
      bottom: middle + height / 2,
    }
    const result: DrawnRow = {
      key: row.key,
      colour: toneColour('selected', row.token),
      y: middle,
      title: isNarrow
        ? { x: 14, y: y + (lines.length * lineHeight) / 2, lines, anchor: 'start' }
        : { x: 16, y: middle, lines, anchor: 'start' },
      dots,
      names: legend ? [] : nameDots(dots, middle, frame, format),
    }
    y += titleHeight + height
    return result
  })
  return {
    width,
    height: y + 24,
    plot: { left, right, top, bottom: y },
    ticks: axis.ticks,
    rows: drawn,
    legend,
  }
}

/** With several regions in colours of their own a legend tells them apart in all rows alike. */
function legendOf(rows: readonly DotRow[], width: number): Legend | null {
  const coloured = new Map<string, { label: string; colour: string }>()
  for (const row of rows) {
    for (const dot of row.dots)
      if (dot.token) coloured.set(dot.key, { label: dot.label, colour: toneColour(dot.tone, dot.token) })
  }
  if (coloured.size < 2) return null
  return placeLegend(
    [...coloured].map(([key, entry]) => ({ key, ...entry })),
    width,
  )
}

/** The loudest dots have their names, as far as there is room; the selected one also its value. */
function nameDots(dots: readonly DrawnDot[], y: number, frame: Box, format: NumberSpec) {
  const loudest = dots.toReversed().filter((dot) => dot.tone !== 'rest')
  const wishes = loudest.map((dot): NameWish => {
    const isBold = dot.tone === 'selected'
    const lines = [isBold ? `${dot.label} ${drawnNumber(dot.value, format)}` : dot.label]
    const size = isBold ? boldSize : fontSize
    const half = blockWidth(lines, size) / 2
    // A name keeps inside the drawing.
    const x = Math.min(Math.max(dot.x, frame.left + half), frame.right - half)
    const places = [y - 17, y + 17].map((at) => ({ x, y: at, lines, anchor: 'middle' as const }))
    return { key: dot.key, places: isBold ? places : places.toReversed(), size, isBold }
  })
  const placed = placeNames(wishes, frame, [])
  return loudest.flatMap((dot) => {
    const place = placed.get(dot.key)
    return place ? [{ ...place, key: dot.key, tone: dot.tone }] : []
  })
}
