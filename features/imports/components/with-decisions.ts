import type { Match, NameMatch } from '../schema'

/** The names as they are with what was decided a moment ago: a large file takes seconds to be looked at again. */
export function withDecisions(
  matches: readonly NameMatch[],
  decided: Readonly<Record<string, Match>> | undefined,
): readonly NameMatch[] {
  if (!decided) return matches
  return matches.map((match): NameMatch => {
    const decision = decided[match.key]
    if (!decision) return match
    if (decision.to === 'code') return { ...match, how: 'chosen', code: decision.code }
    return { ...match, how: decision.to === 'new' ? 'new' : 'skipped' }
  })
}
