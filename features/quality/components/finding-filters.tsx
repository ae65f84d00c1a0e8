import { clsx } from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import { builtInRules, severities } from '@/core/checks/finding'
import { getPathname, Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { type Selection, selectionQuery } from '@/lib/selection'
import { type QualityFilter, type QualityPage, qualityParams } from '../schema'
import { ruleName } from './explain'

type Props = { readonly page: QualityPage; readonly selection: Selection }
type Option = { readonly value: string; readonly label: string }

/** Area, indicator, region and rule as a plain form; severities as links with their counts. */
export function FindingFilters({ page, selection }: Props) {
  const t = useTranslations('quality')
  const locale = useLocale()
  const { filter } = page
  const href = (changes: Partial<QualityFilter>) =>
    `${routes.dataQuality}${selectionQuery(selection, qualityParams(filter, changes))}`
  const rules = [...builtInRules, ...page.rules.map(({ code }) => code)].filter(
    (code) => (page.found[code] ?? 0) > 0 || code === filter.rule,
  )
  const fields: { name: 'area' | 'indicator' | 'place' | 'rule'; options: Option[] }[] = [
    {
      name: 'area',
      options: page.areas.map(({ code, name }) => ({ value: code, label: pick(name, locale) })),
    },
    {
      name: 'indicator',
      options: page.indicators.map(({ code, name }) => ({
        value: code,
        label: `${code} ${pick(name, locale)}`,
      })),
    },
    {
      name: 'place',
      options: page.regions.map(({ code, name }) => ({ value: code, label: pick(name, locale) })),
    },
    {
      name: 'rule',
      options: rules.map((code) => ({
        value: code,
        label: ruleName(code, { t, locale, rules: page.rules }),
      })),
    },
  ]
  const kept = { view: filter.view, severity: filter.severity ?? undefined }
  const isFiltered = fields.some(({ name }) => filter[name] !== null) || filter.severity !== null
  const all = severities.reduce((sum, severity) => sum + page.bySeverity[severity], 0)
  return (
    <div className="no-print mb-5 grid gap-3">
      <nav aria-label={t('filter.severity')}>
        <ul className="flex flex-wrap gap-1 text-sm">
          {[null, ...severities].map((severity) => (
            <li key={severity ?? 'all'}>
              <Link
                href={href({ severity })}
                scroll={false}
                aria-current={filter.severity === severity ? 'true' : undefined}
                className={clsx(
                  'inline-flex min-h-8 items-center gap-1.5 rounded border px-2 no-underline',
                  filter.severity === severity
                    ? 'border-accent bg-accent-soft font-semibold text-ink'
                    : 'border-line text-ink-2 hover:text-ink',
                )}
              >
                {severity ? t(`severity.${severity}`) : t('filter.all')}
                <span className="font-normal text-ink-2">{severity ? page.bySeverity[severity] : all}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <form
        method="get"
        action={getPathname({ href: routes.dataQuality, locale })}
        aria-label={t('filter.label')}
        className="grid grid-cols-2 items-end gap-x-3 gap-y-2 sm:flex sm:flex-wrap"
      >
        {Object.entries({ ...hiddenOf(selection), ...kept }).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {fields.map(({ name, options }) => (
          <label key={name} className="flex min-w-0 max-w-full flex-col gap-1 text-sm text-ink-2">
            {t(`filter.${name}`)}
            <select
              name={name}
              // The address decides: going back must bring back what was chosen then.
              key={filter[name]}
              defaultValue={filter[name] ?? ''}
              className={`${inputClass} sm:w-auto sm:max-w-60`}
            >
              <option value="">{t('filter.all')}</option>
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <Button type="submit">{t('filter.show')}</Button>
        {isFiltered && (
          <Link
            href={href({ area: null, indicator: null, place: null, rule: null, severity: null })}
            className={buttonClass('plain', 'border-transparent')}
          >
            {t('filter.clear')}
          </Link>
        )}
      </form>
    </div>
  )
}

const hiddenOf = ({ region, peers, year }: Selection): Record<string, string | undefined> => ({
  region: region ?? undefined,
  peers: peers?.join(',') || undefined,
  year: year === null ? undefined : String(year),
})
