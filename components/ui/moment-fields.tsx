import { Field, inputClass } from './field'
import { HiddenFields } from './hidden-fields'

type Props = {
  /** name of the day in the form; the time's is this with `Clock`, that of what is no day with `Batch` */
  readonly name: string
  /** the moment as the address gives it: a day, or something else that stays until a day is chosen */
  readonly day: string
  readonly clock: string
  readonly words: { readonly day: string; readonly clock: string }
  readonly hint?: string
}

/** A day and, if wanted, a time of it. */
export function MomentFields({ name, day, clock, words, hint }: Props) {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day)
  return (
    <>
      {!isDay && <HiddenFields values={{ [`${name}Batch`]: day }} />}
      <Field id={name} label={words.day} hint={hint}>
        <input
          id={name}
          name={name}
          type="date"
          defaultValue={isDay ? day : ''}
          className={inputClass}
          aria-describedby={hint ? `${name}-hint` : undefined}
        />
      </Field>
      <Field id={`${name}Clock`} label={words.clock}>
        <input
          id={`${name}Clock`}
          name={`${name}Clock`}
          type="time"
          defaultValue={isDay ? clock : ''}
          className={inputClass}
        />
      </Field>
    </>
  )
}
