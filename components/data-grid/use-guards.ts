import { useEffect } from 'react'
import type { Saver } from './saver'

/** How often an input that could not be sent is sent again by itself, in ms. */
const again = 20_000

type Surroundings = {
  readonly saver: Saver
  /** something is not stored yet */
  readonly hasUnsaved: boolean
  /** something will not be stored by itself: it waits for the person or for the connection */
  readonly isStuck: boolean
  /** what is asked before a link within the site is followed */
  readonly question: string
}

/** Asks before the page goes while an input is not stored, and sends again when the connection is back. */
export function useGuards({ saver, hasUnsaved, isStuck, question }: Surroundings): void {
  useEffect(() => {
    if (!hasUnsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    const retry = () => void saver.retry()
    window.addEventListener('beforeunload', ask)
    window.addEventListener('online', retry)
    // A server that is away for a while tells the browser nothing.
    const timer = setInterval(() => navigator.onLine && retry(), again)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('online', retry)
      clearInterval(timer)
    }
  }, [hasUnsaved, saver])

  useEffect(() => {
    if (!isStuck) return
    // Links within the site change the page without unloading it.
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
      const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.target === '_blank'
      if (!link || opensElsewhere || link.hash || link.hasAttribute('download')) return
      if (window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('click', ask, true)
    return () => document.removeEventListener('click', ask, true)
  }, [isStuck, question])
}
