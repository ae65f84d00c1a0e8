import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { listAreas, listIndicators } from '@/features/indicators/queries'
import { LoadSample } from '@/features/sample/components/load-sample'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'admin' })
  return { title: t('framework') }
}

export default async function FrameworkPage({ params }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  const actor = await currentActor()
  const [areas, indicators] = await Promise.all([listAreas(actor, {}), listIndicators(actor, {})])
  return (
    <>
      <PageHead
        title={t('indicator.list', { count: indicators.length })}
        actions={
          <Link href={routes.newIndicator} className={buttonClass('primary')}>
            {t('indicator.add')}
          </Link>
        }
      />
      {areas.length === 0 && (
        <Empty title={t('noAreas.title')}>
          <p className="mb-3">{t('noAreas.text')}</p>
          <LoadSample />
        </Empty>
      )}
      {areas.map((area) => (
        <section key={area.code} className="mb-8">
          <h2 className="mb-2 flex items-center gap-2">
            <span
              aria-hidden
              className="size-2.5 rounded-full"
              style={{ background: `var(--area-${area.code.toLowerCase()})` }}
            />
            {pick(area.name, locale)}
          </h2>
          <div className="table-scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col" className="w-20">
                    {t('indicator.code')}
                  </th>
                  <th scope="col">{t('tabs.indicators')}</th>
                  <th scope="col" className="w-56">
                    {t('indicator.themeId')}
                  </th>
                  <th scope="col" className="w-40">
                    {t('indicator.direction')}
                  </th>
                  <th scope="col" className="w-28">
                    {t('indicator.kind')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {indicators
                  .filter((indicator) => indicator.area === area.code)
                  .map((indicator) => (
                    <tr key={indicator.code}>
                      <td>{indicator.code}</td>
                      <th scope="row" className="font-normal">
                        <Link href={routes.editIndicator(indicator.code)}>
                          {pick(indicator.name, locale)}
                        </Link>
                        <span className="ms-2 text-ink-3">{pick(indicator.unit, locale)}</span>
                      </th>
                      <td>{indicator.theme ? pick(indicator.theme.name, locale) : t('none')}</td>
                      <td>{t(indicator.direction === 1 ? 'direction.higher' : 'direction.lower')}</td>
                      <td>{t(`kind.${indicator.kind}`)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  )
}
