/** One part of a key: a whole number ≥ 0 and below `size` for each item. */
export type KeyPart = { readonly size: number; readonly at: (item: number) => number }

/**
 * Orders items by a key of several parts, the first of them leading: a counting sort from the last part to the first,
 * which takes time in proportion to the number of items and keeps the order of items with the same key.
 *
 * @param items n items, as whole numbers
 * @param parts of the key; `at` answers for every item
 * @returns the n items in the order of their keys
 * @see Knuth, The Art of Computer Programming, volume 3, 5.2.5 (sorting by distribution)
 */
export function keyOrder(items: Int32Array, parts: readonly KeyPart[]): Int32Array {
  let from = items.slice()
  let to = new Int32Array(items.length)
  for (const { size, at } of parts.toReversed()) {
    const starts = new Int32Array(size + 1)
    for (const item of from) starts[at(item) + 1] = (starts[at(item) + 1] as number) + 1
    for (let k = 1; k <= size; k++) starts[k] = (starts[k] as number) + (starts[k - 1] as number)
    for (const item of from) {
      const place = starts[at(item)] as number
      to[place] = item
      starts[at(item)] = place + 1
    }
    ;[from, to] = [to, from]
  }
  return from
}
