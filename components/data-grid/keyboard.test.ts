import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extendTo, type KeyPress, type Nav, pressKey, type Sheet, selectedRange, standAt } from './keyboard'
import { isInRange } from './selection'

const at = (row: number, column: number) => ({ row, column })
const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  rows: 20,
  columns: 5,
  page: 8,
  isFilled: () => true,
  access: () => 'open',
  ...more,
})

/** "Ctrl+Shift+Home" as a key press. */
function key(text: string): KeyPress {
  const parts = text.split('+')
  return {
    key: parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? ''),
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  }
}

function press(start: Nav, keys: string, on = sheet()): { nav: Nav; commands: string[] } {
  let nav = start
  const commands: string[] = []
  for (const k of keys.split(' ')) {
    const result = pressKey(nav, key(k), on)
    commands.push(result ? (result.command ?? '') : 'browser')
    nav = result?.nav ?? nav
  }
  return { nav, commands: commands.filter(Boolean) }
}
const activeAfter = (keys: string, from = at(5, 2), on = sheet()) => press(standAt(from), keys, on).nav.active

describe('filling', () => {
  test('Ctrl+R fills to the right', () => {
    expect(press(standAt(at(5, 2)), 'Shift+ArrowRight Ctrl+r').commands).toEqual(['fillRight'])
    expect(press(standAt(at(5, 2)), 'Ctrl+Shift+R').commands).toEqual(['browser'])
  })

  test('Ctrl+D fills downward, Ctrl+Enter writes into the whole selection and stays', () => {
    expect(press(standAt(at(5, 2)), 'Shift+ArrowDown Ctrl+d').commands).toEqual(['fillDown'])
    const { nav, commands } = press(standAt(at(5, 2)), 'Shift+ArrowDown 7 Ctrl+Enter')
    expect(commands).toEqual(['commitAll'])
    expect(nav).toMatchObject({ active: at(5, 2), anchor: at(5, 2), extent: at(6, 2), editing: null })
  })
})

describe('moving', () => {
  test.each([
    ['ArrowUp', at(4, 2)],
    ['ArrowDown', at(6, 2)],
    ['ArrowLeft', at(5, 1)],
    ['ArrowRight', at(5, 3)],
    ['Enter', at(6, 2)],
    ['Shift+Enter', at(4, 2)],
    ['Tab', at(5, 3)],
    ['Shift+Tab', at(5, 1)],
    ['Home', at(5, 0)],
    ['End', at(5, 4)],
    ['Ctrl+Home', at(0, 0)],
    ['Ctrl+End', at(19, 4)],
    ['PageDown', at(13, 2)],
    ['PageUp', at(0, 2)],
    ['Ctrl+ArrowDown', at(19, 2)],
    ['Ctrl+ArrowLeft', at(5, 0)],
  ])('%s goes where a spreadsheet goes', (keys, expected) => {
    expect(activeAfter(keys)).toEqual(expected)
  })

  test('Tab goes on in the next row, and Shift+Tab back', () => {
    expect(activeAfter('Tab', at(5, 4))).toEqual(at(6, 0))
    expect(activeAfter('Shift+Tab', at(5, 0))).toEqual(at(4, 4))
  })

  test('Enter after Tab goes back to the column where the run of Tab began', () => {
    expect(activeAfter('Tab Tab Enter')).toEqual(at(6, 2))
    expect(activeAfter('Tab ArrowDown Enter')).toEqual(at(7, 3))
  })

  test('Tab leaves the grid at its ends, and anywhere after Escape', () => {
    expect(press(standAt(at(19, 4)), 'Tab').commands).toEqual(['browser'])
    expect(press(standAt(at(0, 0)), 'Shift+Tab').commands).toEqual(['browser'])
    expect(press(standAt(at(5, 2)), 'Escape Tab').commands).toEqual(['browser'])
    expect(press(standAt(at(5, 2)), 'Escape ArrowUp Tab').commands).toEqual([])
  })

  test('Ctrl+F finds inside the grid', () => {
    expect(press(standAt(at(5, 2)), 'Ctrl+f').commands).toEqual(['find'])
  })

  test('keys of the browser stay with the browser', () => {
    for (const k of ['Ctrl+c', 'Ctrl+v', 'Ctrl+g', 'F5', 'Alt+d', 'Shift', 'Dead', 'Ctrl+PageDown']) {
      expect(press(standAt(at(5, 2)), k).commands).toEqual(['browser'])
    }
  })
})

