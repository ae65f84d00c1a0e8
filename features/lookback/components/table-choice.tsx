import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field, inputClass } from '@/components/ui/field'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { getPathname } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { type AsOfPage, lookTables } from '../schema'

type Props = {
  readonly page: AsOfPage
  readonly carried: Readonly<Record<string, string | null>>
}

/** Which values of the moment are shown. The region and the year of the scores are those of the selection above. */
export function TableChoice({ page, carried }: Props) {
  const t = useTranslations('history.asOf')
  const common = useTranslations('common')
  const locale = useLocale()
  return (
    <form
      action={getPathname({ href: routes.historyAsOf, locale })}
      className="no-print mb-4 flex flex-wrap items-end gap-3"
    >
      <HiddenFields values={carried} />
      <Field id="by" label={t('arrange')}>
        <select id="by" name="by" defaultValue={page.table} className={inputClass}>
          {lookTables.map((table) => (
            <option key={table} value={table}>
              {t(`by.${table}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field id="indicator" label={common('indicator')} className="min-w-0 max-w-full flex-1 basis-64">
        <select id="indicator" name="indicator" defaultValue={page.indicator?.code} className={inputClass}>
          {page.now.indicators.map((indicator) => (
            <option key={indicator.code} value={indicator.code}>
              {indicator.code} {pick(indicator.name, locale)}
            </option>
          ))}
        </select>
      </Field>
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
