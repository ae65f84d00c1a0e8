'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import type { NameChoice, NameMatch } from '../schema'
import type { Decisions } from './decide'
import { labelOf } from './label-of'
import { NameRow } from './name-row'
import { proposalOf } from './proposal-of'

/** Levels that a region made by an import may have; as in the list of regions. */
const levels = ['country', 'province', 'city', 'county', 'state', 'nuts1', 'nuts2', 'nuts3', 'other'] as const

type Props = {
  readonly kind: 'regions' | 'indicators'
  readonly matches: readonly NameMatch[]
  readonly choices: readonly NameChoice[]
  readonly onDecide: (decisions: Decisions) => void
  readonly level?: string | undefined
  readonly onLevel?: (level: string) => void
  readonly areas?: readonly NameChoice[]
  readonly area?: string | undefined
  readonly onArea?: (area: string) => void
}

const shownAtOnce = 20
const isOpen = ({ how }: NameMatch) => how === 'guess' || how === 'none'

/** The names of one kind: open ones first, with what can be decided for all of them; known ones folded. */
export function NameSection(props: Props) {
  const { kind, matches, choices, onDecide } = props
  const t = useTranslations('imports.names')
  const listId = useId()
  const titleId = useId()
  const [limit, setLimit] = useState(shownAtOnce)
  // What was open when one came here stays in its place after it is decided, so that nothing moves under the hand.
  const worked = useRef(new Set<string>())
  for (const match of matches) if (isOpen(match) || isDecided(match)) worked.current.add(match.key)
  const listed = matches.filter(({ key }) => worked.current.has(key))
  const known = matches.filter(({ key }) => !worked.current.has(key))
  const nameOf = new Map(choices.map(({ code, name }) => [code, name]))
  if (matches.length === 0) return null
  return (
    <section aria-labelledby={titleId} className="mb-8">
      <h3 id={titleId}>{t(`${kind}.title`, { count: matches.length })}</h3>
      <datalist id={listId}>
        {choices.map(({ code, name }) => (
          <option key={code} value={labelOf(code, name)} />
        ))}
      </datalist>
      {listed.length > 0 && <Bulk {...props} listed={listed} />}
      {listed.length > 0 && (
        <ul className="mt-2 border-t border-line">
          {listed.slice(0, limit).map((match) => (
            <NameRow
              key={match.key}
              kind={kind}
              match={match}
              listId={listId}
              choices={choices}
              nameOf={nameOf}
              onDecide={(decision) => onDecide({ [match.key]: decision })}
            />
          ))}
        </ul>
      )}
      {listed.length > limit && (
        <Button className="mt-2" onClick={() => setLimit(limit + shownAtOnce * 10)}>
          {t('more', { count: listed.length - limit })}
        </Button>
      )}
      {known.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="inline-block py-1 text-accent">
            {t(`${kind}.known`, { count: known.length })}
          </summary>
          <ul className="mt-1 grid gap-x-8 border-t border-line sm:grid-cols-2">
            {known.slice(0, 400).map((match) => (
              <li
                key={match.key}
                className="flex min-h-9 items-baseline justify-between gap-3 border-b border-line py-1.5"
              >
                <span className="min-w-0 break-words">
                  {match.text} <span className="text-ink-3">→</span>{' '}
                  {labelOf(match.code ?? '', nameOf.get(match.code ?? '') ?? '')}
                </span>
                <button
                  type="button"
                  className="shrink-0 text-accent underline"
                  onClick={() => {
                    worked.current.add(match.key)
                    onDecide({ [match.key]: { to: 'skip' } })
                  }}
                >
                  {t('skip')}
                  <span className="sr-only"> {match.text}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const isDecided = ({ how }: NameMatch) => how === 'new' || how === 'skipped' || how === 'chosen'

/** What can be decided for all open names at once, and what new ones are to be. */
function Bulk(props: Props & { readonly listed: readonly NameMatch[] }) {
  const { kind, listed, onDecide } = props
  const t = useTranslations('imports.names')
  const admin = useTranslations('admin.level')
  const id = useId()
  const proposals = listed.flatMap((match) => {
    const proposal = proposalOf(match)
    return proposal ? [[match.key, proposal] as const] : []
  })
  const open = listed.filter(isOpen)
  const hasNew = listed.some(({ how }) => how === 'new')
  const all = (to: 'new' | 'skip') => onDecide(Object.fromEntries(open.map(({ key }) => [key, { to }])))
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2 text-sm">
      {proposals.length > 0 && (
        <Button onClick={() => onDecide(Object.fromEntries(proposals))}>
          {t('confirmAll', { count: proposals.length })}
        </Button>
      )}
      {open.length > 0 && (
        <Button onClick={() => all('new')}>{t(`${kind}.createAll`, { count: open.length })}</Button>
      )}
      {open.length > 0 && <Button onClick={() => all('skip')}>{t('skipAll', { count: open.length })}</Button>}
      {hasNew && props.onLevel && (
        <label htmlFor={`${id}-level`} className="flex flex-wrap items-center gap-2">
          {t('newLevel')}
          <select
            id={`${id}-level`}
            className={`${inputClass} w-auto`}
            value={props.level ?? ''}
            onChange={(event) => props.onLevel?.(event.target.value)}
          >
            <option value="" disabled>
              {t('chooseOne')}
            </option>
            {levels.map((level) => (
              <option key={level} value={level}>
                {admin(level)}
              </option>
            ))}
          </select>
        </label>
      )}
      {hasNew && props.onArea && (
        <label htmlFor={`${id}-area`} className="flex flex-wrap items-center gap-2">
          {t('newArea')}
          <select
            id={`${id}-area`}
            className={`${inputClass} w-auto`}
            value={props.area ?? ''}
            onChange={(event) => props.onArea?.(event.target.value)}
          >
            <option value="" disabled>
              {t('chooseOne')}
            </option>
            {props.areas?.map((area) => (
              <option key={area.code} value={area.code}>
                {area.name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
