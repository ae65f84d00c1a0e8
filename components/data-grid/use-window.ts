import { type RefObject, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'

type Options = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly count: number
  /** of each item, in pixels */
  readonly size: number
  /** what the sticky header takes */
  readonly header: number
  readonly active: number
  readonly isHorizontal: boolean
}

/** An item that is drawn: its place and where it begins, the header included. */
export type WindowItem = { readonly index: number; readonly start: number; readonly size: number }

/** First and last item that are drawn. */
export type Span = { readonly first: number; readonly last: number }

/** Items drawn around the visible ones, so that a scroll does not show the ground before they come. */
const overscan = { rows: 6, columns: 2 }
/** The window moves by this many at once: fewer drawings, each still far below a frame. */
const step = { rows: 4, columns: 2 }
/** After a jump, the visible items come first and those around them this much later, in ms: two short tasks. */
const later = 60
/** Drawn on the server too, before the size of the window is known. */
const firstSight = { offset: 0, length: 640, isBare: false }
const firstSightAcross = { offset: 0, length: 1200, isBare: false }

/** The items of one axis that are drawn: the visible ones, some around them, and the active one wherever it is. */
export function useWindow(options: Options): readonly WindowItem[] {
  const { scroller, count, size, header, active, isHorizontal } = options
  const isPrinting = useIsPrinting()
  const [view, setView] = useState(isHorizontal ? firstSightAcross : firstSight)
  const start = useRef(active)
  const hasBegun = useRef(false)
  const axis = isHorizontal ? 'columns' : 'rows'
  const around = overscan[axis]
  const by = step[axis]

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    if (!hasBegun.current) {
      // One begins with the active item in sight, in the middle where there is room on both sides.
      hasBegun.current = true
      const room = (isHorizontal ? box.clientWidth : box.clientHeight) - header
      box[isHorizontal ? 'scrollLeft' : 'scrollTop'] = start.current * size - Math.max(0, room - size) / 2
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const offset = isHorizontal ? box.scrollLeft : box.scrollTop
      const length = (isHorizontal ? box.clientWidth : box.clientHeight) - header
      const tread = size * by
      // Whole steps, so that most scrolls change nothing and draw nothing.
      const from = Math.floor(offset / tread) * tread
      const next = { offset: from, length: Math.max(0, length) + tread }
      setView((now) => {
        if (now.offset === next.offset && now.length === next.length) return now
        return { ...next, isBare: now.isBare || Math.abs(next.offset - now.offset) > next.length }
      })
      clearTimeout(timer)
      timer = setTimeout(() => setView((now) => (now.isBare ? { ...now, isBare: false } : now)), later)
    }
    look()
    box.addEventListener('scroll', look, { passive: true })
    const sized = new ResizeObserver(look)
    sized.observe(box)
    return () => {
      box.removeEventListener('scroll', look)
      sized.disconnect()
      clearTimeout(timer)
    }
  }, [scroller, size, header, by, isHorizontal])

  const { first, last } = isPrinting
    ? { first: 0, last: count - 1 }
    : spanOf(view, size, count, view.isBare ? 0 : around)
  return useMemo(
    () =>
      withActive({ first, last }, count, active).map((index) => ({
        index,
        start: header + index * size,
        size,
      })),
    [first, last, count, active, header, size],
  )
}

/** The items that a view shows a part of, and `around` more on both sides. */
export function spanOf(
  view: { readonly offset: number; readonly length: number },
  size: number,
  count: number,
  around: number,
): Span {
  const first = Math.floor(view.offset / size)
  const last = Math.ceil((view.offset + view.length) / size) - 1
  return { first: Math.max(0, Math.min(first, count) - around), last: Math.min(count - 1, last + around) }
}

/** The cell with the focus stays in the page when it is scrolled away. */
export function withActive({ first, last }: Span, count: number, active: number): number[] {
  const items = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  if (active >= count) return items
  if (active < first) return [active, ...items]
  return active > last ? [...items, active] : items
}

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
