'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import type { Match, NameChoice, NameMatch } from '../schema'
import { labelOf } from './label-of'
import { proposalOf } from './proposal-of'

type Props = {
  readonly kind: 'regions' | 'indicators'
  readonly match: NameMatch
  /** id of the datalist with all choices */
  readonly listId: string
  readonly choices: readonly NameChoice[]
  readonly nameOf: ReadonlyMap<string, string>
  readonly onDecide: (decision: Match | null) => void
}

/** What was typed or chosen, as a code: the label of a choice, its name or its code. */
function codeIn(text: string, choices: readonly NameChoice[]): string | null {
  const wanted = text.trim().toLocaleLowerCase()
  const found = choices.find(({ code, name }) =>
    [labelOf(code, name), name, code].some((form) => form.toLocaleLowerCase() === wanted),
  )
  return found?.code ?? null
}

/** One name of the file and what it stands for: a guess to confirm, a choice, nothing, or something new. */
export function NameRow({ kind, match, listId, choices, nameOf, onDecide }: Props) {
  const t = useTranslations('imports.names')
  const { text, count, how, code, candidates } = match
  const label = code === null ? '' : labelOf(code, nameOf.get(code) ?? '')
  const proposal = proposalOf(match)?.to
  const [isUnknown, setIsUnknown] = useState(false)
  const decide = (typed: string) => {
    if (typed.trim() === '' || typed === label) return setIsUnknown(false)
    const chosen = codeIn(typed, choices)
    setIsUnknown(chosen === null)
    if (chosen !== null) onDecide({ to: 'code', code: chosen })
  }
  const others = candidates.filter((candidate) => candidate !== code).slice(0, 3)
  return (
    <li className="grid gap-x-4 gap-y-1.5 border-b border-line py-2.5 text-sm md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_auto] md:items-start">
      <p className="min-w-0 break-words md:pt-1.5">
        <span className="font-medium">{text}</span>{' '}
        <span className="whitespace-nowrap text-ink-3">{t('values', { count })}</span>
      </p>
      <div className="min-w-0">
        {how === 'new' || how === 'skipped' ? (
          <p className="md:pt-1.5">{how === 'new' ? t(`${kind}.willBeNew`) : t('willBeSkipped')}</p>
        ) : (
          <>
            <input
              // What was decided elsewhere (for all of them) shows here too.
              key={label}
              list={listId}
              aria-label={t(`${kind}.standsFor`, { text })}
              aria-invalid={isUnknown || undefined}
              className={inputClass}
              defaultValue={label}
              placeholder={t('placeholder')}
              onChange={(event) => {
                // Chosen from the list: the whole label stands there at once.
                if (choices.some((choice) => labelOf(choice.code, choice.name) === event.target.value))
                  decide(event.target.value)
              }}
              onBlur={(event) => decide(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') decide(event.currentTarget.value)
              }}
            />
            {isUnknown && <p className="mt-1 text-xs text-danger">{t('unknown')}</p>}
            {how === 'guess' && <p className="mt-1 text-xs text-warning">{t('isGuess')}</p>}
            {how === 'chosen' && <p className="mt-1 text-xs text-ink-2">{t('isChosen')}</p>}
            {others.length > 0 && how !== 'chosen' && (
              <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-xs">
                <span className="text-ink-3">{t('orElse')}</span>
                {others.map((other) => (
                  <button
                    key={other}
                    type="button"
                    className="min-h-6 text-accent underline"
                    onClick={() => onDecide({ to: 'code', code: other })}
                  >
                    {labelOf(other, nameOf.get(other) ?? '')}
                  </button>
                ))}
              </p>
            )}
          </>
        )}
      </div>
      <div className="flex flex-wrap gap-1.5 md:justify-end">
        {how === 'guess' && code !== null && (
          <Button tone="primary" onClick={() => onDecide({ to: 'code', code })}>
            {t('confirm')}
            <span className="sr-only"> {text}</span>
          </Button>
        )}
        {how !== 'new' && (
          <Button tone={proposal === 'new' ? 'primary' : 'plain'} onClick={() => onDecide({ to: 'new' })}>
            {t('new')}
            <span className="sr-only"> {text}</span>
          </Button>
        )}
        {how !== 'skipped' && (
          <Button tone={proposal === 'skip' ? 'primary' : 'plain'} onClick={() => onDecide({ to: 'skip' })}>
            {t('skip')}
            <span className="sr-only"> {text}</span>
          </Button>
        )}
        {(how === 'new' || how === 'skipped') && (
          <Button onClick={() => onDecide(null)}>
            {t('choose')}
            <span className="sr-only"> {text}</span>
          </Button>
        )}
      </div>
    </li>
  )
}
