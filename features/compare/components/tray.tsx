import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import { type ComparePage, withRegions } from '../schema'
import { inkOf } from './colour'

/** The regions compared, each with its colour. It stays the same from view to view. */
export function Tray({ page }: { readonly page: ComparePage }) {
  const t = useTranslations('compare')
  const locale = useLocale()
  const codes = page.regions.map((region) => region.code)
  return (
    <section aria-label={t('tray')} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {page.regions.map((region) => {
          const name = pick(region.name, locale)
          const rest = codes.filter((code) => code !== region.code)
          return (
            <li
              key={region.code}
              data-region={region.code}
              className="inline-flex min-h-9 items-center rounded border border-line-strong text-sm"
            >
              <Link
                href={`${routes.region(region.code)}${selectionQuery(page.state.selection)}`}
                className="inline-flex items-center gap-2 py-1 ps-2.5 pe-1.5 text-ink no-underline hover:underline"
              >
                <span
                  aria-hidden
                  className="size-3 shrink-0 rounded-full"
                  style={{ background: `var(${inkOf(page.state.colours, region.code).token ?? '--peer'})` }}
                />
                {name}
              </Link>
              {rest.length > 0 && (
                <Link
                  href={`${routes.compare}${withRegions(page.state, rest)}`}
                  scroll={false}
                  aria-label={t('remove', { region: name })}
                  className="no-print inline-flex size-8 items-center justify-center text-ink-2 no-underline hover:text-danger"
                >
                  <span aria-hidden>×</span>
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
