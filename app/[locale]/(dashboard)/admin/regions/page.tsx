import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { listRegions } from '@/features/regions/queries'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { currentActor } from '@/server/session'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'admin' })
  return { title: t('tabs.regions') }
}

export default async function AdminRegionsPage({ params }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'admin' })
  const regions = await listRegions(await currentActor(), {})
  const name = new Map(regions.map((region) => [region.code, pick(region.name, locale)]))
  const add = (
    <Link href={routes.newRegion} className={buttonClass('primary')}>
      {t('region.add')}
    </Link>
  )
  return (
    <>
      <PageHead title={t('region.list', { count: regions.length })} actions={add} />
      {regions.length === 0 ? (
        <Empty title={t('region.list', { count: 0 })}>{add}</Empty>
      ) : (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('region.code')}</th>
                <th scope="col">{t('tabs.regions')}</th>
                <th scope="col">{t('region.level')}</th>
                <th scope="col">{t('region.parent')}</th>
                <th scope="col">{locale === 'zh' ? t('region.groupZh') : t('region.groupEn')}</th>
                <th scope="col">{t('region.gbCode')}</th>
              </tr>
            </thead>
            <tbody>
              {regions.map((region) => (
                <tr key={region.code}>
                  <td>{region.code}</td>
                  <th scope="row" className="font-normal">
                    <Link href={routes.editRegion(region.code)}>{pick(region.name, locale)}</Link>
                  </th>
                  <td>{t(`level.${region.level}`)}</td>
                  <td>{region.parent ? (name.get(region.parent) ?? region.parent) : ''}</td>
                  <td>{region.group ? pick(region.group, locale) : ''}</td>
                  <td>{region.gbCode}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
