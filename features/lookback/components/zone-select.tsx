import { useTranslations } from 'next-intl'
import { Field, inputClass } from '@/components/ui/field'
import { zonesToOffer } from '../schema'

/** In which time zone days begin and times are written. */
export function ZoneSelect({ timeZone }: { readonly timeZone: string }) {
  const t = useTranslations('history.moment')
  return (
    <Field id="tz" label={t('zone')}>
      <select id="tz" name="tz" defaultValue={timeZone} className={inputClass}>
        {zonesToOffer(timeZone).map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </select>
    </Field>
  )
}
