'use client'

import { useId, useState } from 'react'
import { inputClass } from './field'

export type CheckGroup = {
  readonly label: string
  readonly items: readonly { readonly value: string; readonly label: string }[]
}

type Props = {
  readonly legend: string
  /** name of the form field that each chosen item sends */
  readonly name: string
  readonly groups: readonly CheckGroup[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly words: {
    readonly find: string
    readonly all: string
    readonly none: string
    /** how many are chosen */
    readonly count: string
    readonly noMatch: string
  }
}

/** Some of many, by groups: a box each, one for a whole group, and a filter. Without scripts the boxes still work. */
export function CheckGroups({ legend, name, groups, chosen, onChoose, words }: Props) {
  const id = useId()
  const [wanted, setWanted] = useState('')
  const text = wanted.trim().toLocaleLowerCase()
  const isShown = (label: string) => text === '' || label.toLocaleLowerCase().includes(text)
  const all = groups.flatMap(({ items }) => items)
  const withItems = (items: CheckGroup['items'], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const { value } of items) isChosen ? next.add(value) : next.delete(value)
    onChoose(next)
  }
  const isNothingShown = all.every(({ label }) => !isShown(label))
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">
        {legend} <span className="font-normal text-ink-2">{words.count}</span>
      </legend>
      <div className="needs-script mt-1.5 flex flex-wrap items-center gap-2 text-sm">
        <input
          type="search"
          aria-label={`${legend}: ${words.find}`}
          placeholder={words.find}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className={`${inputClass} min-w-32 flex-1`}
        />
        <button
          type="button"
          className="min-h-8 px-1 text-accent underline"
          onClick={() =>
            withItems(
              all.filter(({ label }) => isShown(label)),
              true,
            )
          }
        >
          {words.all}
        </button>
        <button
          type="button"
          className="min-h-8 px-1 text-accent underline"
          onClick={() =>
            withItems(
              all.filter(({ label }) => isShown(label)),
              false,
            )
          }
        >
          {words.none}
        </button>
      </div>
      <div className="relative mt-1.5 h-80 overflow-auto rounded border border-line px-3 py-1 text-sm">
        {isNothingShown && <p className="py-2 text-ink-2">{words.noMatch}</p>}
        {groups.map((group, g) => {
          const shown = group.items.filter(({ label }) => isShown(label))
          const isWhole = group.items.every(({ value }) => chosen.has(value))
          const isPart = !isWhole && group.items.some(({ value }) => chosen.has(value))
          if (shown.length === 0 && text !== '') return null
          return (
            <div key={group.label} className="py-1">
              {groups.length > 1 && (
                <label className="flex min-h-8 items-center gap-2 font-medium">
                  <input
                    type="checkbox"
                    checked={isWhole}
                    ref={(box) => {
                      if (box) box.indeterminate = isPart
                    }}
                    onChange={(event) => withItems(group.items, event.target.checked)}
                  />
                  {group.label}
                </label>
              )}
              <div className={groups.length > 1 ? 'ps-5' : ''}>
                {group.items.map(({ value, label }) => (
                  <label
                    key={value}
                    htmlFor={`${id}-${g}-${value}`}
                    // Hidden ones stay in the form: a filter takes nothing back.
                    className={isShown(label) ? 'flex min-h-8 items-center gap-2' : 'hidden'}
                  >
                    <input
                      id={`${id}-${g}-${value}`}
                      type="checkbox"
                      name={name}
                      value={value}
                      checked={chosen.has(value)}
                      onChange={(event) => withItems([{ value, label }], event.target.checked)}
                    />
                    <span className="min-w-0 break-words">{label}</span>
                  </label>
                ))}
              </div>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
