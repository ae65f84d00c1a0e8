import { formatDateTime } from '@/lib/format'
import type { KnownMoment } from '../schema'

type Words = {
  readonly t: (key: string, values?: Record<string, string>) => string
  readonly locale: string
  readonly timeZone: string
}

/** A moment in words of `history.moment`: with its time, and the batch that it stands beside. */
export function momentText({ moment, at }: KnownMoment, { t, locale, timeZone }: Words): string {
  const time = at === null ? '' : formatDateTime(at, { locale, timeZone })
  switch (moment.kind) {
    case 'now':
      return t('now')
    case 'time':
      return t('upTo', { time })
    case 'before':
    case 'after':
      return t(moment.kind, { id: moment.batch, time })
  }
}
