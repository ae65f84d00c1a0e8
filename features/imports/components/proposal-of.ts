import type { Match, NameMatch } from '../schema'

/** What is proposed for a name that waits for a decision, or null. */
export function proposalOf({ how, code, offer }: NameMatch): Match | null {
  if (how !== 'guess' && how !== 'none') return null
  const to = offer === undefined && how === 'guess' ? 'code' : offer
  if (to === 'code') return code === null ? null : { to, code }
  return to === 'skip' || to === 'new' ? { to } : null
}
