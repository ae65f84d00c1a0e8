import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { MomentFields } from '@/components/ui/moment-fields'
import { ZoneSelect } from '@/features/lookback/components/zone-select'
import type { AskedMoment } from '@/features/lookback/schema'
import { getPathname } from '@/i18n/navigation'
import { routes } from '@/lib/routes'

type Props = {
  readonly from: AskedMoment
  readonly to: AskedMoment
  readonly timeZone: string
  readonly carried: Readonly<Record<string, string | null>>
  /** which cells are meant */
  readonly children: ReactNode
}

/** The two moments that are held against each other, and the cells that are listed. */
export function DifferenceForm({ from, to, timeZone, carried, children }: Props) {
  const t = useTranslations('history')
  const locale = useLocale()
  return (
    <form
      action={getPathname({ href: routes.historyDifference, locale })}
      className="no-print mb-6 grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4"
    >
      <HiddenFields values={carried} />
      <MomentFields
        name="from"
        day={from.day}
        clock={from.clock}
        words={{ day: t('difference.from'), clock: t('moment.clock') }}
      />
      <MomentFields
        name="to"
        day={to.day}
        clock={to.clock}
        words={{ day: t('difference.to'), clock: t('moment.clock') }}
      />
      {children}
      <ZoneSelect timeZone={timeZone} />
      <div className="flex items-end">
        <Button type="submit" tone="primary">
          {t('difference.show')}
        </Button>
      </div>
    </form>
  )
}
