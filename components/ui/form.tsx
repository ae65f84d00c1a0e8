'use client'

import { useTranslations } from 'next-intl'
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import type { FieldIssue } from '@/lib/result'
import { describedBy, Field, inputClass } from './field'

type Common = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly issue?: FieldIssue | undefined
  readonly className?: string
}

function useFieldError(issue: FieldIssue | undefined): string | undefined {
  const t = useTranslations('form.issue')
  if (!issue) return undefined
  return t.has(issue.code) ? t(issue.code, issue.params) : t('invalid')
}

type InputProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'className'>

export function TextInput({ name, label, hint, issue, className, required, ...rest }: InputProps) {
  const t = useTranslations('form')
  const error = useFieldError(issue)
  return (
    <Field
      id={name}
      label={label}
      hint={hint}
      error={error}
      className={className ?? ''}
      required={required ? t('required') : undefined}
    >
      <input
        id={name}
        name={name}
        className={inputClass}
        aria-invalid={error ? true : undefined}
        aria-required={required ? true : undefined}
        aria-describedby={describedBy(name, { hint, error })}
        {...rest}
      />
    </Field>
  )
}

type AreaProps = Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'className'>

export function TextArea({ name, label, hint, issue, className, ...rest }: AreaProps) {
  const error = useFieldError(issue)
  return (
    <Field id={name} label={label} hint={hint} error={error} className={className ?? ''}>
      <textarea
        id={name}
        name={name}
        rows={3}
        className={inputClass}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, { hint, error })}
        {...rest}
      />
    </Field>
  )
}

type SelectProps = Common &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'className'> & { children: ReactNode }

export function Select({ name, label, hint, issue, className, children, ...rest }: SelectProps) {
  const error = useFieldError(issue)
  return (
    <Field id={name} label={label} hint={hint} error={error} className={className ?? ''}>
      <select
        id={name}
        name={name}
        className={inputClass}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, { hint, error })}
        {...rest}
      >
        {children}
      </select>
    </Field>
  )
}
