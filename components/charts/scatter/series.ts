import { median } from '@/core/stats/median'
import { type Legend, placeLegend } from '../legend'
import { boxOf, type NameWish, placeNames } from '../place-names'
import { type Axis, drawnNumber, numberAxis } from '../scale'
import { defaultHeight } from '../sizes'
import { boldSize, fontSize, lineHeight, textWidth, wrapText } from '../text'
import { byDepth, toneColour } from '../tones'
import type { Box, NumberSpec, TextBlock, Tone } from '../types'

export type ScatterPoint = {
  readonly key: string
  readonly label: string
  readonly x: number
  readonly y: number
  readonly tone: Tone
  readonly token?: string
}

export type ScatterProps = {
  readonly points: readonly ScatterPoint[]
  readonly xLabel: string
  readonly yLabel: string
  readonly xFormat: NumberSpec
  readonly yFormat: NumberSpec
  readonly summary: string
  /** the word for the middle, written at the two lines */
  readonly medianLabel?: string
  readonly width?: number | undefined
  readonly height?: number | undefined
}

export type DrawnPoint = {
  readonly key: string
  readonly label: string
  readonly tone: Tone
  readonly colour: string
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly values: { readonly x: number; readonly y: number }
}

export type ScatterGeometry = {
  readonly width: number
  readonly height: number
  readonly plot: Box
  readonly x: Axis
  readonly y: Axis
  readonly points: readonly DrawnPoint[]
  readonly names: readonly (TextBlock & {
    readonly key: string
    readonly tone: Tone
    readonly isBold: boolean
  })[]
  readonly medians: { readonly x: number; readonly y: number; readonly labels: readonly TextBlock[] } | null
  readonly xTitle: TextBlock
  readonly yTitle: TextBlock
  readonly legend: Legend | null
}

const radii: Readonly<Record<Tone, number>> = { rest: 4, peer: 4.5, selected: 6 }

/**
 * Where everything of a scatter plot stands. Names that find no free place are left to the tooltip and the table; only
 * when a point with a colour of its own goes without a name, a legend says what the colours mean.
 */
export function scatterGeometry(props: ScatterProps, width: number): ScatterGeometry {
  const plain = layOut(props, width, null)
  const coloured = props.points.filter((point) => point.token)
  const isNamed = (key: string) => plain.names.some((name) => name.key === key)
  if (coloured.length < 2 || coloured.every((point) => isNamed(point.key))) return plain
  const items = coloured.map(({ key, label, tone, token }) => ({
    key,
    label,
    colour: toneColour(tone, token),
  }))
  return layOut(props, width, placeLegend(items, width))
}

function layOut(props: ScatterProps, width: number, legend: Legend | null): ScatterGeometry {
  const { points, xFormat, yFormat } = props
  const yLines = wrapText(props.yLabel, width - 8)
  const xLines = wrapText(props.xLabel, width - 60)
  const head = legend?.height ?? 0
  const top = head + yLines.length * lineHeight + 14
  const height = (props.height ?? Math.max(defaultHeight(width), Math.min(width * 0.72, 420))) + top - 20
  const bottom = height - 32 - xLines.length * lineHeight
  const y = numberAxis({ values: points.map((p) => p.y), range: [bottom, top], format: yFormat, count: 5 })
  const left = Math.max(12, ...y.ticks.map((tick) => textWidth(tick.label))) + 12
  const plot: Box = { left, right: width - 12, top, bottom }
  const x = numberAxis({
    values: points.map((p) => p.x),
    range: [plot.left, plot.right - 8],
    format: xFormat,
    count: width < 420 ? 4 : 6,
  })
  const drawn = byDepth(points).map(
    (point): DrawnPoint => ({
      key: point.key,
      label: point.label,
      tone: point.tone,
      colour: toneColour(point.tone, point.token),
      x: x.at(point.x),
      y: y.at(point.y),
      radius: radii[point.tone],
      values: { x: point.x, y: point.y },
    }),
  )
  const medians = placeMedians(props, plot, x, y)
  return {
    width,
    height,
    plot,
    x,
    y,
    points: drawn,
    names: namePoints(drawn, plot, medians?.labels ?? []),
    medians,
    xTitle: { x: plot.right, y: height - 8 - (xLines.length * lineHeight) / 2, lines: xLines, anchor: 'end' },
    yTitle: { x: 0, y: head + (yLines.length * lineHeight) / 2, lines: yLines, anchor: 'start' },
    legend,
  }
}

function placeMedians({ points, xFormat, yFormat, medianLabel }: ScatterProps, plot: Box, x: Axis, y: Axis) {
  const middleX = median(points.map((p) => p.x))
  const middleY = median(points.map((p) => p.y))
  if (middleX === null || middleY === null || points.length < 3) return null
  const [atX, atY] = [x.at(middleX), y.at(middleY)]
  const word = medianLabel ? `${medianLabel} ` : ''
  const labels: TextBlock[] = [
    { x: atX, y: plot.top - 6, lines: [`${word}${drawnNumber(middleX, xFormat)}`], anchor: 'middle' },
    { x: plot.right, y: atY - 9, lines: [`${word}${drawnNumber(middleY, yFormat)}`], anchor: 'end' },
  ]
  return { x: atX, y: atY, labels }
}

function namePoints(points: readonly DrawnPoint[], plot: Box, written: readonly TextBlock[]) {
  const named = points.toReversed().filter((point) => point.tone !== 'rest')
  const hasBold = points.filter((point) => point.tone === 'selected').length === 1
  const wishes = named.map((point): NameWish => {
    const away = point.radius + 4
    const block = (dx: number, dy: number, anchor: TextBlock['anchor']): TextBlock => ({
      x: point.x + dx,
      y: point.y + dy,
      lines: [point.label],
      anchor,
    })
    return {
      key: point.key,
      places: [
        block(away, 0, 'start'),
        block(-away, 0, 'end'),
        block(0, -away - 7, 'middle'),
        block(0, away + 7, 'middle'),
        block(away - 2, -10, 'start'),
        block(away - 2, 10, 'start'),
        block(-away + 2, -10, 'end'),
        block(-away + 2, 10, 'end'),
      ],
      size: hasBold && point.tone === 'selected' ? boldSize : fontSize,
      isBold: point.tone === 'selected',
    }
  })
  // A pale point may be touched by a name, never hidden.
  const marks = points.map(({ x, y, radius, tone }) => ({
    x,
    y,
    radius: tone === 'rest' ? radius - 1.5 : radius,
  }))
  const frame = { left: 0, right: plot.right + 12, top: plot.top - 12, bottom: plot.bottom }
  const placed = placeNames(
    wishes,
    frame,
    marks,
    written.map((block) => boxOf(block)),
  )
  return named.flatMap((point) => {
    const place = placed.get(point.key)
    const isBold = hasBold && point.tone === 'selected'
    return place ? [{ ...place, key: point.key, tone: point.tone, isBold }] : []
  })
}
