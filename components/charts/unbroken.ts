import type { ChartPoint } from './types'

export type Observed = ChartPoint & { readonly value: number }

/** Pieces of a line that may be drawn through: a missing year ends one, and so does a break in the series. */
export function unbroken(points: readonly ChartPoint[]): Observed[][] {
  const pieces: Observed[][] = []
  let piece: Observed[] = []
  for (const point of points) {
    if (point.value === null || point.status === 'B') {
      if (piece.length > 0) pieces.push(piece)
      piece = []
    }
    const before = piece.at(-1)
    if (before && point.year - before.year > 1) {
      pieces.push(piece)
      piece = []
    }
    if (point.value !== null) piece.push({ ...point, value: point.value })
  }
  if (piece.length > 0) pieces.push(piece)
  return pieces
}
