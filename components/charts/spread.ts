type Wanted = { readonly at: number; readonly size: number }

type Cluster = { start: number; size: number; wanted: number; members: number[] }

/**
 * Moves blocks apart along one direction so that none overlaps, each as near as possible (least squares) to where it
 * wants its middle to be, in the order of the wanted places.
 *
 * @param blocks wanted middle and size of each, in any order
 * @param from, to the room; when the blocks need more than that they run beyond `to`
 * @returns the middles, in the order of `blocks`
 */
export function spread(blocks: readonly Wanted[], from: number, to: number): number[] {
  const order = blocks
    .map((_, i) => i)
    .toSorted((a, b) => (blocks[a]?.at ?? 0) - (blocks[b]?.at ?? 0) || a - b)
  const clusters: Cluster[] = []
  const settle = (cluster: Cluster) => {
    const free = cluster.wanted / cluster.members.length
    cluster.start = Math.max(from, Math.min(free, to - cluster.size))
  }
  for (const index of order) {
    const block = blocks[index]
    if (!block) continue
    let cluster: Cluster = { start: 0, size: block.size, wanted: block.at - block.size / 2, members: [index] }
    settle(cluster)
    for (
      let before = clusters.at(-1);
      before && before.start + before.size > cluster.start;
      before = clusters.at(-1)
    ) {
      clusters.pop()
      const offset = before.size
      cluster = {
        start: 0,
        size: before.size + cluster.size,
        // Each member votes for a start of the whole cluster: its own wanted start minus what lies before it.
        wanted: before.wanted + cluster.wanted - offset * cluster.members.length,
        members: [...before.members, ...cluster.members],
      }
      settle(cluster)
    }
    clusters.push(cluster)
  }
  const middles = new Array<number>(blocks.length).fill(0)
  for (const cluster of clusters) {
    let start = cluster.start
    for (const index of cluster.members) {
      const size = blocks[index]?.size ?? 0
      middles[index] = start + size / 2
      start += size
    }
  }
  return middles
}
