import { type Legend, placeLegend } from '../legend'
import { pathOf } from '../path'
import { drawnNumber } from '../scale'
import { blockWidth, isLatin, lineHeight, textWidth, wrapText } from '../text'
import type { NumberSpec, Spot, TextBlock } from '../types'

export type RadarProps = {
  readonly axes: readonly { readonly key: string; readonly label: string }[]
  readonly shapes: readonly {
    readonly key: string
    readonly label: string
    readonly token: string
    /** in the order of the axes; null = no score: the outline is open there */
    readonly values: readonly (number | null)[]
  }[]
  readonly domain: readonly [number, number]
  readonly format: NumberSpec
  readonly summary: string
  readonly width?: number | undefined
}

export type DrawnShape = {
  readonly key: string
  readonly colour: string
  readonly outline: string
  /** all axes have values, so that the shape can be filled */
  readonly isWhole: boolean
  readonly spots: readonly Spot[]
}

export type RadarGeometry = {
  readonly width: number
  readonly height: number
  readonly centre: Spot
  readonly radius: number
  readonly rings: readonly string[]
  readonly ticks: readonly TextBlock[]
  readonly spokes: readonly Spot[]
  readonly names: readonly TextBlock[]
  readonly shapes: readonly DrawnShape[]
  readonly legend: Legend | null
}

/** The angle of an axis, clockwise from the top, in radians. */
export function axisAngle(index: number, count: number): number {
  return (index / count) * 2 * Math.PI
}

/** Where everything of a radar chart stands. An outline is drawn only between neighbours that both have values. */
export function radarGeometry({ axes, shapes, domain, format }: RadarProps, width: number): RadarGeometry {
  const count = axes.length
  const legend =
    shapes.length > 1
      ? placeLegend(
          shapes.map((shape) => ({ key: shape.key, label: shape.label, colour: `var(${shape.token})` })),
          width,
        )
      : null
  // Words are not divided for want of a little room.
  const longest = Math.max(
    0,
    ...axes.flatMap((axis) => axis.label.split(/\s+/).map((word) => (isLatin(word) ? textWidth(word) : 0))),
  )
  const labels = axes.map((axis) =>
    wrapText(axis.label, Math.max(Math.min(130, width * 0.23), Math.min(longest, width * 0.32))),
  )
  // A name beside the figure takes from its radius, one above or below does not.
  const room = labels.map((lines, i) => {
    const sine = Math.abs(Math.sin(axisAngle(i, count)))
    return (width / 2 - 12 - blockWidth(lines)) / Math.max(0.3, sine)
  })
  const radius = Math.max(50, Math.min(...room, 165))
  const topLabel = (labels[0]?.length ?? 1) * lineHeight
  const centre: Spot = { x: width / 2, y: (legend?.height ?? 0) + topLabel + 12 + radius }
  const [low, high] = domain
  const distanceOf = (value: number) => ((value - low) / (high - low || 1)) * radius
  const place = (index: number, distance: number): Spot => ({
    x: centre.x + Math.sin(axisAngle(index, count)) * distance,
    y: centre.y - Math.cos(axisAngle(index, count)) * distance,
  })
  const ring = (distance: number) =>
    pathOf(
      axes.map((_, i) => place(i, distance)),
      true,
    )
  const rings = [0.25, 0.5, 0.75, 1].map((share) => low + share * (high - low))

  const names = labels.map((lines, i): TextBlock => {
    const tip = place(i, radius + 10)
    const [sine, cosine] = [Math.sin(axisAngle(i, count)), Math.cos(axisAngle(i, count))]
    const anchor = Math.abs(sine) < 0.2 ? 'middle' : sine > 0 ? 'start' : 'end'
    const half = (lines.length * lineHeight) / 2
    return { x: tip.x, y: tip.y + (cosine > 0.9 ? -half : cosine < -0.7 ? half : 0), lines, anchor }
  })
  const height = Math.max(centre.y, ...names.map((name) => name.y + (name.lines.length * lineHeight) / 2)) + 6

  return {
    width,
    height,
    centre,
    radius,
    rings: rings.map((value) => ring(distanceOf(value))),
    // On a small figure only every second ring has its number.
    ticks: rings
      .filter((_, i) => radius >= 90 || i % 2 === 1)
      .map((value) => ({
        x: centre.x - 5,
        y: centre.y - distanceOf(value) + 8,
        lines: [drawnNumber(value, Number.isInteger(value) ? { ...format, decimals: 0 } : format)],
        anchor: 'end',
      })),
    spokes: axes.map((_, i) => place(i, radius)),
    names,
    shapes: shapes.map((shape) => {
      const spots = axes.map((_, i) => {
        const value = shape.values[i] ?? null
        return value === null ? null : place(i, distanceOf(value))
      })
      return {
        key: shape.key,
        colour: `var(${shape.token})`,
        outline: outlineOf(spots),
        isWhole: spots.every((spot) => spot !== null),
        spots: spots.filter((spot) => spot !== null),
      }
    }),
    legend,
  }
}

function outlineOf(spots: readonly (Spot | null)[]): string {
  const observed = spots.filter((spot) => spot !== null)
  if (observed.length === spots.length) return pathOf(observed, true)
  return spots
    .flatMap((spot, i) => {
      const next = spots[(i + 1) % spots.length]
      return spot && next ? [pathOf([spot, next])] : []
    })
    .join('')
}
