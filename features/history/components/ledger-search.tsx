import { useLocale, useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { Field, inputClass } from '@/components/ui/field'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { getPathname, Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { batchKinds, type LedgerFilter, type Names, vintageChoices } from '../schema'
import { CellFilterFields } from './cell-filter'
import { useAuthor } from './use-author'

type Props = {
  readonly filter: LedgerFilter
  /** the days as they were asked for */
  readonly days: { readonly since: string; readonly until: string }
  readonly authors: readonly string[]
  readonly names: Names
  /** what the address carries besides: the selection and the time zone */
  readonly carried: Readonly<Record<string, string | null>>
  readonly clearHref: string
}

/** What is looked for in the ledger. A plain form: the answer is an address. */
export function LedgerSearch({ filter, days, authors, names, carried, clearHref }: Props) {
  const t = useTranslations('history.filter')
  const kinds = useTranslations('history.kind')
  const published = useTranslations('history.vintage')
  const author = useAuthor()
  const locale = useLocale()
  const isOpen = Object.values(filter).some((asked) => asked !== null)
  return (
    <details open={isOpen} className="no-print mb-6 border-y border-line py-2">
      <summary className="min-h-8 py-1 text-sm font-medium">{t('search')}</summary>
      <form action={getPathname({ href: routes.dataHistory, locale })} className="my-3">
        <HiddenFields values={carried} />
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          <CellFilterFields filter={filter} names={names} />
          <Field id="words" label={t('words')}>
            <input
              id="words"
              name="words"
              maxLength={200}
              defaultValue={filter.words ?? ''}
              placeholder={t('wordsHint')}
              className={inputClass}
            />
          </Field>
          <Field id="author" label={t('author')}>
            <select id="author" name="author" defaultValue={filter.author ?? ''} className={inputClass}>
              <option value="">{t('anyone')}</option>
              {authors.map((name) => (
                <option key={name} value={name}>
                  {author(name)}
                </option>
              ))}
            </select>
          </Field>
          <Field id="kind" label={t('kind')}>
            <select id="kind" name="kind" defaultValue={filter.kind ?? ''} className={inputClass}>
              <option value="">{t('anyKind')}</option>
              {batchKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds(kind)}
                </option>
              ))}
            </select>
          </Field>
          <Field id="vintage" label={t('vintage')}>
            <select id="vintage" name="vintage" defaultValue={filter.vintage ?? ''} className={inputClass}>
              <option value="">{t('anyVintage')}</option>
              {vintageChoices.map((vintage) => (
                <option key={vintage} value={vintage}>
                  {published(vintage)}
                </option>
              ))}
            </select>
          </Field>
          <div className="grid grid-cols-2 gap-2">
            <Field id="since" label={t('since')}>
              <input id="since" name="since" type="date" defaultValue={days.since} className={inputClass} />
            </Field>
            <Field id="until" label={t('until')}>
              <input id="until" name="until" type="date" defaultValue={days.until} className={inputClass} />
            </Field>
          </div>
        </div>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button type="submit" tone="primary">
            {t('find')}
          </Button>
          {isOpen && (
            <Link href={clearHref} className={buttonClass()}>
              {t('clear')}
            </Link>
          )}
        </div>
      </form>
    </details>
  )
}
