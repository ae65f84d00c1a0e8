import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useId } from 'react'
import { Button } from '@/components/ui/button'
import { Field, inputClass } from '@/components/ui/field'
import { pick } from '@/lib/bilingual'
import { isMissingStatus, obsStatusCodes } from '@/lib/obs-status'
import type { RevisionEntry } from '../schema'

/** What was changed beside the value; what is left out stays as it is. */
export type Annotation = {
  readonly status?: string
  readonly source?: string | null
  readonly note?: string | null
  readonly reason?: string
}

type Props = {
  /** the state of the cell now; null = never entered */
  readonly current: RevisionEntry | null
  readonly onSave: (annotation: Annotation) => void
}

/** Status, source and note of a value, or why there is none. */
export function AnnotationForm({ current, onSave }: Props) {
  const t = useTranslations('entry.panel')
  const names = useTranslations('obsStatus')
  const locale = useLocale()
  const id = useId()
  const isMissing = (current?.value ?? null) === null
  const status = current?.status ?? 'O'
  const source = current?.source ? pick(current.source, locale) : ''
  const note = current?.note ?? ''
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const changes = {
      ...(text('status') !== status ? { status: text('status') } : {}),
      ...(text('source') !== source ? { source: text('source') || null } : {}),
      ...(text('note') !== note ? { note: text('note') || null } : {}),
    }
    if (Object.keys(changes).length === 0) return
    onSave({ ...changes, ...(text('reason') ? { reason: text('reason') } : {}) })
  }
  return (
    <form onSubmit={save} className="mt-2 grid gap-3">
      <Field id={`${id}status`} label={t('status')}>
        <select id={`${id}status`} name="status" defaultValue={status} className={inputClass}>
          {obsStatusCodes
            .filter((code) => isMissingStatus(code) === isMissing)
            .map((code) => (
              <option key={code} value={code}>
                {`${code} · ${names(code)}`}
              </option>
            ))}
        </select>
      </Field>
      <Field id={`${id}source`} label={t('source')}>
        <textarea
          id={`${id}source`}
          name="source"
          rows={2}
          maxLength={2000}
          defaultValue={source}
          className={inputClass}
        />
      </Field>
      <Field id={`${id}note`} label={t('note')}>
        <textarea
          id={`${id}note`}
          name="note"
          rows={2}
          maxLength={4000}
          defaultValue={note}
          className={inputClass}
        />
      </Field>
      <Field id={`${id}reason`} label={t('reason')}>
        <input id={`${id}reason`} name="reason" maxLength={2000} autoComplete="off" className={inputClass} />
      </Field>
      <div>
        <Button type="submit">{t('save')}</Button>
      </div>
    </form>
  )
}
