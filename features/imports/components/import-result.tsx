import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/i18n/navigation'
import { formatDateTime } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { PastLine } from './past-imports'
import { UndoImport } from './undo-import'

type Props = {
  readonly line: PastLine
  readonly regions: number
  readonly years: readonly [from: number, to: number] | null
  readonly indicators: readonly { readonly code: string; readonly name: string; readonly count: number }[]
  readonly canUndo: boolean
}

/** What an import has done, with the ways on and the way back. */
export function ImportResult({ line, regions, years, indicators, canUndo }: Props) {
  const t = useTranslations('imports.result')
  const past = useTranslations('imports.past')
  const entry = useTranslations('entry.author')
  const vintages = useTranslations('imports.facts.vintages')
  const locale = useLocale()
  const name = line.fileName ?? line.reason ?? past('unnamed')
  const facts: readonly (readonly [string, string])[] = [
    [past('added'), past('count', { count: line.added })],
    [past('changed'), past('count', { count: line.changed })],
    [t('regions'), past('count', { count: regions })],
    ...(years
      ? ([[t('years'), years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`]] as const)
      : []),
  ]
  return (
    <>
      <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="text-xl font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-ink-2">
        {t('made', {
          author: entry.has(line.author) ? entry(line.author) : line.author,
          at: formatDateTime(line.at, { locale, timeZone: 'UTC' }),
        })}
        {line.vintage && ` ${t('vintage', { vintage: vintages(line.vintage) })}`}
      </p>
      {line.reason && line.reason !== name && (
        <p className="mt-1 text-sm text-ink-2">{t('reason', { reason: line.reason })}</p>
      )}
      {line.undoneAt && (
        <p className="mt-1 text-sm font-medium">
          {t('undone', { at: formatDateTime(line.undoneAt, { locale, timeZone: 'UTC' }) })}
        </p>
      )}
      {indicators.length > 0 && (
        <>
          <h2 className="mt-6">{t('indicators')}</h2>
          <ul className="mt-1 border-t border-line text-sm">
            {indicators.map((indicator) => (
              <li
                key={indicator.code}
                className="flex items-baseline justify-between gap-4 border-b border-line py-2"
              >
                <Link
                  href={routes.indicator(indicator.code)}
                  prefetch={false}
                  className="min-w-0 break-words"
                >
                  {indicator.name}
                </Link>
                <span className="shrink-0 text-ink-2">{t('values', { count: indicator.count })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-6 flex flex-wrap gap-2">
        <Link href={routes.dataImport} className={buttonClass('primary')}>
          {t('another')}
        </Link>
        <Link href={routes.historyBatch(line.id)} prefetch={false} className={buttonClass()}>
          {t('history')}
        </Link>
        {canUndo && !line.undoneAt && <UndoImport batch={line.id} name={name} />}
      </div>
    </>
  )
}
