'use client'

import { clsx } from 'clsx'
import { useParams, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import { Link, usePathname } from '@/i18n/navigation'
import { codeIn } from '@/lib/routes'
import { parseSelection, selectionQuery } from '@/lib/selection'

export type RailItem = {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  /** colour token of the mark, such as --area-st */
  readonly token?: string
}
export type RailGroup = { readonly label?: string; readonly items: readonly RailItem[] }

type Props = { readonly label: string; readonly brand: string; readonly groups: readonly RailGroup[] }

const isCurrent = (pathname: string, href: string) =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)

/** The left rail; on a phone a bar at the bottom with the main five and the rest in a sheet. Links keep the selection. */
export function Rail({ label, brand, groups }: Props) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const { region } = useParams<{ region?: string }>()
  const selection = parseSelection(Object.fromEntries(useSearchParams()))
  // The page of a region has it in its path, and its links lead on with that region.
  const query = selectionQuery(region ? { ...selection, region: codeIn(region) } : selection)
  const items = groups.flatMap((group) => group.items)
  const short = items.filter((item) => ['overview', 'compare', 'data', 'reports'].includes(item.icon))
  return (
    <>
      <nav
        aria-label={label}
        className="no-print sticky top-0 hidden h-dvh flex-col overflow-y-auto border-e border-line bg-panel px-3 py-4 md:flex"
      >
        <Link
          href={`/${query}`}
          className="mb-4 flex items-center gap-2 px-2 text-base font-semibold text-ink no-underline"
        >
          <Icon name="brand" />
          {brand}
        </Link>
        {groups.map((group, g) => (
          <div key={group.items[0]?.href ?? g} className="border-b border-line py-2 last:border-0">
            {group.label && <p className="px-2 pb-1 text-xs text-ink-3">{group.label}</p>}
            <ul>
              {group.items.map((item) => (
                <li key={item.href}>
                  <RailLink item={item} query={query} isCurrent={isCurrent(pathname, item.href)} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <nav
        aria-label={label}
        className="no-print fixed inset-x-0 bottom-0 z-40 grid grid-cols-5 border-t border-line bg-ground md:hidden"
      >
        {short.map((item) => (
          <Link
            key={item.href}
            href={`${item.href}${query}`}
            aria-current={isCurrent(pathname, item.href) ? 'page' : undefined}
            className={clsx(
              'flex min-h-14 flex-col items-center justify-center gap-0.5 px-1 text-xs no-underline',
              isCurrent(pathname, item.href) ? 'font-semibold text-accent' : 'text-ink-2',
            )}
          >
            <Icon name={item.icon} />
            {item.label}
          </Link>
        ))}
        {/* A new page closes the sheet that led to it. */}
        <details key={pathname} className="group relative">
          <summary className="flex min-h-14 list-none flex-col items-center justify-center gap-0.5 text-xs text-ink-2 [&::-webkit-details-marker]:hidden">
            <Icon name="more" />
            {t('nav.more')}
          </summary>
          <ul className="fixed inset-x-0 bottom-14 max-h-[70dvh] overflow-y-auto border-t border-line bg-ground p-3">
            {items
              .filter((item) => !short.includes(item))
              .map((item) => (
                <li key={item.href}>
                  <RailLink item={item} query={query} isCurrent={isCurrent(pathname, item.href)} />
                </li>
              ))}
          </ul>
        </details>
      </nav>
    </>
  )
}

function RailLink({ item, query, isCurrent }: { item: RailItem; query: string; isCurrent: boolean }) {
  return (
    <Link
      href={`${item.href}${query}`}
      aria-current={isCurrent ? 'page' : undefined}
      className={clsx(
        'flex min-h-9 items-center gap-2.5 rounded px-2 py-1 text-sm no-underline hover:no-underline',
        isCurrent ? 'bg-accent-soft font-semibold text-ink' : 'text-ink-2 hover:bg-ground hover:text-ink',
      )}
    >
      {item.icon === 'area' ? (
        <span
          aria-hidden
          className="ms-1 me-0.5 size-2.5 shrink-0 rounded-full"
          style={{ background: `var(${item.token})` }}
        />
      ) : (
        <Icon name={item.icon} />
      )}
      {item.label}
    </Link>
  )
}
