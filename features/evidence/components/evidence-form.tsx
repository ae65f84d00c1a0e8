import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { useSubmit } from '@/components/ui/use-submit'
import { acceptedEndings } from './accepted-files'
import { sendEvidence } from './send-evidence'

type Props = {
  readonly cell: { readonly region: string; readonly indicator: string; readonly year: number }
  readonly submitLabel: string
  /** what stands before the fields of the document, such as the level that it proves */
  readonly children?: ReactNode
  /** what is done with the other fields, before the document is sent; true = a document need not be given */
  readonly onSubmit?: (data: FormData) => boolean
  readonly onAdded: () => void
}

/** Title and day of a document, and where it is: a link, a file, or both. */
export function EvidenceForm({ cell, submitLabel, children, onSubmit, onAdded }: Props) {
  const t = useTranslations('entry.evidence')
  const words = useTranslations('form')
  const form = useRef<HTMLFormElement>(null)
  const { submit, isPending, issueOf, refusal } = useSubmit<{ id: number }>(() => {
    form.current?.reset()
    onAdded()
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const chosen = data.get('file')
    // A browser sends a file without a name when none was chosen.
    const file = chosen instanceof File && chosen.name !== '' ? chosen : null
    const input = { title: text('title'), day: text('documentDay'), link: text('link'), file }
    const isOptional = onSubmit?.(data) === true
    if (isOptional && !input.title && !input.day && !input.link && !file) return
    submit(() => sendEvidence(cell, input))
  }
  return (
    <form ref={form} onSubmit={send} noValidate className="mt-2 grid gap-3">
      {children}
      <TextInput name="title" label={t('name')} maxLength={300} issue={issueOf('title')} autoComplete="off" />
      <TextInput name="documentDay" type="date" label={t('day')} issue={issueOf('documentDay')} />
      <TextInput
        name="link"
        type="url"
        label={t('link')}
        maxLength={2000}
        placeholder="https://"
        issue={issueOf('link')}
        autoComplete="off"
      />
      <TextInput
        name="file"
        type="file"
        label={t('file')}
        hint={t('fileHint')}
        accept={acceptedEndings}
        issue={issueOf('file')}
      />
      {refusal && (
        <Notice tone="danger" role="alert">
          {t(refusal === 'unknownCell' ? 'refused.unknownCell' : 'refused.connection')}
        </Notice>
      )}
      <div>
        <Button type="submit" disabled={isPending}>
          {isPending ? words('saving') : submitLabel}
        </Button>
      </div>
    </form>
  )
}
