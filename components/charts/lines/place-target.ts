import { blockWidth, lineHeight, wrapText } from '../text'
import type { Box, Spot, TextBlock } from '../types'

export type TargetMark = Spot & { readonly label: TextBlock }

type Obstacle = { readonly isNamed: boolean; readonly pieces: readonly (readonly Spot[])[] }

/** Spots along a line, close enough that no label slips between two of them. */
function along(piece: readonly Spot[]): Spot[] {
  return piece.flatMap((spot, i) => {
    const next = piece[i + 1]
    if (!next) return [spot]
    const steps = Math.max(1, Math.ceil((next.x - spot.x) / 10))
    return Array.from({ length: steps }, (_, step) => ({
      x: spot.x + ((next.x - spot.x) * step) / steps,
      y: spot.y + ((next.y - spot.y) * step) / steps,
    }))
  })
}

/** The words of the target stand on its line, above or below, where they cover least. Pale lines count little. */
export function placeTarget(
  label: string,
  spot: Spot,
  plot: Box,
  obstacles: readonly Obstacle[],
): TargetMark {
  const lines = wrapText(label, plot.right - plot.left - 12)
  const height = lines.length * lineHeight
  const reach = blockWidth(lines)
  const spots = obstacles.flatMap(({ isNamed, pieces }) =>
    pieces.flatMap((piece) => along(piece).map((s) => ({ ...s, cost: isNamed ? 1 : 0.15 }))),
  )
  const [first, last] = [plot.left + 6, Math.max(plot.left + 6, plot.right - 6 - reach)]
  const places = [0, 1, 0.75, 0.5, 0.25].flatMap((share) =>
    [-1, 1].map((side) => {
      const left = first + share * (last - first)
      const y = spot.y + side * (height / 2 + 3)
      const covered = spots.filter(
        (s) => s.x >= left - 4 && s.x <= left + reach + 4 && Math.abs(s.y - y) < height / 2 + 3,
      )
      const isOutside = y - height / 2 < plot.top - 8 || y + height / 2 > plot.bottom
      const isOnMark = Math.abs(left + reach / 2 - spot.x) < reach / 2 + 8
      const cost = covered.reduce((sum, s) => sum + s.cost, 0) + (isOutside ? 1000 : 0) + (isOnMark ? 0.5 : 0)
      return { x: left, y, cost }
    }),
  )
  const best = places.reduce((a, b) => (b.cost < a.cost ? b : a))
  return { ...spot, label: { x: best.x, y: best.y, anchor: 'start', lines } }
}
