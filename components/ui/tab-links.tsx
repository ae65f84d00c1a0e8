import { clsx } from 'clsx'
import { Link } from '@/i18n/navigation'

type Props = {
  readonly label: string
  readonly items: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[]
}

/** Sections that are pages of their own. */
export function TabLinks({ label, items }: Props) {
  return (
    <nav aria-label={label} className="no-print mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.isCurrent ? 'page' : undefined}
              className={clsx(
                '-mb-px inline-flex min-h-10 items-center whitespace-nowrap border-b-2 px-3 text-sm no-underline',
                item.isCurrent
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-ink-2 hover:text-ink',
              )}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
