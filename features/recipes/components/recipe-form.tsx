import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { describedBy, Field, inputClass } from '@/components/ui/field'
import { getPathname } from '@/i18n/navigation'
import { formatPercent } from '@/lib/format'
import { routes } from '@/lib/routes'
import { type RecipeChoice, type RecipeChoices, recipeWords } from '../schema'

type Props = {
  readonly choices: RecipeChoices
  /** what the address keeps besides: the selection, and the recipe that the choices start from */
  readonly hidden: readonly (readonly [name: string, value: string])[]
  /** words that cannot be chosen, and why */
  readonly blocked: Readonly<Record<string, string>>
}

const order = [
  'impute',
  'treat',
  'fallback',
  'normalise',
  'frame',
  'weights',
  'aggregate',
  'between',
] as const satisfies readonly RecipeChoice[]

const shares = [0, 0.25, 1 / 3, 0.5, 2 / 3, 0.75, 1]

/** The choices of a recipe. A plain form: it works without JavaScript, and the address holds what was chosen. */
export function RecipeForm({ choices, hidden, blocked }: Props) {
  const t = useTranslations('recipe')
  const locale = useLocale()
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const blockedWords = Object.keys(blocked)
  return (
    <form
      // A form that is kept while the address changes would keep the old choices.
      key={JSON.stringify(choices)}
      method="get"
      action={getPathname({ href: routes.method, locale })}
      className="no-print mb-8 max-w-4xl"
    >
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {order.map((choice) => {
          const hint = t.has(`hint.${choice}`) ? t(`hint.${choice}`) : undefined
          return (
            <Field key={choice} id={choice} label={t(`choice.${choice}`)} hint={hint}>
              <select
                id={choice}
                name={choice}
                defaultValue={choices[choice]}
                className={inputClass}
                aria-describedby={describedBy(choice, { hint })}
              >
                {recipeWords[choice].map((word) => (
                  <option key={word} value={word} disabled={word in blocked && choices[choice] !== word}>
                    {t(`option.${optionsOf(choice)}.${word || 'same'}`)}
                  </option>
                ))}
              </select>
            </Field>
          )
        })}
        <Field id="power" label={t('choice.power')} hint={t('hint.power')}>
          <input
            id="power"
            name="power"
            type="number"
            step="any"
            defaultValue={choices.power}
            className={inputClass}
            aria-describedby={describedBy('power', { hint: true })}
          />
        </Field>
        <Field id="coverage" label={t('choice.coverage')} hint={t('hint.coverage')}>
          <Coverage chosen={choices.coverage} />
        </Field>
      </div>
      {blockedWords.length > 0 && (
        <div className="mt-3 text-xs text-ink-3">
          <p>
            {t('blocked', { list: list.format(blockedWords.map((word) => t(`option.normalise.${word}`))) })}
          </p>
          <ul className="list-disc ps-5">
            {blockedWords.map((word) => (
              <li key={word}>{blocked[word]}</li>
            ))}
          </ul>
        </div>
      )}
      <Button type="submit" tone="primary" className="mt-4">
        {t('try')}
      </Button>
    </form>
  )
}

const optionsOf = (choice: RecipeChoice) => (choice === 'between' ? 'aggregate' : choice)

function Coverage({ chosen }: { readonly chosen: string }) {
  const t = useTranslations('recipe')
  const locale = useLocale()
  const asWritten = (share: number) => String(Number((share * 100).toFixed(6)))
  const offered = shares.map(asWritten)
  const all = offered.includes(chosen) ? offered : [...offered, chosen].sort((a, b) => Number(a) - Number(b))
  return (
    <select
      id="coverage"
      name="coverage"
      defaultValue={chosen}
      className={inputClass}
      aria-describedby={describedBy('coverage', { hint: true })}
    >
      {all.map((value) => (
        <option key={value} value={value}>
          {Number(value) === 0
            ? t('noCoverage')
            : t('atLeast', { share: formatPercent(Number(value) / 100, { locale, decimals: 0 }) })}
        </option>
      ))}
    </select>
  )
}
