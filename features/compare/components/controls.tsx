import { useLocale, useTranslations } from 'next-intl'
import { getPathname } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { byYears, type ComparePage } from '../schema'
import { CompareControls, type ControlField } from './compare-controls'

/** The measure, what it is set against, and the region to be added, as far as the view needs them. */
export function Controls({ page }: { readonly page: ComparePage }) {
  const t = useTranslations('compare')
  const common = useTranslations('common')
  const locale = useLocale()
  const { state } = page
  const measures = [
    { label: '', options: [{ value: page.indexCode, label: common('index') }] },
    {
      label: t('areas'),
      options: page.areas.map((area) => ({ value: area.code, label: pick(area.name, locale) })),
    },
    ...page.areas.map((area) => ({
      label: `${t('indicators')} · ${pick(area.name, locale)}`,
      options: page.indicators
        .filter((indicator) => indicator.area === area.code)
        .map((indicator) => ({ value: indicator.code, label: pick(indicator.name, locale) })),
    })),
  ].filter((group) => group.options.length > 0)
  const groups = [...new Set(page.addable.map((region) => (region.group ? pick(region.group, locale) : '')))]
  const fields: ControlField[] = [{ name: 'of', label: t('of'), value: page.measure.code, groups: measures }]
  if (state.view === 'scatter')
    fields.push({ name: 'by', label: t('by'), value: page.across.code, groups: measures })
  if (state.view === 'heat' && page.measure.kind !== 'indicator') {
    const parts = { value: '', label: page.partsKind === 'area' ? t('areas') : t('indicators') }
    const years = { value: byYears, label: t('years') }
    const value = state.by === byYears ? byYears : ''
    fields.push({ name: 'by', label: t('columns'), value, groups: [{ label: '', options: [parts, years] }] })
  }
  if (page.addable.length > 0) {
    fields.push({
      name: 'add',
      label: t('add'),
      value: '',
      groups: [
        { label: '', options: [{ value: '', label: t('choose') }] },
        ...groups.map((group) => ({
          label: group,
          options: page.addable
            .filter((region) => (region.group ? pick(region.group, locale) : '') === group)
            .map((region) => ({ value: region.code, label: pick(region.name, locale) })),
        })),
      ],
    })
  }
  const named = new Set(fields.map((field) => field.name))
  const { region, peers, year } = state.selection
  const hidden = {
    view: state.view,
    region: region ?? '',
    ...(peers ? { peers: peers.join(',') } : {}),
    ...(year === null ? {} : { year: String(year) }),
    ...(state.by && !named.has('by') ? { by: state.by } : {}),
    colours: page.regions
      .flatMap(({ code }) => (state.colours[code] ? [`${code}:${state.colours[code]}`] : []))
      .join(','),
  }
  return (
    <CompareControls
      label={t('controls')}
      action={getPathname({ href: routes.compare, locale })}
      submit={t('show')}
      fields={fields}
      hidden={hidden}
    />
  )
}
