import { clsx } from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { type Selection, selectionQuery } from '@/lib/selection'
import { statusMarks, statusOrder } from '@/lib/status'
import type { IndicatorList, ListFilter } from '../schema'
import { filterRows } from './filter-rows'

type Props = { readonly page: IndicatorList; readonly filter: ListFilter }

const nothingChosen: Selection = { region: null, peers: null, year: null }

/** Areas and statuses as links with their counts: the list behind a filter has an address of its own. */
export function ListFilters({ page, filter }: Props) {
  const t = useTranslations('indicators')
  const common = useTranslations('common')
  const progress = useTranslations('progress')
  const locale = useLocale()
  const { rows, areas } = page
  const selection = page.chosen?.selection ?? nothingChosen
  const item = (next: ListFilter, label: string, symbol?: { symbol: string; token: string }) => ({
    key: `${next.area}|${next.status}`,
    href: `${routes.indicators}${selectionQuery(selection, { area: next.area ?? undefined, status: next.status ?? undefined })}`,
    label,
    count: filterRows(rows, next).length,
    isCurrent: next.area === filter.area && next.status === filter.status,
    ...symbol,
  })
  const byArea = [
    item({ ...filter, area: null }, t('all')),
    ...areas.map((area) => item({ ...filter, area: area.code }, pick(area.name, locale))),
  ]
  const byStatus = [
    item({ ...filter, status: null }, t('all')),
    ...statusOrder.map((status) =>
      item({ ...filter, status }, progress(statusMarks[status].key), statusMarks[status]),
    ),
  ]
  return (
    <div className="no-print mb-6 grid gap-2">
      <FilterRow label={common('area')} items={byArea} />
      <FilterRow label={common('status')} items={byStatus} />
    </div>
  )
}

type Item = {
  readonly key: string
  readonly href: string
  readonly label: string
  readonly count: number
  readonly isCurrent: boolean
  readonly symbol?: string
  readonly token?: string
}

function FilterRow({ label, items }: { readonly label: string; readonly items: readonly Item[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
      <span aria-hidden className="min-w-20 text-ink-3">
        {label}
      </span>
      <ul className="flex flex-1 flex-wrap gap-1">
        {items.map((item) => (
          <li key={item.key}>
            <Link
              href={item.href}
              scroll={false}
              aria-current={item.isCurrent ? 'true' : undefined}
              className={clsx(
                'inline-flex min-h-8 items-center gap-1.5 rounded border px-2 no-underline',
                item.isCurrent
                  ? 'border-accent bg-accent-soft font-semibold text-ink'
                  : 'border-line text-ink-2 hover:text-ink',
              )}
            >
              {item.symbol && (
                <span aria-hidden className="font-bold" style={{ color: `var(${item.token})` }}>
                  {item.symbol}
                </span>
              )}
              {item.label}
              <span className="font-normal text-ink-2">{item.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
