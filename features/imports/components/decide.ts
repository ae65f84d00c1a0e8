import type { Match } from '../schema'

/** What is decided of some names by their keys; null takes a decision back. */
export type Decisions = Readonly<Record<string, Match | null>>

/** Decisions together with those that were made before. */
export function decide(
  before: Readonly<Record<string, Match>> | undefined,
  decisions: Decisions,
): Readonly<Record<string, Match>> {
  const all = Object.entries({ ...before, ...decisions })
  return Object.fromEntries(all.filter((entry): entry is [string, Match] => entry[1] !== null))
}
