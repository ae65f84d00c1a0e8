import { useCallback, useEffect, useRef } from 'react'
import { useRouter } from '@/i18n/navigation'

/** Long enough that a person who types a column is not waiting for pages behind every value. */
const pause = 1200

/**
 * Renews the page, and what the browser keeps of other pages, once everything is saved and the person pauses, or
 * when the page is left. A save by itself answers with the cell only.
 */
export function useLateRefresh() {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const isDue = useRef(false)
  const stop = () => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
  }
  const refresh = useCallback(() => {
    if (!isDue.current) return
    isDue.current = false
    router.refresh()
  }, [router])
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
      refresh()
    },
    [refresh],
  )
  return {
    onSaved: () => {
      isDue.current = true
    },
    /** Something that the grid did not save itself. */
    onAdded: () => {
      isDue.current = true
      stop()
      timer.current = setTimeout(refresh, pause)
    },
    onUnsavedChange: (count: number) => {
      stop()
      if (count === 0) timer.current = setTimeout(refresh, pause)
    },
  }
}
