import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { TabLinks } from '@/components/ui/tab-links'
import { ImportResult } from '@/features/imports/components/import-result'
import { PastImports } from '@/features/imports/components/past-imports'
import { UploadDrop } from '@/features/imports/components/upload-drop'
import { Wizard } from '@/features/imports/components/wizard'
import { listAreas } from '@/features/indicators/queries'
import { findImport, findUpload, listImports } from '@/features/uploads/queries'
import { ClientMessages } from '@/i18n/client-messages'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import type { SearchParams } from '@/lib/selection'
import { currentActor } from '@/server/session'
import { ExportView } from './export-view'
import { PackView } from './pack-view'

type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<SearchParams> }

const views = ['import', 'packs', 'export'] as const
const shownImports = 20

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'imports' })
  return { title: t('title') }
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { locale } = await params
  const asked = await searchParams
  const text = (key: string) => (typeof asked[key] === 'string' ? asked[key] : '')
  const view = views.find((name) => name === text('view')) ?? 'import'
  const t = await getTranslations({ locale, namespace: 'imports' })
  const isWorking = view === 'import' && (text('file') !== '' || text('batch') !== '')
  const items = views.map((name) => ({
    href: name === 'import' ? routes.dataImport : `${routes.dataImport}?view=${name}`,
    label: t(`views.${name}.tab`),
    isCurrent: name === view,
  }))
  return (
    <ClientMessages locale={locale} also={['imports']}>
      {!isWorking && (
        <>
          <PageHead title={t(`views.${view}.title`)} lead={t(`views.${view}.lead`)} />
          <TabLinks label={t('views.label')} items={items} />
        </>
      )}
      {view === 'packs' && <PackView locale={locale} />}
      {view === 'export' && <ExportView locale={locale} />}
      {view === 'import' && (
        <ImportView locale={locale} file={text('file')} batch={text('batch')} page={text('page')} />
      )}
    </ClientMessages>
  )
}

type ViewProps = {
  readonly locale: string
  readonly file: string
  readonly batch: string
  readonly page: string
}

async function ImportView({ locale, file, batch, page }: ViewProps) {
  const t = await getTranslations({ locale, namespace: 'imports' })
  const noScript = (
    <noscript>
      <Notice tone="warning" className="mb-4">
        {t('noScript')}
      </Notice>
    </noscript>
  )
  if (batch) return <Result locale={locale} batch={batch} />
  if (file) return <Working locale={locale} file={file} noScript={noScript} />
  const number = /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
  const { imports, hasOlder } = await listImports(await currentActor(), { page: number, size: shownImports })
  return (
    <>
      {noScript}
      <UploadDrop />
      <PastImports imports={imports} page={number} hasOlder={hasOlder} canUndo />
    </>
  )
}

type WorkingProps = { readonly locale: string; readonly file: string; readonly noScript: React.ReactNode }

async function Working({ locale, file, noScript }: WorkingProps) {
  const t = await getTranslations({ locale, namespace: 'imports' })
  const actor = await currentActor()
  const upload = /^[0-9a-f]{32}$/.test(file) ? await findUpload(actor, { id: file }) : null
  if (!upload)
    return (
      <Empty title={t('gone.title')} isPage>
        <p>{t('gone.text')}</p>
        <Link href={routes.dataImport} className={buttonClass('primary', 'mt-3')}>
          {t('gone.again')}
        </Link>
      </Empty>
    )
  const areas = await listAreas(actor, {})
  return (
    <>
      <PageHead
        kicker={t('title')}
        title={<span className="[overflow-wrap:anywhere]">{upload.fileName}</span>}
      />
      {noScript}
      <Wizard
        id={upload.id}
        fileName={upload.fileName}
        settings={upload.settings}
        areas={areas.map(({ code, name }) => ({ code, name: pick(name, locale) }))}
      />
    </>
  )
}

async function Result({ locale, batch }: { readonly locale: string; readonly batch: string }) {
  const t = await getTranslations({ locale, namespace: 'imports' })
  const detail = /^\d{1,18}$/.test(batch) ? await findImport(await currentActor(), { id: batch }) : null
  if (!detail)
    return (
      <Empty title={t('gone.batch')} isPage>
        <Link href={routes.dataImport} className={buttonClass('primary', 'mt-3')}>
          {t('gone.again')}
        </Link>
      </Empty>
    )
  const name = detail.fileName ?? detail.reason ?? t('past.unnamed')
  return (
    <>
      <PageHead
        kicker={t('title')}
        title={
          <span className="[overflow-wrap:anywhere]">
            {t('result.title', { count: detail.added + detail.changed, name })}
          </span>
        }
      />
      <ImportResult
        line={detail}
        regions={detail.regions}
        years={detail.years}
        indicators={detail.indicators.map(({ code, name: both, count }) => ({
          code,
          name: pick(both, locale),
          count,
        }))}
        canUndo
      />
    </>
  )
}
