import { quantile } from '@/core/stats/quantile'
import { round } from '../path'
import { type NameWish, placeNames } from '../place-names'
import { type Axis, drawnNumber, numberAxis } from '../scale'
import { spread } from '../spread'
import { stack } from '../stack'
import { blockWidth, boldSize, fontSize, lineHeight, wrapText } from '../text'
import { byDepth, toneColour } from '../tones'
import type { Box, NumberSpec, Spot, TextBlock, Tone } from '../types'

export type StripPoint = {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly tone: Tone
  readonly token?: string
}

export type StripProps = {
  readonly points: readonly StripPoint[]
  readonly format: NumberSpec
  readonly summary: string
  /** names of the quartiles; without them only their values are written */
  readonly words?: { readonly lower: string; readonly median: string; readonly upper: string }
  readonly width?: number | undefined
}

export type DrawnStripPoint = Spot & {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly tone: Tone
  readonly colour: string
  readonly radius: number
}

export type StripGeometry = {
  readonly width: number
  readonly height: number
  readonly plot: Box
  readonly axis: Axis
  readonly middle: number
  readonly points: readonly DrawnStripPoint[]
  readonly names: readonly (TextBlock & { readonly key: string; readonly tone: Tone; readonly foot: Spot })[]
  readonly quartiles: readonly (TextBlock & { readonly at: number; readonly leader: string })[]
  readonly box: { readonly from: number; readonly to: number; readonly half: number } | null
}

const radii: Readonly<Record<Tone, number>> = { rest: 4, peer: 4.5, selected: 6.5 }

/** Where everything of a distribution stands: every region a point, a box over the middle half, the quartiles written. */
export function stripGeometry({ points, format, words }: StripProps, width: number): StripGeometry {
  const [left, right] = [14, width - 14]
  const axis = numberAxis({
    values: points.map((p) => p.value),
    range: [left, right],
    format,
    count: width < 420 ? 4 : 6,
  })
  const ordered = byDepth(points)
  const offsets = stack(
    ordered.map((p) => axis.at(p.value)),
    9.5,
  )
  const half = Math.max(18, ...offsets.map(Math.abs)) + 8
  const nameRoom = ordered.some((p) => p.tone !== 'rest') ? 44 : 8

  const values = points.map((p) => p.value)
  const marks = (
    [
      [0.25, words?.lower],
      [0.5, words?.median],
      [0.75, words?.upper],
    ] as const
  ).flatMap(([share, word]) => {
    const value = quantile(values, share)
    if (value === null || points.length < 4) return []
    const number = drawnNumber(value, format)
    return [{ at: axis.at(value), lines: wrapText(word ? `${word} ${number}` : number, width / 3 - 12) }]
  })
  const quartileHeight = Math.max(0, ...marks.map((mark) => mark.lines.length)) * lineHeight

  const middle = nameRoom + half
  const boxBottom = middle + half
  const quartileTop = boxBottom + 14
  const bottom = quartileTop + quartileHeight + 8
  const drawn = ordered.map(
    (point, i): DrawnStripPoint => ({
      key: point.key,
      label: point.label,
      value: point.value,
      tone: point.tone,
      colour: toneColour(point.tone, point.token),
      x: axis.at(point.value),
      y: middle + (offsets[i] ?? 0),
      radius: radii[point.tone],
    }),
  )
  const centres = spread(
    marks.map((mark) => ({ at: mark.at, size: blockWidth(mark.lines) + 12 })),
    0,
    width,
  )
  const low = marks[0]
  const high = marks[2]
  return {
    width,
    height: bottom + 24,
    plot: { left, right, top: middle - half, bottom },
    axis,
    middle,
    points: drawn,
    names: nameStrip(drawn, { left: 0, right: width, top: 0, bottom: middle - half }, format),
    quartiles: marks.map((mark, i) => {
      const x = centres[i] ?? mark.at
      return {
        x,
        y: quartileTop + (mark.lines.length * lineHeight) / 2,
        lines: mark.lines,
        anchor: 'middle',
        at: mark.at,
        leader: `M${round(mark.at)},${round(boxBottom)}L${round(x)},${round(quartileTop - 1)}`,
      }
    }),
    box: low && high ? { from: low.at, to: high.at, half } : null,
  }
}

/** Names stand above the points on two levels, each tied to its point by a hairline that crosses no other name. */
function nameStrip(points: readonly DrawnStripPoint[], room: Box, format: NumberSpec) {
  const named = points.toReversed().filter((point) => point.tone !== 'rest')
  const levels = [room.bottom - 12, room.bottom - 14 - lineHeight]
  const wishes = named.map((point): NameWish => {
    const isBold = point.tone === 'selected'
    const lines = [isBold ? `${point.label} ${drawnNumber(point.value, format)}` : point.label]
    const places = levels.flatMap((y) => {
      const stem = { left: point.x - 2, right: point.x + 2, top: y + lineHeight / 2, bottom: room.bottom }
      const at = (x: number, anchor: TextBlock['anchor']) => ({ x, y, lines, anchor, stem })
      return [at(point.x, 'middle'), at(point.x - 5, 'start'), at(point.x + 5, 'end')]
    })
    return { key: point.key, places, size: isBold ? boldSize : fontSize, isBold }
  })
  const placed = placeNames(wishes, { ...room, top: room.top - 4 }, [])
  return named.flatMap((point) => {
    const place = placed.get(point.key)
    return place
      ? [{ ...place, key: point.key, tone: point.tone, foot: { x: point.x, y: point.y - point.radius } }]
      : []
  })
}
