'use client'

import { useOptimistic, useTransition } from 'react'
import { buttonClass } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import { useRouter } from '@/i18n/navigation'
import { routes } from '@/lib/routes'

type Option = { readonly value: string; readonly label: string }

export type ControlField = {
  readonly name: string
  readonly label: string
  readonly value: string
  /** options without a group come under an empty label */
  readonly groups: readonly { readonly label: string; readonly options: readonly Option[] }[]
}

type Props = {
  readonly label: string
  readonly action: string
  readonly submit: string
  readonly fields: readonly ControlField[]
  /** the rest of the state, sent along */
  readonly hidden: Readonly<Record<string, string>>
}

/** What is compared, as a plain GET form; with scripts each choice is shown at once. */
export function CompareControls({ label, action, submit, fields, hidden }: Props) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const current = Object.fromEntries(fields.map((field) => [field.name, field.value]))
  const [values, setValues] = useOptimistic(current)

  const choose = (name: string, value: string) => {
    const next = { ...values, [name]: value }
    const chosen = Object.entries(next).filter(([, text]) => text !== '')
    const query = new URLSearchParams([...Object.entries(hidden), ...chosen])
    startTransition(() => {
      setValues(next)
      router.push(`${routes.compare}?${query}`, { scroll: false })
    })
  }

  return (
    <form
      method="get"
      action={action}
      aria-label={label}
      aria-busy={isPending}
      className="no-print mb-5 flex flex-wrap items-end gap-x-4 gap-y-3"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <label key={field.name} className="flex min-w-0 max-w-full flex-col gap-1 text-sm text-ink-2">
          {field.label}
          <select
            name={field.name}
            className={`${inputClass} w-auto max-w-[min(24rem,calc(100vw-2rem))]`}
            value={values[field.name]}
            onChange={(event) => choose(field.name, event.target.value)}
          >
            {field.groups.map((group) => {
              const key = group.options[0]?.value
              return group.label ? (
                <optgroup key={key} label={group.label}>
                  <Options options={group.options} />
                </optgroup>
              ) : (
                <Options key={key} options={group.options} />
              )
            })}
          </select>
        </label>
      ))}
      <noscript>
        <button type="submit" className={buttonClass('primary')}>
          {submit}
        </button>
      </noscript>
    </form>
  )
}

function Options({ options }: { readonly options: readonly Option[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ))
}
