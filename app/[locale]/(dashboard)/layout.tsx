import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SampleBanner } from '@/features/sample/components/sample-banner'
import { getWorkspace } from '@/features/scores/queries'
import { Rail, type RailGroup } from '@/features/shell/components/rail'
import { SelectionBar } from '@/features/shell/components/selection-bar'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { currentActor } from '@/server/session'

type Props = { readonly children: ReactNode; readonly params: Promise<{ locale: string }> }

export default async function DashboardLayout({ children, params }: Props) {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'shell' })
  const workspace = await getWorkspace(await currentActor(), {})
  const groups: RailGroup[] = [
    {
      items: [
        { href: routes.overview, label: t('nav.overview'), icon: 'overview' },
        { href: routes.productivity, label: t('nav.productivity'), icon: 'productivity', token: '--area-pr' },
      ],
    },
    {
      label: t('nav.areas'),
      items: workspace.areas.map((area) => ({
        href: routes.area(area.slug),
        label: pick(area.name, locale),
        icon: 'area',
        token: `--area-${area.code.toLowerCase()}`,
      })),
    },
    {
      items: [
        { href: routes.regions, label: t('nav.regions'), icon: 'regions' },
        { href: routes.indicators, label: t('nav.indicators'), icon: 'indicators' },
        { href: routes.compare, label: t('nav.compare'), icon: 'compare' },
      ],
    },
    {
      items: [
        { href: routes.data, label: t('nav.data'), icon: 'data' },
        { href: routes.reports, label: t('nav.reports'), icon: 'reports' },
        { href: routes.method, label: t('nav.method'), icon: 'method' },
        { href: routes.framework, label: t('nav.admin'), icon: 'admin' },
      ],
    },
  ]
  const regions = workspace.regions.map((region) => ({
    code: region.code,
    name: pick(region.name, locale),
    group: region.group ? pick(region.group, locale) : '',
  }))
  return (
    <div className="min-h-dvh print:block md:grid md:grid-cols-[220px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-ground focus:p-3"
      >
        {t('skip')}
      </a>
      <Rail label={t('nav.label')} brand={t('name')} groups={groups} />
      <div className="min-w-0 pb-20 md:pb-0">
        <SelectionBar
          regions={regions}
          years={workspace.panel.years}
          defaultRegion={workspace.scored[0] ?? null}
          defaultYear={workspace.shownYear}
        />
        {workspace.sample.sampleObservations > 0 && (
          <SampleBanner observations={workspace.sample.sampleObservations} />
        )}
        <main id="main" tabIndex={-1} className="mx-auto max-w-[1240px] px-4 py-6 outline-none md:px-8">
          {children}
        </main>
      </div>
    </div>
  )
}
