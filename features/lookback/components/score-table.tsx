import { useLocale, useTranslations } from 'next-intl'
import { TableScroll } from '@/components/ui/table-scroll'
import { scoreOf } from '@/core/index/run-index'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatSigned } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { AsOfPage } from '../schema'

type Props = {
  readonly page: AsOfPage & { readonly year: number }
  /** the node of the index */
  readonly root: string
  readonly queryOf: (region: string) => string
}

/** Scores and ranks as the data of the moment made them, beside the rank of today. */
export function ScoreTable({ page, root, queryOf }: Props) {
  const t = useTranslations('history.asOf')
  const common = useTranslations('common')
  const locale = useLocale()
  const { past, now, year } = page
  const rows = past.scored
    .map((code) => ({
      region: now.region.get(code),
      code,
      past: scoreOf(past.index, code, year, root),
      today: scoreOf(now.index, code, year, root),
      areas: past.areas.map((area) => scoreOf(past.index, code, year, area.code).score),
    }))
    .filter((row) => row.past.score !== null || row.areas.some((score) => score !== null))
    .toSorted((a, b) => (a.past.rank ?? 9999) - (b.past.rank ?? 9999))
  if (rows.length === 0)
    return <p className="mb-8 text-sm text-ink-2">{t('noScores', { year: String(year) })}</p>
  const caption = t('scores', { year: String(year) })
  const score = (value: number | null) => formatNumber(value, { locale, decimals: 1 })
  return (
    <section aria-labelledby="scores" className="mb-10">
      <h2 id="scores" className="mb-3">
        {caption}
      </h2>
      <TableScroll label={caption} isTall>
        <table className="table">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{common('region')}</th>
              <th scope="col" className="num">
                {common('rank')}
              </th>
              <th scope="col" className="num">
                {t('rankNow')}
              </th>
              <th scope="col" className="num">
                {common('index')}
              </th>
              <th scope="col" className="num">
                {t('indexNow')}
              </th>
              {past.areas.map((area) => (
                <th key={area.code} scope="col" className="num">
                  {pick(area.name, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ region, code, past: early, today, areas }) => {
              const gained = early.rank !== null && today.rank !== null ? early.rank - today.rank : 0
              return (
                <tr key={code}>
                  <th scope="row" className="font-normal">
                    <Link href={`${routes.region(code)}${queryOf(code)}`} prefetch={false}>
                      {region ? pick(region.name, locale) : code}
                    </Link>
                  </th>
                  <td className="num">{early.rank ?? common('notRanked')}</td>
                  <td className="num">
                    {today.rank ?? common('notRanked')}
                    {gained !== 0 && (
                      <strong className="ms-1">({formatSigned(gained, { locale, decimals: 0 })})</strong>
                    )}
                  </td>
                  <td className="num font-semibold">{score(early.score)}</td>
                  <td className="num">{score(today.score)}</td>
                  {areas.map((value, i) => (
                    <td key={past.areas[i]?.code} className="num">
                      {score(value)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
