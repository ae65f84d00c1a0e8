import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'

type Props = {
  /** where the number is explained */
  readonly href: string
  /** says what the link leads to */
  readonly hint: string
  readonly className?: string
  readonly children: ReactNode
}

/** A number that leads to how it came about: in ink, with a dotted line below. */
export function Explained({ href, hint, className, children }: Props) {
  return (
    <Link
      href={href}
      prefetch={false}
      title={hint}
      className={clsx('text-ink underline decoration-line-strong decoration-dotted', className)}
    >
      {children}
    </Link>
  )
}
