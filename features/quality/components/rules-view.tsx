import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { TableScroll } from '@/components/ui/table-scroll'
import { parseExpression } from '@/core/checks/expression/parse'
import { builtInRules } from '@/core/checks/finding'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { type Selection, selectionQuery } from '@/lib/selection'
import { parseQuality, type QualityPage, qualityParams } from '../schema'
import { SeverityMark } from './severity-mark'

type Props = {
  readonly page: QualityPage
  readonly selection: Selection
  /** codes of all indicators, to tell a rule that cannot be read any more */
  readonly codes: ReadonlySet<string>
}

/** The rules of this installation and those that Pentad brings, with what each finds now. */
export function RulesView({ page, selection, codes }: Props) {
  const t = useTranslations('quality')
  const locale = useLocale()
  const foundLink = (rule: string) => {
    const count = page.found[rule] ?? 0
    if (count === 0) return 0
    const query = selectionQuery(selection, qualityParams(parseQuality({}), { rule }))
    return <Link href={`${routes.dataQuality}${query}`}>{count}</Link>
  }
  const add = page.canManage && (
    <Link href={routes.newCheckRule} className={buttonClass('primary')}>
      {t('rules.add')}
    </Link>
  )
  return (
    <>
      <section aria-labelledby="own">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <h2 id="own">{t('rules.own')}</h2>
            <p className="prose-width mt-1 text-sm text-ink-2">{t('rules.ownLead')}</p>
          </div>
          {page.rules.length > 0 && add}
        </div>
        {page.rules.length === 0 ? (
          <Empty title={t('rules.none')}>{add}</Empty>
        ) : (
          <TableScroll label={t('rules.own')}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('rules.name')}</th>
                  <th scope="col">{t('rules.condition')}</th>
                  <th scope="col">{t('filter.severity')}</th>
                  <th scope="col" className="num">
                    {t('rules.found')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {page.rules.map((rule) => (
                  <tr key={rule.code}>
                    <th scope="row" className="min-w-40 font-normal">
                      <Link href={routes.editCheckRule(rule.code)}>{pick(rule.name, locale)}</Link>
                      <span className="block text-xs text-ink-2">{rule.code}</span>
                    </th>
                    <td className="min-w-48">
                      <code className="break-words text-xs">{rule.expression}</code>
                      {!parseExpression(rule.expression, codes).ok && (
                        <span className="block text-xs text-danger">{t('rules.broken')}</span>
                      )}
                    </td>
                    <td>
                      <SeverityMark severity={rule.severity} />
                    </td>
                    <td className="num">{rule.isEnabled ? foundLink(rule.code) : t('rules.off')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
      </section>
      <section aria-labelledby="built-in" className="mt-10">
        <h2 id="built-in">{t('rules.builtIn')}</h2>
        <TableScroll label={t('rules.builtIn')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('rules.name')}</th>
                <th scope="col">{t('rules.what')}</th>
                <th scope="col" className="num">
                  {t('rules.found')}
                </th>
              </tr>
            </thead>
            <tbody>
              {builtInRules.map((rule) => (
                <tr key={rule}>
                  <th scope="row" className="min-w-40 font-medium">
                    {t(`rule.${rule}`)}
                  </th>
                  <td className="min-w-64 text-ink-2">{t(`about.${rule}`)}</td>
                  <td className="num">{foundLink(rule)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </section>
    </>
  )
}
