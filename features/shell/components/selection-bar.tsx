'use client'

import { useParams, useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { buttonClass } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Link, usePathname, useRouter } from '@/i18n/navigation'
import { codeIn, routes } from '@/lib/routes'
import { parseSelection, type Selection, selectionQuery } from '@/lib/selection'
import { PeersDialog } from './peers-dialog'
import { ThemeButton } from './theme-button'

export type RegionOption = { readonly code: string; readonly name: string; readonly group: string }

type Props = {
  readonly regions: readonly RegionOption[]
  readonly years: readonly number[]
  readonly defaultRegion: string | null
  readonly defaultYear: number | null
}

/** The one selection (region, peers, year) with the language and the theme. Works as a plain form without scripts. */
export function SelectionBar({ regions, years, defaultRegion, defaultYear }: Props) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const pathname = usePathname()
  const params = useParams<{ region?: string }>()
  const search = useSearchParams()
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const selection = parseSelection(Object.fromEntries(search))
  const pathRegion = params.region ? codeIn(params.region) : null
  const region = pathRegion ?? selection.region ?? defaultRegion
  const year = selection.year ?? defaultYear
  const others = Object.fromEntries(
    [...search].filter(([key]) => !['region', 'peers', 'year', 'chosen'].includes(key)),
  )

  const go = (next: Selection) => {
    const path = pathRegion && next.region ? routes.region(next.region) : pathname
    startTransition(() => router.replace(`${path}${selectionQuery(next, others)}`, { scroll: false }))
  }
  const groups = [...new Set(regions.map((r) => r.group))]
  const own = regions.find((r) => r.code === region)
  const sameGroup = regions
    .filter((r) => r.group && r.group === own?.group && r.code !== region)
    .map((r) => r.code)

  const names = [own?.name, year].filter(Boolean).join(' · ')
  return (
    <form
      method="get"
      aria-label={t('selection.label')}
      aria-busy={isPending}
      className="no-print sticky top-0 z-30 flex items-center gap-x-4 border-b border-line bg-ground px-4 py-2 md:flex-wrap md:gap-y-2 md:px-8"
    >
      {selection.peers !== null && <input type="hidden" name="peers" value={selection.peers.join(',')} />}
      {Object.entries(others).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {/* On a phone the fields stand in a sheet. A popover opens without scripts, and elsewhere it is just a box. */}
      <button type="button" popoverTarget="selection" className={buttonClass('plain', 'min-w-0 md:hidden')}>
        <span className="truncate">{names || t('selection.none')}</span>
        <Icon name="open" />
      </button>
      <div id="selection" popover="auto" className="selection-sheet">
        <label className="flex items-center gap-2 text-sm text-ink-2">
          <span className="min-w-16 shrink-0 whitespace-nowrap md:min-w-0">{t('selection.region')}</span>
          <select
            name="region"
            className={`${inputClass} font-medium md:max-w-44`}
            value={region ?? ''}
            onChange={(event) => go({ ...selection, region: event.target.value, peers: null })}
          >
            {regions.length === 0 && <option value="">{t('selection.none')}</option>}
            {groups.map((group) => {
              const options = regions
                .filter((r) => r.group === group)
                .map((r) => (
                  <option key={r.code} value={r.code}>
                    {r.name}
                  </option>
                ))
              return group ? (
                <optgroup key={group} label={group}>
                  {options}
                </optgroup>
              ) : (
                options
              )
            })}
          </select>
        </label>
        <PeersDialog
          regions={regions.filter((r) => r.code !== region)}
          chosen={selection.peers ?? sameGroup}
          groupName={selection.peers === null ? (own?.group ?? '') : ''}
          onChoose={(peers) => go({ ...selection, region, peers })}
        />
        <label className="flex items-center gap-2 text-sm text-ink-2">
          <span className="min-w-16 shrink-0 whitespace-nowrap md:min-w-0">{t('selection.year')}</span>
          <select
            name="year"
            className={`${inputClass} font-medium md:w-auto`}
            value={year ?? ''}
            onChange={(event) => go({ ...selection, region, year: Number(event.target.value) })}
          >
            {years.length === 0 && <option value="">{t('selection.none')}</option>}
            {years.toReversed().map((y) => (
              <option key={y} value={y}>
                {y}
              </option>
            ))}
          </select>
        </label>
        <noscript>
          {/* On the page of a region, whose path names one, it says that the region of the form is the one meant. */}
          <button type="submit" name={pathRegion ? 'chosen' : undefined} value="1" className={buttonClass()}>
            {t('selection.show')}
          </button>
        </noscript>
      </div>
      <div className="ms-auto flex shrink-0 items-center gap-2">
        <Link
          href={`${pathname}${search.size > 0 ? `?${search}` : ''}`}
          locale={locale === 'zh' ? 'en' : 'zh'}
          hrefLang={locale === 'zh' ? 'en' : 'zh-CN'}
          lang={locale === 'zh' ? 'en' : 'zh-CN'}
          className="inline-flex min-h-9 items-center gap-1.5 rounded px-2 text-sm text-ink-2 no-underline hover:text-ink"
        >
          <Icon name="language" />
          {locale === 'zh' ? 'English' : '中文'}
        </Link>
        <ThemeButton />
      </div>
    </form>
  )
}
