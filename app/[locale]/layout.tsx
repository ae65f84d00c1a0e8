import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/i18n/client-messages'
import { routing } from '@/i18n/routing'
import '../globals.css'
import '@/components/charts/charts.css'
import '@/components/charts/frame/frame.css'

type Props = { readonly children: ReactNode; readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'shell' })
  return { title: { default: t('name'), template: `%s · ${t('name')}` }, description: t('description') }
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const theme = (await cookies()).get('theme')?.value
  return (
    <html
      lang={locale === 'zh' ? 'zh-CN' : 'en'}
      {...(theme === 'light' || theme === 'dark' ? { 'data-theme': theme } : {})}
    >
      <head>
        {/* Nothing is painted before the whole page is there: a table whose rows still arrive would move its columns. */}
        <link rel="expect" href="#page-end" blocking="render" />
      </head>
      <body>
        <noscript>
          <style>{'.needs-script { display: none !important }'}</style>
        </noscript>
        <ClientMessages locale={locale}>{children}</ClientMessages>
        <div id="page-end" />
      </body>
    </html>
  )
}
