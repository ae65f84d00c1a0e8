'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** Turns between light and dark. The choice is a cookie, so that the server draws the page right from the start. */
export function ThemeButton() {
  const t = useTranslations('shell')
  const toggle = () => {
    const root = document.documentElement
    const isDark = getComputedStyle(root).colorScheme === 'dark'
    const theme = isDark ? 'light' : 'dark'
    root.dataset.theme = theme
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox ESR
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`
  }
  return (
    <button
      type="button"
      onClick={toggle}
      className="needs-script inline-flex min-h-9 items-center gap-1.5 rounded px-2 text-sm text-ink-2 hover:text-ink"
    >
      <Icon name="theme" />
      {t('theme')}
    </button>
  )
}
