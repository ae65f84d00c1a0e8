import { blockWidth, lineHeight } from './text'
import type { Box, Spot, TextBlock } from './types'

/** A place for a name; `stem` is where a hairline from it would run. */
export type NamePlace = TextBlock & { readonly stem?: Box }

export type NameWish<P extends NamePlace = NamePlace> = {
  readonly key: string
  /** in the order of liking */
  readonly places: readonly P[]
  /** size of the letters; bold ones run wider */
  readonly size: number
  /** may cover a mark: the selected region has its name wherever no other name stands */
  readonly isBold?: boolean
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const isWithin = (a: Box, frame: Box) =>
  a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom

/** Air between two names, so that they are not read as one. */
const air = 5

/** The room that a block of text takes. */
export function boxOf({ x, y, lines, anchor }: TextBlock, size?: number): Box {
  const width = blockWidth(lines, size)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const half = (lines.length * lineHeight) / 2
  return { left, right: left + width, top: y - half, bottom: y + half }
}

type Marks = readonly (Spot & { readonly radius: number })[]

/**
 * Gives names their places one after the other, each the first of its places that is free. Who finds none goes without:
 * the tooltip and the table still say it.
 *
 * @param marks that no name may cover
 * @param written words that stand already
 */
export function placeNames<P extends NamePlace>(
  wishes: readonly NameWish<P>[],
  frame: Box,
  marks: Marks,
  written: readonly Box[] = [],
): ReadonlyMap<string, P> {
  const covered = marks.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  const names: Box[] = [...written]
  const stems: Box[] = []
  const placed = new Map<string, P>()
  for (const wish of wishes) {
    const isReadable = (place: P) => {
      const box = boxOf(place, wish.size)
      const { stem } = place
      return (
        isWithin(box, frame) &&
        ![...names, ...stems].some((other) => overlap(box, other)) &&
        !(stem && names.some((other) => overlap(stem, other)))
      )
    }
    const isClear = (place: P) => !covered.some((mark) => overlap(boxOf(place, wish.size), mark))
    const readable = wish.places.filter(isReadable)
    const place = readable.find(isClear) ?? (wish.isBold ? readable[0] : undefined)
    if (!place) continue
    placed.set(wish.key, place)
    const box = boxOf(place, wish.size)
    names.push({ ...box, left: box.left - air, right: box.right + air })
    if (place.stem) stems.push(place.stem)
  }
  return placed
}
