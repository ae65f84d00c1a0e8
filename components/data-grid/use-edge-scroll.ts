import { type RefObject, useEffect } from 'react'
import { useStable } from './use-stable'

type Surroundings = {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** what the sticky headers take, in pixels */
  readonly header: { readonly across: number; readonly down: number }
  readonly isDragging: () => boolean
  /** the mouse stands over this, or would if it had not left the visible cells */
  readonly onOver: (target: Element) => void
}

const rhythm = 50
const stride = 48

/** While something is dragged beyond the visible cells, scrolls that way: a selection may be longer than the window. */
export function useEdgeScroll({ scroller, header, isDragging, onOver }: Surroundings): void {
  const over = useStable(onOver)
  const dragging = useStable(isDragging)
  const { across, down } = header
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined
    let mouse = { x: 0, y: 0 }
    const stop = () => {
      clearInterval(timer)
      timer = undefined
    }
    const tick = () => {
      const box = scroller.current?.getBoundingClientRect()
      if (!box || !dragging()) return stop()
      const bottom = Math.min(box.bottom, window.innerHeight)
      const x = Math.max(box.left + across + 2, Math.min(mouse.x, box.right - 2))
      const y = Math.max(box.top + down + 2, Math.min(mouse.y, bottom - 2))
      if (x === mouse.x && y === mouse.y) return stop()
      scroller.current?.scrollBy(Math.sign(mouse.x - x) * stride, Math.sign(mouse.y - y) * stride)
      const target = document.elementFromPoint(x, y)
      if (target) over(target)
    }
    const move = (event: MouseEvent) => {
      mouse = { x: event.clientX, y: event.clientY }
      if (dragging()) timer ??= setInterval(tick, rhythm)
    }
    window.addEventListener('mousemove', move)
    return () => {
      window.removeEventListener('mousemove', move)
      stop()
    }
  }, [scroller, across, down, over, dragging])
}
