import { clsx } from 'clsx'
import type { ReactNode } from 'react'

const tones = {
  info: 'border-accent bg-accent-soft',
  warning: 'border-warning bg-warning-soft',
  danger: 'border-danger bg-danger-soft',
} as const

type Props = {
  readonly tone?: keyof typeof tones
  readonly role?: 'status' | 'alert' | 'note'
  readonly children: ReactNode
  readonly className?: string
}

/** One message in place: coloured edge, ordinary ink. */
export function Notice({ tone = 'info', role = 'note', children, className }: Props) {
  return (
    <div role={role} className={clsx('border-s-4 px-3 py-2 text-sm text-ink', tones[tone], className)}>
      {children}
    </div>
  )
}