describe('selecting', () => {
  const rangeAfter = (keys: string) => selectedRange(press(standAt(at(5, 2)), keys).nav)

  test('Shift with arrows extends from the active cell, which stays', () => {
    const { nav } = press(standAt(at(5, 2)), 'Shift+ArrowDown Shift+ArrowDown Shift+ArrowLeft')
    expect(selectedRange(nav)).toEqual({ top: 5, left: 1, bottom: 7, right: 2 })
    expect(nav.active).toEqual(at(5, 2))
  })

  test('Shift+Space selects rows, Ctrl+Space columns, Ctrl+A everything', () => {
    expect(rangeAfter('Shift+Space')).toEqual({ top: 5, left: 0, bottom: 5, right: 4 })
    expect(rangeAfter('Ctrl+Space')).toEqual({ top: 0, left: 2, bottom: 19, right: 2 })
    expect(rangeAfter('Ctrl+a')).toEqual({ top: 0, left: 0, bottom: 19, right: 4 })
    expect(rangeAfter('Ctrl+Shift+End')).toEqual({ top: 5, left: 2, bottom: 19, right: 4 })
  })

  test('Enter and Tab go round inside a range, which stays selected', () => {
    const range = extendTo(standAt(at(5, 2)), at(6, 3))
    expect(press(range, 'Enter Enter').nav.active).toEqual(at(5, 3))
    expect(press(range, 'Tab Tab').nav.active).toEqual(at(6, 2))
    expect(selectedRange(press(range, 'Tab').nav)).toEqual(selectedRange(range))
  })

  test('Escape gives the range up', () => {
    expect(rangeAfter('Shift+ArrowDown Escape')).toEqual({ top: 5, left: 2, bottom: 5, right: 2 })
  })
})

describe('editing', () => {
  const start = standAt(at(5, 2))

  test('typing replaces the value, F2 opens it', () => {
    expect(press(start, '7').nav.editing).toEqual({ mode: 'type', initial: '7' })
    expect(press(start, 'F2').nav.editing).toEqual({ mode: 'edit', initial: null })
  })

  test('a key on its way to an input method opens an empty editor', () => {
    expect(press(start, 'Process').nav.editing).toEqual({ mode: 'type', initial: '' })
  })

  test('a space alone neither edits nor scrolls', () => {
    expect(
      pressKey(start, { key: ' ', ctrl: false, shift: false, alt: false }, sheet())?.nav.editing,
    ).toBeNull()
  })

  test('Enter and Tab save and move, Escape does not save', () => {
    expect(press(start, '7 Enter')).toMatchObject({
      commands: ['commit'],
      nav: { active: at(6, 2), editing: null },
    })
    expect(press(start, '7 Shift+Tab')).toMatchObject({ commands: ['commit'], nav: { active: at(5, 1) } })
    expect(press(start, '7 Escape')).toMatchObject({
      commands: ['cancel'],
      nav: { active: at(5, 2), editing: null },
    })
  })

  test('arrows save and move after typing over, and move the caret after F2', () => {
    expect(press(start, '7 ArrowRight')).toMatchObject({ commands: ['commit'], nav: { active: at(5, 3) } })
    expect(press(start, 'F2 ArrowRight').commands).toEqual(['browser'])
    expect(press(start, '7 F2 ArrowRight').commands).toEqual(['browser'])
    expect(press(start, '7 Home').commands).toEqual(['browser'])
  })

  test('Tab in the last cell saves and stays in the grid', () => {
    expect(press(standAt(at(19, 4)), '7 Tab')).toMatchObject({
      commands: ['commit'],
      nav: { active: at(19, 4) },
    })
  })

  test('undo belongs to the field while it is open, to the grid otherwise', () => {
    expect(press(start, 'F2 Ctrl+z').commands).toEqual(['browser'])
    expect(press(start, 'Ctrl+z Ctrl+y Ctrl+Shift+Z').commands).toEqual(['undo', 'redo', 'redo'])
  })

  test('Delete and Backspace clear', () => {
    expect(press(start, 'Delete Backspace').commands).toEqual(['clear', 'clear'])
  })

  test('a locked cell refuses; a conflict is chosen with F2 and can be typed over', () => {
    expect(press(start, '7 F2', sheet({ access: () => 'locked' })).commands).toEqual(['refuse', 'refuse'])
    const conflict = sheet({ access: () => 'conflict' })
    expect(press(start, 'F2', conflict).commands).toEqual(['choose'])
    expect(press(start, '7', conflict).nav.editing).toEqual({ mode: 'type', initial: '7' })
  })
})

test('no run of keys leaves the sheet, or puts the active cell outside its range', () => {
  const keys = fc.constantFrom(
    ...[
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
      'Enter',
      'Tab',
    ],
    ...['Escape', 'F2', '5', ' ', 'a'],
  )
  const run = fc.array(
    fc.record({ key: keys, ctrl: fc.boolean(), shift: fc.boolean(), alt: fc.constant(false) }),
  )
  fc.assert(
    fc.property(
      run,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      (presses, rows, columns) => {
        const on = sheet({ rows, columns, page: 3, isFilled: (p) => (p.row + p.column) % 3 > 0 })
        let nav = standAt(at(0, 0))
        for (const p of presses) nav = pressKey(nav, p, on)?.nav ?? nav
        const range = selectedRange(nav)
        expect(isInRange(range, nav.active.row, nav.active.column)).toBe(true)
        expect(range.top >= 0 && range.left >= 0 && range.bottom < rows && range.right < columns).toBe(true)
      },
    ),
  )
})
