import type { ReactNode } from 'react'
import { fontSize } from './text'

type Props = {
  readonly width: number
  readonly height: number
  readonly summary: string
  /** there are links inside, which an image could not have */
  readonly hasLinks?: boolean
  readonly children: ReactNode
}

/** The outermost element of every drawing: an image with a sentence. Font and colours come from the page. */
export function SvgRoot({ width, height, summary, hasLinks = false, children }: Props) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="chart-svg"
      role={hasLinks ? 'group' : 'img'}
      aria-label={summary}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontSize={fontSize}
      fill="none"
    >
      {children}
    </svg>
  )
}
