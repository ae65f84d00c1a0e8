import type { ImportEvent } from '@/features/imports/schema'
import type { Actor } from '@/server/session'

/**
 * How an import ended: `unknown` when not even the server can say, because the database was lost at the end of the
 * transaction.
 */
export type CommitEnd =
  | { readonly state: 'imported'; readonly batch: string }
  | { readonly state: 'notWritten' | 'unknown' }

type Commit = { readonly owner: string; readonly end: Promise<CommitEnd> }

const mostCommits = 100

// Reloading a module in development must not forget an import whose end somebody still asks for.
const held = globalThis as { pentadCommits?: Map<string, Commit> }

function commits(): Map<string, Commit> {
  held.pentadCommits ??= new Map()
  return held.pentadCommits
}

const ownerOf = (actor: Actor) => `${actor.kind}:${actor.id}`

/** How the import of a dry run ended or will end; undefined when none was begun that is known of. */
export function findCommit(actor: Actor, key: string): Promise<CommitEnd> | undefined {
  const found = commits().get(key)
  return found?.owner === ownerOf(actor) ? found.end : undefined
}

/**
 * Follows an import, so that its end can be asked for when the line to the page was lost.
 *
 * @param isUndone whether an error says for certain that nothing was written
 */
export function keepCommit(
  actor: Actor,
  key: string,
  work: Promise<ImportEvent>,
  isUndone: (error: unknown) => boolean,
): Promise<ImportEvent> {
  const end = work.then(
    (event): CommitEnd =>
      event.kind === 'imported' ? { state: 'imported', batch: event.batch } : { state: 'notWritten' },
    (error: unknown): CommitEnd => ({ state: isUndone(error) ? 'notWritten' : 'unknown' }),
  )
  const kept = commits()
  kept.delete(key)
  kept.set(key, { owner: ownerOf(actor), end })
  const [oldest] = kept.keys()
  if (kept.size > mostCommits && oldest !== undefined) kept.delete(oldest)
  return work
}
