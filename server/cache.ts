import 'server-only'
import { cache } from 'react'
import { AppError } from '@/lib/errors'
import { db } from './db'

/** The number that every committed change moves. Read once a request. */
export const dataVersion = cache(async (): Promise<bigint> => {
  const state = await db().dataState.findUnique({ where: { id: 1 }, select: { version: true } })
  if (!state) throw new AppError('unavailable')
  return state.version
})

/**
 * Keeps what was calculated from the data until the data change. One value is kept; requests that come while it
 * is being made share the work; a failure is not kept.
 */
export function keptPerDataVersion<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: { version: bigint; value: Promise<T> } | undefined
  return async () => {
    const version = await dataVersion()
    if (kept?.version !== version) {
      const value = make()
      const entry = { version, value }
      kept = entry
      value.catch(() => {
        if (kept === entry) kept = undefined
      })
    }
    return kept.value
  }
}
