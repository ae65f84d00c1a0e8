import { useLocale, useTranslations } from 'next-intl'
import { Bars } from '@/components/charts/bars/chart'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Notice } from '@/components/ui/notice'
import { compareRecipes, type MoveDriver, type RankMove } from '@/core/explain/compare-recipes'
import type { IndexResult } from '@/core/index/run-index'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatSigned } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { RecipeTrial } from '../schema'
import { NoRanks } from './no-ranks'
import { NodeLinks, useNodeName } from './node-links'
import { StepTable } from './step'

type Props = { readonly trial: RecipeTrial; readonly tried: IndexResult }

/** The ranks by a recipe against those by the one in use: who moves, by how much, and through which indicators. */
export function EffectView({ trial, tried }: Props) {
  const t = useTranslations('method.effect')
  const common = useTranslations('common')
  const locale = useLocale()
  const nodeName = useNodeName(trial)
  const { year, node } = trial
  const { moves, movedCount, meanPlaces, largestPlaces, onlyBefore, onlyAfter } = compareRecipes(
    trial.inUse,
    tried,
    year,
    node,
  )
  const nameOf = (code: string) => {
    const region = trial.region.get(code)
    return region ? pick(region.name, locale) : code
  }
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const moved = moves.filter(({ places }) => places !== 0)
  const largest = moved[0]
  const what = { node: nodeName(node), year: String(year) }
  const title =
    largest === undefined
      ? t('titleNone', what)
      : t('title', { moved: movedCount, count: moves.length, ...what })
  const summary = t('summary', { ...what, count: moved.length })
  return (
    <section aria-label={t('label')}>
      <NodeLinks trial={trial} view="effect" />
      {moves.length === 0 && <NoRanks trial={trial} tried={tried} />}
      {moves.length > 0 && largest === undefined && <Notice>{title}</Notice>}
      {largest && (
        <ChartFrame
          id="moves"
          title={title}
          subtitle={t('subtitle', {
            region: nameOf(largest.region),
            places: largestPlaces,
            mean: formatNumber(meanPlaces, { locale, decimals: 1 }),
          })}
          source={`${common('calculated')} · ${common('workingData')}`}
          summary={summary}
          table={{
            columns: [
              { key: 'region', label: common('region') },
              { key: 'before', label: t('rankInUse'), isNumber: true, decimals: 0 },
              { key: 'after', label: t('rankTried'), isNumber: true, decimals: 0 },
              { key: 'places', label: t('places'), isNumber: true, decimals: 0 },
            ],
            rows: moves.map(({ region, before, after, places }) => [
              nameOf(region),
              before.rank,
              after.rank,
              places,
            ]),
          }}
          fileName={`pentad-recipe-${node}-${year}`}
        >
          <Bars
            bars={moved
              .toSorted((a, b) => b.places - a.places || a.before.rank - b.before.rank)
              .map(({ region, places }) => ({
                key: region,
                label: nameOf(region),
                value: places,
                tone: region === trial.selection.region ? 'selected' : 'peer',
              }))}
            format={{ locale, decimals: 0, isSigned: true }}
            summary={summary}
          />
        </ChartFrame>
      )}
      <OnlyIn codes={onlyBefore} word="onlyInUse" nameOf={nameOf} list={list} />
      <OnlyIn codes={onlyAfter} word="onlyTried" nameOf={nameOf} list={list} />
      {moves.length > 0 && (
        <StepTable label={t('caption', what)}>
          <thead>
            <tr>
              <th scope="col">{common('region')}</th>
              <th scope="col" className="num">
                {t('rankInUse')}
              </th>
              <th scope="col" className="num">
                {t('rankTried')}
              </th>
              <th scope="col" className="num">
                {t('places')}
              </th>
              <th scope="col" className="num">
                {t('scoreInUse')}
              </th>
              <th scope="col" className="num">
                {t('scoreTried')}
              </th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => (
              <MoveRow key={move.region} move={move} trial={trial} name={nameOf(move.region)} />
            ))}
          </tbody>
        </StepTable>
      )}
      <p className="prose-width mt-2 text-xs text-ink-3">{t('note')}</p>
    </section>
  )
}

type OnlyProps = {
  readonly codes: readonly string[]
  readonly word: 'onlyInUse' | 'onlyTried'
  readonly nameOf: (code: string) => string
  readonly list: Intl.ListFormat
}

function OnlyIn({ codes, word, nameOf, list }: OnlyProps) {
  const t = useTranslations('method.effect')
  return codes.length === 0 ? null : (
    <p className="prose-width mt-3 text-sm">{t(word, { list: list.format(codes.map(nameOf)) })}</p>
  )
}

type RowProps = { readonly move: RankMove; readonly trial: RecipeTrial; readonly name: string }

function MoveRow({ move, trial, name }: RowProps) {
  const t = useTranslations('method.effect')
  const locale = useLocale()
  const isSelected = move.region === trial.selection.region
  const query = selectionQuery({ ...trial.selection, region: move.region })
  const drivers =
    move.places === 0 ? [] : (move.drivers ?? []).filter(({ change }) => change !== 0).slice(0, 2)
  const score = (value: number) => formatNumber(value, { locale, decimals: 2 })
  return (
    <tr>
      <th scope="row" className={isSelected ? 'font-semibold' : 'font-normal'}>
        <Link href={`${routes.region(move.region)}${query}`} prefetch={false}>
          {name}
        </Link>
      </th>
      <td className="num">{move.before.rank}</td>
      <td className="num">{move.after.rank}</td>
      <td className="num font-semibold">{formatSigned(move.places, { locale, decimals: 0 })}</td>
      <td className="num">{score(move.before.score)}</td>
      <td className="num">{score(move.after.score)}</td>
      <td className="min-w-56 text-sm text-ink-2">
        {drivers.map((driver) => (
          <Driver key={driver.indicator} driver={driver} trial={trial} />
        ))}
        {move.places !== 0 && move.drivers === null && t('noDrivers')}
      </td>
    </tr>
  )
}

function Driver({ driver, trial }: { readonly driver: MoveDriver; readonly trial: RecipeTrial }) {
  const t = useTranslations('method.effect')
  const locale = useLocale()
  const indicator = trial.indicator.get(driver.indicator)
  const kind = Math.abs(driver.fromWeight) > Math.abs(driver.fromScore) ? 'byWeight' : 'byScore'
  return (
    <span className="block">
      {t(driver.change > 0 ? 'up' : 'down', {
        indicator: indicator ? pick(indicator.name, locale) : driver.indicator,
        how: t(kind),
      })}
    </span>
  )
}
