import { clsx } from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { formatNumber } from '@/lib/format'
import { type ChangeCounts, type ChangeKind, changeKinds } from '../schema'

type Props = {
  readonly counts: ChangeCounts
  readonly isRestore?: boolean
  readonly current?: ChangeKind | null
  /** where the cells of one kind are listed; null = of all */
  readonly hrefOf?: (kind: ChangeKind | null) => string
}

/** How many cells changed in which way; a count leads to its cells. */
export function CountList({ counts, isRestore = false, current = null, hrefOf }: Props) {
  const t = useTranslations(isRestore ? 'history.change.back' : 'history.change.kind')
  const locale = useLocale()
  return (
    <dl className="mb-6 flex flex-wrap gap-x-8 gap-y-3 border-y border-line py-3">
      {changeKinds.map((kind) => {
        const figure = formatNumber(counts[kind], { locale, decimals: 0 })
        const isCurrent = kind === current
        return (
          <div key={kind} data-kind={kind} className="flex flex-col-reverse">
            <dt className={clsx('text-sm', isCurrent ? 'font-semibold' : 'text-ink-2')}>{t(kind)}</dt>
            <dd className="text-lg font-semibold">
              {hrefOf && counts[kind] > 0 ? (
                <Link
                  href={hrefOf(isCurrent ? null : kind)}
                  prefetch={false}
                  aria-current={isCurrent ? 'true' : undefined}
                >
                  {figure}
                </Link>
              ) : (
                figure
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
