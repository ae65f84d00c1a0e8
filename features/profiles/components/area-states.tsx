import { useLocale, useTranslations } from 'next-intl'
import { Explained } from '@/components/ui/explained'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatPercent, formatSigned } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { AreaState, RegionPage } from '../schema'

/** The five area scores with rank, movement and coverage, or why there is no score. */
export function AreaStates({ page }: { readonly page: RegionPage }) {
  return (
    <ul className="mb-8 grid sm:grid-cols-2 sm:gap-x-6 lg:grid-cols-5 lg:gap-x-4">
      {page.areas.map((state) => (
        <li key={state.area.code} className="min-w-0 border-b border-line py-3">
          <AreaCell state={state} page={page} />
        </li>
      ))}
    </ul>
  )
}

function AreaCell({ state, page }: { readonly state: AreaState; readonly page: RegionPage }) {
  const common = useTranslations('common')
  const explain = useTranslations('explain')
  const locale = useLocale()
  const { selection, year } = page.chosen
  const share = formatPercent(state.coverage, { locale, decimals: 0 })
  const minimum = formatPercent(page.minimumCoverage, { locale, decimals: 0 })
  return (
    <>
      <Link
        href={`${routes.area(state.area.slug)}${selectionQuery(selection)}`}
        className="flex items-center gap-2 text-sm text-ink-2"
      >
        <span
          aria-hidden
          className="size-2.5 shrink-0 rounded-full"
          style={{ background: `var(--area-${state.area.code.toLowerCase()})` }}
        />
        {pick(state.area.name, locale)}
      </Link>
      {state.score === null ? (
        <p className="mt-1 text-sm text-ink-2">
          {page.isCompared && state.reason !== null
            ? common(`reason.${state.reason}`, { share, minimum })
            : common('noScore')}
        </p>
      ) : (
        <>
          <p className="flex items-baseline gap-2">
            <Explained
              href={`${routes.explain(state.area.code)}${selectionQuery(selection)}`}
              hint={explain('link')}
              className="text-lg font-semibold"
            >
              {formatNumber(state.score, { locale, decimals: 1 })}
            </Explained>
            {state.rank !== null && (
              <span className="text-sm text-ink-2">
                {common('rankOf', { rank: state.rank, count: state.rankedCount })}
              </span>
            )}
          </p>
          <p className="text-xs text-ink-3">
            {state.change === null ? (
              common('noChange')
            ) : (
              <span title={common('changeHint')}>
                {formatSigned(state.change, { locale, decimals: 1 })}{' '}
                {common('changeSince', { year: String(year - 1) })}
              </span>
            )}
            <span className="block">{common('coverageOf', { share })}</span>
          </p>
        </>
      )}
    </>
  )
}
