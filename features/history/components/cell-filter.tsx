import { useLocale, useTranslations } from 'next-intl'
import { Field, inputClass } from '@/components/ui/field'
import { pick } from '@/lib/bilingual'
import type { CellFilter, Names } from '../schema'

type Props = { readonly filter: CellFilter; readonly names: Names }

/** Region, indicator and year of the cells that are meant; each may be left open. */
export function CellFilterFields({ filter, names }: Props) {
  const t = useTranslations('history.filter')
  const common = useTranslations('common')
  const locale = useLocale()
  return (
    <>
      <Field id="place" label={common('region')}>
        <select id="place" name="place" defaultValue={filter.region ?? ''} className={inputClass}>
          <option value="">{t('anyRegion')}</option>
          {[...names.regions.values()].map((region) => (
            <option key={region.code} value={region.code}>
              {pick(region.name, locale)}
            </option>
          ))}
        </select>
      </Field>
      <Field id="indicator" label={common('indicator')}>
        <select id="indicator" name="indicator" defaultValue={filter.indicator ?? ''} className={inputClass}>
          <option value="">{t('anyIndicator')}</option>
          {[...names.indicators.values()].map((indicator) => (
            <option key={indicator.code} value={indicator.code}>
              {indicator.code} {pick(indicator.name, locale)}
            </option>
          ))}
        </select>
      </Field>
      <Field id="dataYear" label={t('dataYear')}>
        <input
          id="dataYear"
          name="dataYear"
          type="number"
          min={1900}
          max={2200}
          defaultValue={filter.year ?? ''}
          className={inputClass}
        />
      </Field>
    </>
  )
}
