/**
 * Stacks points that would cover each other, nearest to the middle line first, in the order of their values.
 *
 * @param places along the line
 * @param gap least distance of two middles
 * @returns the distance of each point from the middle line, negative = above
 */
export function stack(places: readonly number[], gap: number): number[] {
  const order = places.map((_, i) => i).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const offsets = new Array<number>(places.length).fill(0)
  const done: number[] = []
  for (const index of order) {
    const x = places[index] ?? 0
    const near = done.filter((other) => x - (places[other] ?? 0) < gap)
    for (let level = 0; ; level++) {
      const offset = (level % 2 === 0 ? level / 2 : -(level + 1) / 2) * gap * 0.5
      const isFree = near.every(
        (other) => Math.hypot(x - (places[other] ?? 0), offset - (offsets[other] ?? 0)) >= gap - 0.01,
      )
      if (!isFree) continue
      offsets[index] = offset
      break
    }
    done.push(index)
  }
  return offsets
}
