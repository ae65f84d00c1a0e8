import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type Props = {
  /** says what the table is, for those who reach its frame by keyboard */
  readonly label: string
  /** tall tables get a frame of their own, so that header and first column stay in sight */
  readonly isTall?: boolean
  readonly children: ReactNode
}

/** A frame in which a wide table scrolls by itself, so that the page never does. */
export function TableScroll({ label, isTall = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody can scroll the frame by keyboard
    <section aria-label={label} tabIndex={0} className={clsx('table-scroll', isTall && 'table-tall')}>
      {children}
    </section>
  )
}
