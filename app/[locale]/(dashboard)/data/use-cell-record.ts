import { useEffect, useState } from 'react'
import type { CellRecord } from '@/features/entry/schema'
import type { CellKey } from '@/features/observations/schema'

type Loaded = { readonly key: string; readonly saves: number; readonly record: CellRecord | 'failed' }

/**
 * What is known of a cell; null while it is read for the first time. While it is read again after a save, what was
 * known stays.
 *
 * @param saves grows whenever something was saved, so that it is read again
 * @param peers codes between commas, as in the address; null = not chosen
 */
export function useCellRecord(
  { region, indicator, year }: CellKey,
  saves: number,
  peers: string | null,
): CellRecord | 'failed' | null {
  const query = new URLSearchParams({
    region,
    indicator,
    year: String(year),
    ...(peers === null ? {} : { peers }),
  })
  const key = query.toString()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    // A person who runs along a row with the arrow keys does not ask for every cell on the way.
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/v1/cell?${key}`, { signal: stop.signal })
        if (!response.ok) throw new Error(String(response.status))
        const record: CellRecord = await response.json()
        setLoaded({ key, saves, record })
      } catch {
        if (!stop.signal.aborted) setLoaded({ key, saves, record: 'failed' })
      }
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [key, saves])
  return loaded?.key === key ? loaded.record : null
}
