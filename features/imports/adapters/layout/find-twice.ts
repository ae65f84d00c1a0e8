import type { ReadResult } from '../../schema'

/** `same`: the value stands there already. `differs`: the same cell has several values, and none can be trusted. */
export type Twice = { readonly same: readonly Pair[]; readonly differs: readonly Pair[] }
type Pair = { readonly at: number; readonly first: number }

const empty = -1

/**
 * Values of the same region, indicator and year. An open hash over the typed arrays: a million keys as strings in a
 * Map would take ten times the memory.
 */
export function findTwice(candidates: ReadResult['candidates']): Twice {
  const { length, region, indicator, year, value, status } = candidates
  let slots = 1024
  while (slots < length * 2) slots *= 2
  const table = new Int32Array(slots).fill(empty)
  const same: Pair[] = []
  const repeated = new Map<number, number[]>()
  for (let i = 0; i < length; i += 1) {
    let hash = Math.imul((region[i] ?? 0) + 1, 0x9e3779b1) ^ Math.imul((indicator[i] ?? 0) + 1, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15) ^ (year[i] ?? 0), 0xc2b2ae35)
    let slot = (hash ^ (hash >>> 13)) & (slots - 1)
    for (;;) {
      const held = table[slot] ?? empty
      if (held === empty) {
        table[slot] = i
        break
      }
      if (region[held] === region[i] && indicator[held] === indicator[i] && year[held] === year[i]) {
        const others = repeated.get(held)
        if (others) others.push(i)
        else repeated.set(held, [i])
        break
      }
      slot = (slot + 1) & (slots - 1)
    }
  }
  const differs: Pair[] = []
  for (const [first, others] of repeated) {
    const isSame = others.every((i) => Object.is(value[i], value[first]) && status[i] === status[first])
    for (const at of others) (isSame ? same : differs).push({ at, first })
    if (!isSame) differs.push({ at: first, first: others[0] ?? first })
  }
  return { same, differs }
}
