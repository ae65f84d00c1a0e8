import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { listIndicators } from '@/features/indicators/queries'
import { listRegions } from '@/features/regions/queries'
import { TargetValue } from '@/features/targets/components/target-value'
import { listTargets } from '@/features/targets/queries'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'admin' })
  return { title: t('tabs.targets') }
}

export default async function TargetsPage({ params }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  const actor = await currentActor()
  const [targets, indicators, regions] = await Promise.all([
    listTargets(actor, {}),
    listIndicators(actor, {}),
    listRegions(actor, {}),
  ])
  const indicatorOf = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  const regionOf = new Map(regions.map((region) => [region.code, region]))
  const add = (
    <Link href={routes.newTarget} className={buttonClass('primary')}>
      {t('target.add')}
    </Link>
  )
  return (
    <>
      <PageHead title={t('target.list', { count: targets.length })} actions={add} />
      {targets.length === 0 ? (
        <Empty title={t('target.list', { count: 0 })}>{add}</Empty>
      ) : (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('target.indicator')}</th>
                <th scope="col">{t('target.region')}</th>
                <th scope="col" className="num">
                  {t('target.baseline')}
                </th>
                <th scope="col" className="num">
                  {t('target.targetYear')}
                </th>
                <th scope="col" className="num">
                  {t('target.target')}
                </th>
                <th scope="col">{t('target.source')}</th>
              </tr>
            </thead>
            <tbody>
              {targets.map((target) => {
                const indicator = indicatorOf.get(target.indicator)
                const region = target.region ? regionOf.get(target.region) : null
                return (
                  <tr key={target.id}>
                    <th scope="row" className="font-normal">
                      <Link href={routes.editTarget(target.id)}>
                        {indicator ? pick(indicator.name, locale) : target.indicator}
                      </Link>
                    </th>
                    <td>{region ? pick(region.name, locale) : t('target.everyRegion')}</td>
                    <td className="num">
                      {target.baselineYear}{' '}
                      <span className="text-ink-3">
                        {target.baselineValue === null ? (
                          t('target.observed')
                        ) : (
                          <TargetValue value={target.baselineValue} kind="value" indicator={indicator} />
                        )}
                      </span>
                    </td>
                    <td className="num">{target.targetYear}</td>
                    <td className="num">
                      <TargetValue value={target.target} kind={target.kind} indicator={indicator} />
                    </td>
                    <td className="text-ink-2">{target.source}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
