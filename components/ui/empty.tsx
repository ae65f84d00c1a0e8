import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  /** the whole page is empty: the title is its heading */
  readonly isPage?: boolean
  readonly children?: ReactNode
}

/** What stands where there is nothing yet: what is missing, and what to do about it. */
export function Empty({ title, isPage = false, children }: Props) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className="my-6 border-y border-line py-10 text-center">
      <Title className="text-base font-medium">{title}</Title>
      {children && <div className="mx-auto mt-2 max-w-prose text-sm text-ink-2">{children}</div>}
    </div>
  )
}
