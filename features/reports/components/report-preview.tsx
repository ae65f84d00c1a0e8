import { useTranslations } from 'next-intl'

type Entry = {
  readonly title: string
  readonly token: string | null
  readonly lead: string | null
  readonly tables: number
  readonly figures: number
}

type Props = {
  readonly outline: readonly Entry[]
  /** what to bear in mind, as sentences */
  readonly checks: readonly string[]
}

/** What the report will say and what it rests on, before it is made. */
export function ReportPreview({ outline, checks }: Props) {
  const t = useTranslations('report.page')
  return (
    <div>
      <section aria-labelledby="checks" className="mb-8">
        <h2 id="checks">{t('checks')}</h2>
        {checks.length === 0 ? (
          <p className="mt-2 text-sm text-ink-2">{t('noChecks')}</p>
        ) : (
          <ul className="mt-2 max-w-[80ch] border-t border-line text-sm">
            {checks.map((check) => (
              <li key={check} className="border-b border-line py-2">
                {check}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="outline">
        <h2 id="outline">{t('outline')}</h2>
        <ol className="mt-2 border-t border-line">
          {outline.map((entry) => (
            <li
              key={entry.title}
              className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              <h3 className="flex items-center gap-2.5">
                <span
                  aria-hidden
                  className="h-4 w-1 shrink-0"
                  style={{ background: entry.token ? `var(${entry.token})` : 'var(--line-strong)' }}
                />
                {entry.title}
              </h3>
              <p className="text-xs text-ink-3 sm:text-end">
                {t('holds', { figures: entry.figures, tables: entry.tables })}
              </p>
              {entry.lead && (
                <p className="prose-width mt-1 text-sm text-ink-2 sm:col-span-2">{entry.lead}</p>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
