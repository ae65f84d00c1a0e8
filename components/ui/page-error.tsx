'use client'

import { Button } from './button'

type Props = {
  readonly title: string
  readonly text: string
  readonly again: string
  readonly onRetry: () => void
}

/** What stands in place of a page that could not be made. */
export function PageError({ title, text, again, onRetry }: Props) {
  return (
    <div role="alert" className="prose-width py-10">
      <h1>{title}</h1>
      <p className="mt-3 text-ink-2">{text}</p>
      <Button tone="primary" className="mt-4" onClick={onRetry}>
        {again}
      </Button>
    </div>
  )
}
