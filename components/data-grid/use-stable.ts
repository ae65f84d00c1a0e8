import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that is always the same one and does what the newest drawing says: what is handed it is not drawn anew. */
export function useStable<Args extends readonly unknown[], Result>(
  newest: (...args: Args) => Result,
): (...args: Args) => Result {
  const ref = useRef(newest)
  useLayoutEffect(() => {
    ref.current = newest
  })
  return useCallback((...args: Args) => ref.current(...args), [])
}
