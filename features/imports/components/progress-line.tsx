'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  /** what is going on; announced */
  readonly label: string
  readonly done: number
  /** 0 = nobody knows how long it will take */
  readonly total: number
  /** beside the bar, for the eye only */
  readonly detail?: string
  readonly cancel: string
  readonly onCancel: () => void
}

/** How far something long is, and the way out of it. */
export function ProgressLine({ label, done, total, detail, cancel, onCancel }: Props) {
  const id = useId()
  return (
    <div role="status">
      <p id={id} className="[overflow-wrap:anywhere]">
        {label}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-3">
        <progress
          aria-labelledby={id}
          className="h-2 min-w-24 flex-1 accent-accent"
          {...(total > 0 ? { max: total, value: done } : {})}
        />
        {/* Counting is for the eye: read out, it would drown the words. */}
        <span aria-hidden className="min-w-20 text-sm text-ink-2">
          {detail}
        </span>
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </div>
  )
}
