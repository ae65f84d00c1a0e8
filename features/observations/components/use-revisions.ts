import { useEffect, useState } from 'react'
import type { CellKey, RevisionEntry } from '../schema'

type Loaded = { readonly key: string; readonly revisions: readonly RevisionEntry[] | 'failed' }

/**
 * Every state of a cell, newest first; null while they are read.
 *
 * @param refresh changes whenever something was saved, so that they are read again
 */
export function useRevisions(
  cell: CellKey | null,
  refresh: number,
): readonly RevisionEntry[] | 'failed' | null {
  const { region, indicator, year } = cell ?? { region: '', indicator: '', year: 0 }
  const key = `${region}|${indicator}|${year}|${refresh}`
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    if (region === '' || indicator === '') return
    const stop = new AbortController()
    const query = new URLSearchParams({ region, indicator, year: String(year) })
    // A person who runs along a row with the arrow keys does not ask for every cell on the way.
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/v1/revisions?${query}`, { signal: stop.signal })
        if (!response.ok) throw new Error(String(response.status))
        const body: { revisions: RevisionEntry[] } = await response.json()
        setLoaded({ key, revisions: body.revisions })
      } catch {
        if (!stop.signal.aborted) setLoaded({ key, revisions: 'failed' })
      }
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [region, indicator, year, key])
  return loaded?.key === key ? loaded.revisions : null
}
