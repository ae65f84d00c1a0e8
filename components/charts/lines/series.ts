import { pathOf } from '../path'
import { type Axis, drawnNumber, numberAxis, rankAxis, type Tick, yearAxis } from '../scale'
import { defaultHeight } from '../sizes'
import { spread } from '../spread'
import { blockWidth, boldSize, fontSize, lineHeight, textWidth, wrapText } from '../text'
import { byDepth, toneColour } from '../tones'
import type { Box, ChartLine, ChartPoint, NumberSpec, Spot, TextBlock, Tone } from '../types'
import { type Observed, unbroken } from '../unbroken'
import { placeTarget, type TargetMark } from './place-target'

export type LinesProps = {
  readonly lines: readonly ChartLine[]
  readonly format: NumberSpec
  /** the sentence that stands for the drawing */
  readonly summary: string
  readonly target?: { readonly year: number; readonly value: number; readonly label: string } | undefined
  /** where the values would have to run to reach the target */
  readonly path?:
    | {
        readonly points: readonly { readonly year: number; readonly value: number }[]
        readonly label?: string
      }
    | undefined
  /** values are ranks: the axis runs downward, 1 on top */
  readonly isRank?: boolean
  readonly domain?: readonly [number, number] | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
}

export type DrawnLine = {
  readonly key: string
  readonly tone: Tone
  readonly colour: string
  /** what may be drawn through, piece by piece */
  readonly pieces: readonly (readonly Spot[])[]
  /** the line with its gaps, as an SVG path */
  readonly path: string
  /** observed years without a neighbour, which a path would not show */
  readonly lone: readonly Spot[]
  readonly breaks: readonly Spot[]
  readonly last: Spot | null
}

export type LineName = TextBlock & {
  readonly key: string
  readonly isBold: boolean
  readonly tone: Tone
  readonly colour: string
  /** from the last point to the name */
  readonly leader: string
}

export type LinesGeometry = {
  readonly width: number
  readonly height: number
  readonly plot: Box
  readonly x: Axis
  readonly y: Axis
  readonly xTicks: readonly Tick[]
  readonly rest: string
  readonly lines: readonly DrawnLine[]
  readonly names: readonly LineName[]
  readonly path: string
  readonly target: TargetMark | null
  /** the key to the dashed path */
  readonly pathKey: TextBlock | null
}

/** The middle between a break and the observed year before it. */
function breakSpots(points: readonly ChartPoint[], at: (point: Observed) => Spot): Spot[] {
  const observed = points.filter((point): point is Observed => point.value !== null)
  return observed.flatMap((point, i) => {
    const before = observed[i - 1]
    if (point.status !== 'B' || !before) return []
    const [a, b] = [at(before), at(point)]
    return [{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }]
  })
}

function nameText(line: ChartLine, lastYear: number, props: LinesProps): string {
  const last = line.points.findLast((point) => point.value !== null)
  if (!last) return line.label
  const value = drawnNumber(
    last.value,
    props.isRank ? { locale: props.format.locale, decimals: 0 } : props.format,
  )
  return last.year === lastYear ? `${line.label} ${value}` : `${line.label} ${value} (${last.year})`
}

