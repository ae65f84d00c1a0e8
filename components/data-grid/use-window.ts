import { type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useSyncExternalStore } from 'react'

type Options = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly count: number
  /** of each item, in pixels */
  readonly size: number
  /** what the sticky header takes */
  readonly header: number
  readonly active: number
  readonly isHorizontal: boolean
  /** the end is what is seen first */
  readonly startsAtEnd?: boolean
}

/** The items of one axis that are drawn: the visible ones, some around them, and the active one wherever it is. */
export function useWindow(options: Options): VirtualItem[] {
  const { scroller, count, size, header, active, isHorizontal, startsAtEnd = false } = options
  const isPrinting = useIsPrinting()
  const virtualizer = useVirtualizer({
    horizontal: isHorizontal,
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    scrollMargin: header,
    overscan: isHorizontal ? 3 : 8,
    // Drawn on the server too, before the size of the window is known.
    initialRect: { width: 1200, height: 640 },
    rangeExtractor: (range) => (isPrinting ? everything(range.count) : withActive(range, active)),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are remembered inside and go stale with `size`
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, size])
  // After the virtualizer's own first scroll, which goes to the start.
  useLayoutEffect(() => {
    const box = scroller.current
    if (box && startsAtEnd) box.scrollLeft = box.scrollWidth
  }, [scroller, startsAtEnd])
  return virtualizer.getVirtualItems()
}

const everything = (count: number) => Array.from({ length: count }, (_, i) => i)

let isPageOnPaper = false

/** Paper does not scroll: while the page is printed, everything is drawn. */
function useIsPrinting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const set = (value: boolean) => () => {
        isPageOnPaper = value
        listener()
      }
      const begin = set(true)
      const end = set(false)
      window.addEventListener('beforeprint', begin)
      window.addEventListener('afterprint', end)
      return () => {
        window.removeEventListener('beforeprint', begin)
        window.removeEventListener('afterprint', end)
      }
    },
    () => isPageOnPaper,
    () => false,
  )
}

/** The cell with the focus stays in the page when it is scrolled away. */
export function withActive(range: Range, active: number): number[] {
  const from = Math.max(0, range.startIndex - range.overscan)
  const to = Math.min(range.count - 1, range.endIndex + range.overscan)
  const items = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  if (active >= range.count) return items
  if (active < from) return [active, ...items]
  return active > to ? [...items, active] : items
}
