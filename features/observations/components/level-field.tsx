import { useTranslations } from 'next-intl'
import type { GridChoice } from '@/components/data-grid/types'

type Props = {
  readonly levels: readonly GridChoice[]
  /** null = not observed */
  readonly level: number | null
}

/** The levels of a milestone with their whole wording, one of which was reached. */
export function LevelField({ levels, level }: Props) {
  const t = useTranslations('entry.panel')
  const choices = [{ value: null, label: t('notObserved') }, ...levels]
  return (
    <fieldset>
      <legend className="font-medium">{t('levelReached')}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="mt-1 flex items-baseline gap-2">
          <input
            type="radio"
            name="level"
            value={choice.value ?? ''}
            defaultChecked={choice.value === level}
            className="shrink-0"
          />
          <span className="min-w-0 break-words">
            {choice.value === null ? choice.label : `${choice.value} · ${choice.label}`}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
