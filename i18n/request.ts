import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { routing } from './routing'

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale
  const messages = locale === 'zh' ? (await import('./zh.json')).default : (await import('./en.json')).default
  return { locale, messages, timeZone: 'UTC' }
})
