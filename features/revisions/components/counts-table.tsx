import { useLocale, useTranslations } from 'next-intl'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { formatNumber } from '@/lib/format'
import { type CountedBy, changeKinds } from '../schema'

type Props = {
  readonly caption: string
  readonly head: string
  readonly rows: readonly CountedBy[]
  readonly nameOf: (code: string) => string
  readonly hrefOf: (code: string) => string
}

/** Changes counted by indicator or by region. */
export function CountsTable({ caption, head, rows, nameOf, hrefOf }: Props) {
  const t = useTranslations('history.change.kind')
  const locale = useLocale()
  if (rows.length === 0) return null
  const kinds = changeKinds.filter((kind) => rows.some(({ counts }) => counts[kind] > 0))
  return (
    <TableScroll label={caption} isTall>
      <table className="table">
        <caption className="mb-1 text-start text-base font-semibold">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="num">
                {t(kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, counts }) => (
            <tr key={code}>
              <th scope="row" className="min-w-32 font-normal">
                <Link href={hrefOf(code)} prefetch={false}>
                  {nameOf(code)}
                </Link>
              </th>
              {kinds.map((kind) => (
                <td key={kind} className="num">
                  {counts[kind] > 0 && formatNumber(counts[kind], { locale, decimals: 0 })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
