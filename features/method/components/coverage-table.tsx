import { useLocale, useTranslations } from 'next-intl'
import { pick } from '@/lib/bilingual'
import type { MethodPage } from '../schema'
import { StepTable } from './step'

/** In how many regions each area has a score, year by year; what lacks data is said in words, not by colour alone. */
export function CoverageTable({ page }: { readonly page: MethodPage }) {
  const t = useTranslations('method.coverage')
  const common = useTranslations('common')
  const locale = useLocale()
  const areas = page.areas.filter((group) => group.weight !== null)
  return (
    <StepTable label={t('caption')}>
      <thead>
        <tr>
          <th scope="col">{common('year')}</th>
          <th scope="col" className="num">
            {common('index')}
          </th>
          {areas.map(({ area }) => (
            <th key={area.code} scope="col" className="num !whitespace-normal">
              {pick(area.name, locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.years.map((row) => (
          <tr key={row.year} className={row.year === page.shownYear ? 'font-semibold' : ''}>
            <th scope="row" className="whitespace-nowrap font-[inherit]">
              {row.year}
              {row.year === page.shownYear && (
                <span className="ms-2 text-xs font-normal text-ink-2">{t('shown')}</span>
              )}
            </th>
            <td className="num">{row.index}</td>
            {row.areas.map((area) => (
              <td key={area.code} className={`num ${area.isLacking ? 'bg-warning-soft' : ''}`}>
                {area.isLacking && <span className="me-1.5 text-xs text-ink-2">{t('lacking')}</span>}
                {area.scored}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </StepTable>
  )
}
