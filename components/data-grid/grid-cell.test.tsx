import { createRef } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { GridCell } from './grid-cell'
import type { Mark } from './marks'
import type { GridCellData } from './types'
import type { GridWords } from './use-grid-words'

const words: GridWords = {
  notObserved: 'not observed',
  imputed: 'filled in',
  locked: 'locked',
  problem: (_problem, text) => `no number: ${text}`,
  message: (mark) => (mark && 'message' in mark ? (mark.message ?? 'kept') : undefined),
  spoken: ({ state, letter, data, isImputed }) =>
    [state, letter, data?.commented && `${data.commented} comments`, isImputed && 'filled in']
      .filter(Boolean)
      .join(', '),
  letter: (letter) => letter,
  comments: (count) => `${count} comments`,
}

function draw(data: Partial<GridCellData> | undefined, mark?: Mark, isLocked = false): string {
  return renderToStaticMarkup(
    <table>
      <tbody>
        <tr>
          <GridCell
            id="c"
            row={1}
            column={2}
            gap={0}
            name=""
            data={data && { value: null, text: '', version: 1, ...data }}
            mark={mark}
            warning={undefined}
            isLocked={isLocked}
            isActive={false}
            isSelected={false}
            isCorner={false}
            isFilling={false}
            editing={null}
            editText=""
            editorRef={createRef()}
            digitsOnly={false}
            choices={undefined}
            words={words}
            format={(value) => value.toFixed(2)}
            onLeaveEditor={() => undefined}
          />
        </tr>
      </tbody>
    </table>,
  )
}
const input = { text: '5', value: 5 }

describe('GridCell', () => {
  test.each<[string, Partial<GridCellData> | undefined, Mark | undefined, string, string]>([
    ['not observed', undefined, undefined, 'idle', 'not observed'],
    ['on its way', { value: 1 }, { state: 'saving', job: 1, seenVersion: 0, ...input }, 'saving', '5.00'],
    ['saved a moment ago', { value: 5 }, { state: 'saved', job: 1 }, 'saved', '✓'],
    ['locked', { value: 1, locked: true }, undefined, 'locked', '1.00'],
    ['filled in by a calculation', { imputed: 3.5 }, undefined, 'imputed', '3.50'],
    ['commented', { value: 1, commented: 2 }, undefined, 'idle', '2 comments'],
    ['provisional', { value: 1, letter: 'P' }, undefined, 'idle', '>P</sup>'],
  ])('a cell that is %s is seen and spoken', (_name, data, mark, state, text) => {
    const html = draw(data, mark)
    expect(html).toContain(`data-state="${state}"`)
    expect(html).toContain(text)
    expect(html.includes('aria-invalid')).toBe(false)
  })

  test('what was not taken stays as it was typed, marked as invalid and described', () => {
    const conflict: Mark = { state: 'conflict', message: 'changed', theirs: null, seenVersion: 0, ...input }
    expect(draw({ value: 1 }, conflict)).toMatch(
      /aria-describedby="c-message".*5\.00.*id="c-message"[^>]*>changed/s,
    )
    const html = draw({ value: 1 }, { state: 'rejected', text: 'abc', problem: { code: 'notNumber' } })
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('abc')
  })

  test('a value of a calculation gives way to anything that is stored or typed', () => {
    expect(draw({ value: 2, imputed: 3.5 })).toContain('2.00')
    expect(draw({ imputed: 3.5 }, { state: 'saving', job: 1, seenVersion: 0, ...input })).not.toContain(
      '3.50',
    )
    expect(
      draw({ imputed: 3.5 }, { state: 'saving', job: 1, seenVersion: 0, text: '', value: null }),
    ).not.toContain('3.50')
  })

  test('a locked cell says that it is read only, a selected one nothing unless it is', () => {
    expect(draw({ value: 1 }, undefined, true)).toContain('aria-readonly="true"')
    expect(draw({ value: 1 })).not.toContain('aria-selected')
  })
})
