import { useLocale, useTranslations } from 'next-intl'
import { formatFigure, type Measured, notObservedMark } from '@/lib/format'
import { isPlainStatus } from '@/lib/obs-status'

type Props = {
  readonly value: number | null
  readonly status: string
  readonly measured: Measured
}

/** A value without its unit, with the letter of its status; "not observed" as a dash that is read in words. */
export function Observed({ value, status, measured }: Props) {
  const common = useTranslations('common')
  const letters = useTranslations('obsStatus')
  const locale = useLocale()
  return (
    <>
      {value === null ? (
        <>
          <span aria-hidden className="text-ink-3">
            {notObservedMark}
          </span>
          <span className="sr-only">{common('notObserved')}</span>
        </>
      ) : (
        formatFigure(value, measured, locale)
      )}
      {status !== '' && !isPlainStatus(status) && (
        <sup className="text-[0.7em] text-ink-2" title={letters.has(status) ? letters(status) : status}>
          {status}
        </sup>
      )}
    </>
  )
}
