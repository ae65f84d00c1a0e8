import { defineRouting } from 'next-intl/routing'

/** English at the root, Chinese under /zh. The address alone decides the language, so links mean the same to all. */
export const routing = defineRouting({
  locales: ['en', 'zh'],
  defaultLocale: 'en',
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
})
