import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useId } from 'react'
import type { GridExtra } from '@/components/data-grid/types'
import { Button } from '@/components/ui/button'
import { Field, inputClass } from '@/components/ui/field'
import { pick } from '@/lib/bilingual'
import { isMissingStatus, obsStatusCodes } from '@/lib/obs-status'
import type { RevisionEntry } from '../schema'
import { vintages } from './vintages'

type Props = {
  /** the state of the cell now; null = never entered */
  readonly current: RevisionEntry | null
  /** what is left out stays as it is */
  readonly onSave: (changed: GridExtra) => void
}

/** Status, vintage, source and note of a value, or why there is none. */
export function AnnotationForm({ current, onSave }: Props) {
  const t = useTranslations('entry.panel')
  const names = useTranslations('obsStatus')
  const locale = useLocale()
  const id = useId()
  const isMissing = (current?.value ?? null) === null
  const status = current?.status ?? 'O'
  const source = current?.source ? pick(current.source, locale) : ''
  const note = current?.note ?? ''
  const vintage = current?.vintage ?? ''
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const changes = {
      ...(text('status') !== status ? { status: text('status') } : {}),
      ...(text('vintage') && text('vintage') !== vintage ? { vintage: text('vintage') } : {}),
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
      {current && (
        <Field id={`${id}vintage`} label={t('vintage.label')} hint={t('vintage.hint')}>
          <select id={`${id}vintage`} name="vintage" defaultValue={vintage} className={inputClass}>
            {!vintage && <option value="">{t('vintage.none')}</option>}
            {vintages.map((one) => (
              <option key={one} value={one}>
                {t(`vintage.${one}`)}
              </option>
            ))}
          </select>
        </Field>
      )}
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
