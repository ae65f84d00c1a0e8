import { clsx } from 'clsx'
import type { ButtonHTMLAttributes } from 'react'

export type ButtonTone = 'primary' | 'plain' | 'danger'

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-accent-ink border-accent hover:brightness-110',
  plain: 'bg-ground text-ink border-line-strong hover:bg-panel',
  danger: 'bg-ground text-danger border-danger hover:bg-danger-soft',
}

/** Class names of a button, for links that look like one. */
export function buttonClass(tone: ButtonTone = 'plain', extra?: string): string {
  return clsx(
    'inline-flex min-h-9 items-center justify-center gap-1.5 rounded border px-3 py-1 text-sm font-medium no-underline disabled:opacity-60',
    tones[tone],
    extra,
  )
}

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { tone?: ButtonTone }

export function Button({ tone = 'plain', className, type = 'button', ...rest }: Props) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />
}
