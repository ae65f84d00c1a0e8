import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useRouter } from '@/i18n/navigation'

/** Long enough that a person who types a column is not waiting for pages behind every value. */
const pause = 1200
const openEditor = 'table :is(input, select):focus'

/**
 * Renews the page, and what the browser keeps of other pages, once everything is saved and the person pauses, or
 * when the page is left. A save by itself answers with the cell only. An editor that is open inside `desk` is not
 * disturbed: what stands in a cell does not change below what is typed into it.
 */
export function useLateRefresh(desk: RefObject<HTMLElement | null>) {
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
  const later = () => {
    stop()
    timer.current = setTimeout(() => (desk.current?.querySelector(openEditor) ? later() : refresh()), pause)
  }
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
      later()
    },
    onUnsavedChange: (count: number) => {
      if (count === 0) later()
      else stop()
    },
  }
}
