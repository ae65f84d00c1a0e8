import { useTranslations } from 'next-intl'
import { Mark } from '@/components/ui/mark'
import type { Severity } from '@/core/checks/finding'

/** How a severity is drawn: always symbol and word and colour. */
const marks: Readonly<Record<Severity, { readonly symbol: string; readonly token: string }>> = {
  error: { symbol: '✕', token: '--danger' },
  warning: { symbol: '!', token: '--warning' },
  hint: { symbol: '·', token: '--ink-3' },
}

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const t = useTranslations('quality')
  return <Mark {...marks[severity]} word={t(`severity.${severity}`)} />
}
