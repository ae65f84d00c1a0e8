'use client'

import { useActionState, useId } from 'react'
import { Button } from './button'
import { describedBy, Field, inputClass } from './field'
import { HiddenFields } from './hidden-fields'
import { Notice } from './notice'

/** What the form hears back: a code of `refusals`, 'invalid' for a missing reason, or null = nothing yet. */
export type ReasonAnswer = string | null

type Props = {
  readonly action: (answer: ReasonAnswer, form: FormData) => Promise<ReasonAnswer>
  /** what is sent along with the reason */
  readonly fields: Readonly<Record<string, string | null>>
  readonly words: {
    readonly reason: string
    readonly reasonHint: string
    readonly submit: string
    /** 'invalid' is said at the field, every other refusal below the form; `other` for one without words */
    readonly refusals: Readonly<Record<string, string>> & { readonly invalid: string; readonly other: string }
  }
}

/** Asks why, and does it. It is sent as a plain form where there is no JavaScript. */
export function ReasonForm({ action, fields, words }: Props) {
  const [answer, send, isPending] = useActionState(action, null)
  const id = useId()
  const { refusals, reasonHint } = words
  const error = answer === 'invalid' ? refusals.invalid : undefined
  return (
    <form action={send} className="max-w-xl">
      <HiddenFields values={fields} />
      <Field id={id} label={words.reason} hint={reasonHint} error={error}>
        <textarea
          id={id}
          name="reason"
          rows={2}
          required
          maxLength={2000}
          className={inputClass}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint: reasonHint, error })}
        />
      </Field>
      {answer !== null && answer !== 'invalid' && (
        <Notice tone="danger" role="alert" className="mt-3">
          {refusals[answer] ?? refusals.other}
        </Notice>
      )}
      <Button type="submit" tone="primary" disabled={isPending} className="mt-3">
        {words.submit}
      </Button>
    </form>
  )
}
