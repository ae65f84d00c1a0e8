import { clsx } from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { Explained } from '@/components/ui/explained'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatSigned } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { Names, ScoreEffect, ScoreMove } from '../schema'

type Props = {
  readonly effect: ScoreEffect
  readonly names: Names
  readonly nameOfNode: (node: string) => string
  readonly hrefOfNode: (node: string) => string
  /** what leads to a region in the year that is shown */
  readonly queryOf: (region: string) => string
}

/** What the changes do to scores and ranks: a node at a time, the largest move first. */
export function EffectTable({ effect, names, nameOfNode, hrefOfNode, queryOf }: Props) {
  const t = useTranslations('history.effect')
  const locale = useLocale()
  const { year, node, moves, byNode, movedCount, comparedCount } = effect
  const what = { node: nameOfNode(node), year: String(year) }
  const regionName = (code: string) => {
    const region = names.regions.get(code)
    return region ? pick(region.name, locale) : code
  }
  const hasOthers = effect.onlyBefore.length + effect.onlyAfter.length > 0
  const titleKey =
    movedCount > 0 ? 'title' : moves.length > 0 ? 'titleScores' : hasOthers ? 'titleOnly' : 'titleNone'
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <section aria-labelledby="effect" className="mb-10">
      <h2 id="effect" className="mb-1">
        {t(titleKey, {
          ...what,
          gained: effect.onlyAfter.length,
          lost: effect.onlyBefore.length,
          moved: movedCount,
          scores: moves.length,
          count: comparedCount,
        })}
      </h2>
      <p className="prose-width mb-3 text-sm text-ink-2">{t('lead')}</p>
      <nav aria-label={t('nodes')} className="no-print mb-4 flex flex-wrap gap-2 text-sm">
        {byNode.map((one) => (
          <Link
            key={one.node}
            href={`${hrefOfNode(one.node)}#effect`}
            prefetch={false}
            aria-current={one.node === node ? 'true' : undefined}
            className={clsx(
              'rounded border px-2 py-1 no-underline',
              one.node === node ? 'border-accent font-semibold text-ink' : 'border-line text-ink-2',
            )}
          >
            {t('node', { node: nameOfNode(one.node), ranks: one.ranks, scores: one.scores })}
          </Link>
        ))}
      </nav>
      {moves.length > 0 && (
        <TableScroll label={t('caption', what)} isTall>
          <table className="table">
            <caption className="sr-only">{t('caption', what)}</caption>
            <thead>
              <tr>
                {['region', 'rankBefore', 'rankAfter', 'places', 'scoreBefore', 'scoreAfter', 'score'].map(
                  (column, i) => (
                    <th key={column} scope="col" className={i === 0 ? undefined : 'num'}>
                      {t(column)}
                    </th>
                  ),
                )}
                <th scope="col">{t('through')}</th>
              </tr>
            </thead>
            <tbody>
              {moves.map((move) => (
                <MoveRow
                  key={move.region}
                  move={move}
                  name={regionName(move.region)}
                  href={`${routes.explain(node)}${queryOf(move.region)}`}
                  names={names}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {effect.onlyBefore.length > 0 && (
        <p className="prose-width mt-3 text-sm">
          {t('onlyBefore', { list: list.format(effect.onlyBefore.map(regionName)) })}
        </p>
      )}
      {effect.onlyAfter.length > 0 && (
        <p className="prose-width mt-3 text-sm">
          {t('onlyAfter', { list: list.format(effect.onlyAfter.map(regionName)) })}
        </p>
      )}
    </section>
  )
}

type RowProps = {
  readonly move: ScoreMove
  readonly name: string
  readonly href: string
  readonly names: Names
}

function MoveRow({ move, name, href, names }: RowProps) {
  const t = useTranslations('history.effect')
  const locale = useLocale()
  const score = (value: number) => formatNumber(value, { locale, decimals: 2 })
  const change = move.after.score - move.before.score
  return (
    <tr>
      <th scope="row" className="min-w-20 font-normal">
        {name}
      </th>
      <td className="num">{move.before.rank}</td>
      <td className="num">{move.after.rank}</td>
      <td className={clsx('num', move.places !== 0 && 'font-semibold')}>
        {move.places === 0 ? t('stays') : formatSigned(move.places, { locale, decimals: 0 })}
      </td>
      <td className="num">{score(move.before.score)}</td>
      <td className="num">
        <Explained href={href} hint={t('explain', { region: name })}>
          {score(move.after.score)}
        </Explained>
      </td>
      {/* A change that two decimals do not show is still one. */}
      <td className="num">{formatSigned(change, { locale, decimals: Math.abs(change) < 0.005 ? 4 : 2 })}</td>
      <td className="min-w-48 text-sm text-ink-2">
        {move.through.slice(0, 2).map(({ indicator, change: pushed }) => {
          const info = names.indicators.get(indicator)
          return (
            <span key={indicator} className="block">
              {t(pushed > 0 ? 'up' : 'down', { indicator: info ? pick(info.name, locale) : indicator })}
            </span>
          )
        })}
      </td>
    </tr>
  )
}
