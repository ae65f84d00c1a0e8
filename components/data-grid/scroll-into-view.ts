/** One axis of a scroll area with a sticky header of `header` pixels, in the same coordinates as its content. */
export type Axis = { readonly offset: number; readonly viewport: number; readonly header: number }

/**
 * The smallest scroll that brings an item wholly out from under the header and into view; an item larger than the
 * view shows its start.
 *
 * @param start where the item begins in the content, header included
 * @returns the new scroll offset
 */
export function scrollToShow(axis: Axis, start: number, size: number): number {
  const room = axis.viewport - axis.header
  if (start - axis.header < axis.offset || size >= room) return Math.max(0, start - axis.header)
  if (start + size > axis.offset + axis.viewport) return start + size - axis.viewport
  return axis.offset
}
