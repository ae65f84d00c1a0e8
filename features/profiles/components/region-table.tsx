import { useLocale, useTranslations } from 'next-intl'
import { heatColours, heatStep } from '@/components/charts/heat/series'
import { Explained } from '@/components/ui/explained'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { useScaleText } from '@/i18n/use-scale-text'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatSigned } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { RegionList, RegionListRow } from '../schema'
import { nextSort, type RegionSort, sortRegions } from './sort-regions'

type Props = { readonly list: RegionList; readonly sort: RegionSort }

/** All regions with index, rank, movement and area scores; every column head is a link that orders by it. */
export function RegionTable({ list, sort }: Props) {
  const t = useTranslations('regions')
  const common = useTranslations('common')
  const locale = useLocale()
  const scale = useScaleText(list.recipe)
  const textOf = (row: RegionListRow, by: 'name' | 'group') =>
    by === 'name' ? pick(row.region.name, locale) : row.region.group ? pick(row.region.group, locale) : ''
  const rows = sortRegions(list.rows, sort, textOf, locale)
  const head = { list, sort }
  return (
    <>
      <div className="xl:[&>section]:max-h-none xl:[&>section]:overflow-visible xl:[&_thead_th]:top-[53px]">
        <TableScroll label={t('title')} isTall>
          {/* Fixed columns: a table whose rows are still arriving would move its columns while it grows. */}
          <table className="table min-w-[60rem] table-fixed">
            <colgroup>
              <col className="w-44" />
              <col className="w-16" />
              <col className="w-20" />
              <col className="w-24" />
              {list.areas.map((area) => (
                <col key={area.code} />
              ))}
              <col className="w-28" />
            </colgroup>
            <thead>
              <tr>
                <Head {...head} by="name" label={common('region')} isFirst />
                <Head {...head} by="rank" label={common('rank')} isNumber />
                <Head {...head} by="index" label={common('index')} isNumber />
                <Head {...head} by="change" label={common('change')} isNumber />
                {list.areas.map((area) => (
                  <Head {...head} key={area.code} by={area.code} label={pick(area.name, locale)} isNumber />
                ))}
                <Head {...head} by="group" label={t('group')} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.region.code} row={row} list={list} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
      <p className="mt-2 text-xs text-ink-3">
        {scale}. {t('legend')} {common('change')}: {common('changeHint')}
      </p>
    </>
  )
}

type HeadProps = Props & {
  readonly by: string
  readonly label: string
  readonly isNumber?: boolean
  readonly isFirst?: boolean
}

function Head({ list, sort, by, label, isNumber, isFirst }: HeadProps) {
  const isCurrent = sort.by === by
  const next = nextSort(sort, by)
  const query = selectionQuery(list.selection, { sort: by, order: next.isAscending ? 'asc' : 'desc' })
  const arrow = isCurrent && (
    <span aria-hidden className="mx-1">
      {sort.isAscending ? '↑' : '↓'}
    </span>
  )
  return (
    <th
      scope="col"
      aria-sort={isCurrent ? (sort.isAscending ? 'ascending' : 'descending') : undefined}
      className={[isNumber && 'num', isFirst && 'start-0 !z-20'].filter(Boolean).join(' ')}
    >
      <Link
        href={`${routes.regions}${query}`}
        prefetch={false}
        scroll={false}
        className={`inline-block whitespace-normal no-underline hover:underline ${isCurrent ? 'font-semibold text-ink' : 'text-ink-2'}`}
      >
        {isNumber && arrow}
        {label}
        {!isNumber && arrow}
      </Link>
    </th>
  )
}

function Row({ row, list }: { readonly row: RegionListRow; readonly list: RegionList }) {
  const t = useTranslations('regions')
  const common = useTranslations('common')
  const locale = useLocale()
  const { region, rank, score, change, isCompared } = row
  const explain = useTranslations('explain')
  const isSelected = list.selection.region === region.code
  const query = selectionQuery({ ...list.selection, region: region.code })
  return (
    <tr>
      <th
        scope="row"
        className={`sticky start-0 z-[1] bg-ground ${isSelected ? 'font-semibold' : 'font-normal'}`}
      >
        <Link href={`${routes.region(region.code)}${query}`} prefetch={false}>
          {pick(region.name, locale)}
        </Link>
      </th>
      {isCompared ? (
        <>
          <td className="num">{formatNumber(rank, { locale, decimals: 0 })}</td>
          <td className="num font-semibold">
            {score === null ? (
              formatNumber(score, { locale, decimals: 1 })
            ) : (
              <Explained href={`${routes.explain()}${query}`} hint={explain('link')}>
                {formatNumber(score, { locale, decimals: 1 })}
              </Explained>
            )}
          </td>
          <td className="num">{formatSigned(change, { locale, decimals: 1 })}</td>
          {row.areas.map((area) => {
            if (area.score === null) {
              return (
                <td key={area.code} className="num text-ink-3">
                  <span aria-hidden>–</span>
                  <span className="sr-only">{common('noScore')}</span>
                </td>
              )
            }
            const { ground, ink } = heatColours(heatStep(area.score, [0, 100]))
            return (
              <td key={area.code} className="num" style={{ background: ground, color: ink }}>
                {formatNumber(area.score, { locale, decimals: 1 })}
              </td>
            )
          })}
        </>
      ) : (
        <td colSpan={3 + row.areas.length} className="text-ink-3">
          {t(row.hasValues ? 'notCompared' : 'noValues')}
        </td>
      )}
      <td className="text-ink-2">{region.group ? pick(region.group, locale) : ''}</td>
    </tr>
  )
}
