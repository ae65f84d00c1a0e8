import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export const inputClass =
  'min-h-9 w-full rounded border border-line-strong bg-ground px-2.5 py-1 text-sm text-ink aria-[invalid=true]:border-danger'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly required?: string | undefined
  readonly className?: string
  readonly children: ReactNode
}

/** A labelled field with its hint and error. The control takes `id` and `aria-describedby={describedBy(id)}`. */
export function Field({ id, label, hint, error, required, className, children }: Props) {
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {required && <span className="font-normal text-ink-3"> {required}</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-xs text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

/** The ids of a field's hint and error, for aria-describedby. */
export function describedBy(id: string, parts: { hint?: unknown; error?: unknown }): string | undefined {
  const ids = [parts.hint && `${id}-hint`, parts.error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
