import { useLocale, useTranslations } from 'next-intl'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { formatDateTime } from '@/lib/format'
import { routes } from '@/lib/routes'
import { UndoImport } from './undo-import'

/** An import that was carried out, as the page hands it over. */
export type PastLine = {
  readonly id: string
  readonly fileName: string | null
  readonly at: string
  readonly author: string
  readonly reason: string | null
  readonly vintage: string | null
  readonly added: number
  readonly changed: number
  readonly undoneAt: string | null
}

type Props = {
  readonly imports: readonly PastLine[]
  readonly page: number
  readonly hasOlder: boolean
  readonly canUndo: boolean
}

/** What was imported before, newest first, each to be looked at and taken back at any time. */
export function PastImports({ imports, page, hasOlder, canUndo }: Props) {
  const t = useTranslations('imports.past')
  const entry = useTranslations('entry.author')
  const vintages = useTranslations('imports.facts.vintages')
  const locale = useLocale()
  const link = (to: number) => `${routes.dataImport}?page=${to}`
  return (
    <section aria-labelledby="past-imports">
      <h2 id="past-imports">{t('title')}</h2>
      {imports.length === 0 ? (
        <p className="mt-2 text-sm text-ink-2">{t('none')}</p>
      ) : (
        <div className="mt-2">
          <TableScroll label={t('title')}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('file')}</th>
                  <th scope="col">{t('at')}</th>
                  <th scope="col">{t('author')}</th>
                  <th scope="col" className="num">
                    {t('added')}
                  </th>
                  <th scope="col" className="num">
                    {t('changed')}
                  </th>
                  <th scope="col">{t('vintage')}</th>
                  <th scope="col">
                    <span className="sr-only">{t('undo')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {imports.map((line) => {
                  const name = line.fileName ?? line.reason ?? t('unnamed')
                  return (
                    <tr key={line.id}>
                      <th scope="row" className="min-w-40 max-w-80 font-normal [overflow-wrap:anywhere]">
                        <Link href={`${routes.dataImport}?batch=${line.id}`} prefetch={false}>
                          {name}
                        </Link>
                      </th>
                      <td className="whitespace-nowrap">
                        <time dateTime={line.at}>{formatDateTime(line.at, { locale, timeZone: 'UTC' })}</time>
                      </td>
                      <td>{entry.has(line.author) ? entry(line.author) : line.author}</td>
                      <td className="num">{t('count', { count: line.added })}</td>
                      <td className="num">{t('count', { count: line.changed })}</td>
                      <td>{line.vintage ? vintages(line.vintage) : '–'}</td>
                      <td className="num">
                        {line.undoneAt ? (
                          <span className="text-ink-2">
                            {t('undone', { at: formatDateTime(line.undoneAt, { locale, timeZone: 'UTC' }) })}
                          </span>
                        ) : (
                          canUndo && <UndoImport batch={line.id} name={name} />
                        )}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </TableScroll>
          <p className="mt-2 text-xs text-ink-3">{t('utc')}</p>
        </div>
      )}
      {(page > 1 || hasOlder) && (
        <p className="mt-3 flex gap-4 text-sm">
          {page > 1 && <Link href={link(page - 1)}>{t('newer')}</Link>}
          {hasOlder && <Link href={link(page + 1)}>{t('older')}</Link>}
        </p>
      )}
    </section>
  )
}
