import { useLocale, useTranslations } from 'next-intl'
import { TableScroll } from '@/components/ui/table-scroll'
import { formatDateTime } from '@/lib/format'
import type { OtherChange } from '../schema'
import { useAuthor } from './use-author'

type Props = { readonly changes: readonly OtherChange[]; readonly timeZone: string }

/** Fields shown at once; the others open below. */
const shownFields = 4

/** What was changed besides observations, newest first. */
export function OtherTable({ changes, timeZone }: Props) {
  const t = useTranslations('history.other')
  const locale = useLocale()
  const author = useAuthor()
  return (
    <TableScroll label={t('title')}>
      <table className="table">
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr>
            {['when', 'who', 'what', 'key', 'fields'].map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.id}>
              <th scope="row" className="whitespace-nowrap font-normal">
                <time dateTime={change.at}>{formatDateTime(change.at, { locale, timeZone })}</time>
              </th>
              <td className="max-w-40 break-words">{author(change.author)}</td>
              <td className="min-w-36">
                {t.has(`action.${change.action.replace('.', '-')}`)
                  ? t(`action.${change.action.replace('.', '-')}`)
                  : change.action}
              </td>
              <td className="max-w-56 break-words">{change.key}</td>
              <td className="min-w-64 max-w-96 break-words text-ink-2">
                <Fields fields={change.fields.slice(0, shownFields)} />
                {change.fields.length > shownFields && (
                  <details>
                    <summary>{t('more', { count: change.fields.length - shownFields })}</summary>
                    <Fields fields={change.fields.slice(shownFields)} />
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Fields({ fields }: Pick<OtherChange, 'fields'>) {
  const t = useTranslations('history.other')
  return (
    <ul>
      {fields.map(({ name, before, after }) => (
        <li key={name}>
          {t(before === '' || after === '' ? 'field' : 'fieldChanged', {
            name,
            before,
            after,
            value: after === '' ? before : after,
          })}
        </li>
      ))}
    </ul>
  )
}