/** Where everything of a line chart stands, for a given width. The drawing grows when the names need more height. */
export function linesGeometry(props: LinesProps, width: number): LinesGeometry {
  const { lines, format, target, path, isRank, domain } = props
  const observed = lines.flatMap((line) =>
    line.points.filter((point): point is Observed => point.value !== null),
  )
  const lastYear = Math.max(...observed.map((point) => point.year))
  const named = byDepth(lines).filter(
    (line) => line.tone !== 'rest' && line.points.some((p) => p.value !== null),
  )

  const nameWidth = Math.min(200, width * 0.36)
  // Where all are selected, as in a comparison, none has to stand out.
  const hasBold = lines.filter((line) => line.tone === 'selected').length === 1
  const sizeOf = (tone: Tone | undefined) => (hasBold && tone === 'selected' ? boldSize : fontSize)
  const texts = named.map((line) => wrapText(nameText(line, lastYear, props), nameWidth, sizeOf(line.tone)))
  const rightMargin =
    texts.length === 0
      ? 16
      : Math.max(...texts.map((text, i) => blockWidth(text, sizeOf(named[i]?.tone)))) + 22
  const keyed = path?.label ? 20 : 0
  const top = 12 + keyed
  const namesHeight = texts.reduce((sum, text) => sum + text.length * lineHeight, 0)
  const height = Math.max(props.height ?? defaultHeight(width), namesHeight + top + 30)
  const bottom = height - 28

  const values = [
    ...observed.map((point) => point.value),
    ...(target ? [target.value] : []),
    ...(path ? path.points.map((point) => point.value) : []),
  ]
  const y = isRank
    ? rankAxis(domain ? domain[1] : Math.max(1, ...values), [bottom, top], format.locale)
    : numberAxis({ values, range: [bottom, top], format, count: height < 220 ? 3 : 5, domain })
  const left = Math.max(...y.ticks.map((tick) => textWidth(tick.label)), 12) + 12
  const plot: Box = { left, right: width - rightMargin, top, bottom }
  const years = [
    ...observed.map((point) => point.year),
    ...(target ? [target.year] : []),
    ...(path ? path.points.map((point) => point.year) : []),
  ]
  const x = yearAxis(years, [plot.left + 6, plot.right - 6])
  const at = (point: { readonly year: number; readonly value: number }): Spot => ({
    x: x.at(point.year),
    y: y.at(point.value),
  })

  const draw = (line: ChartLine): DrawnLine => {
    const pieces = unbroken(line.points).map((piece) => piece.map(at))
    return {
      key: line.key,
      tone: line.tone,
      colour: toneColour(line.tone, line.token),
      pieces,
      path: pieces.map((piece) => (piece.length > 1 ? pathOf(piece) : '')).join(''),
      lone: pieces.flatMap((piece) => (piece.length === 1 ? piece : [])),
      breaks: breakSpots(line.points, at),
      last: pieces.at(-1)?.at(-1) ?? null,
    }
  }
  const drawn = byDepth(lines).map(draw)
  const ends = drawn.filter((line) => line.tone !== 'rest' && line.last !== null)
  const middles = spread(
    ends.map((line, i) => ({ at: line.last?.y ?? 0, size: (texts[i]?.length ?? 1) * lineHeight })),
    2,
    height - 4,
  )
  const names = ends.map((line, i): LineName => {
    const last = line.last ?? { x: 0, y: 0 }
    const middle = middles[i] ?? last.y
    const nameX = plot.right + 18
    return {
      key: line.key,
      isBold: hasBold && line.tone === 'selected',
      tone: line.tone,
      colour: line.colour,
      x: nameX,
      y: middle,
      lines: texts[i] ?? [],
      anchor: 'start',
      leader: pathOf([
        { x: last.x + 4, y: last.y },
        { x: Math.max(last.x + 4, plot.right), y: last.y },
        { x: nameX - 4, y: middle },
      ]),
    }
  })
  return {
    width,
    height,
    plot,
    x,
    y,
    xTicks: x.ticks,
    // One element for all that is pale: a page with 31 regions stays light.
    rest: drawn
      .filter((line) => line.tone === 'rest')
      .map((line) => line.path)
      .join(''),
    lines: drawn,
    names,
    path: path ? pathOf(path.points.map(at)) : '',
    target: target
      ? placeTarget(
          target.label,
          at(target),
          plot,
          drawn.map((line) => ({ isNamed: line.tone !== 'rest', pieces: line.pieces })),
        )
      : null,
    pathKey: path?.label ? { x: plot.left + 34, y: 10, lines: [path.label], anchor: 'start' } : null,
  }
}
