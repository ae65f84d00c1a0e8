import { describe, expect, it } from 'vitest'
import { boxOf, type NamePlace, placeNames } from './place-names'

const frame = { left: 0, right: 200, top: 0, bottom: 100 }
const name = (x: number, y: number): NamePlace => ({ x, y, lines: ['Hebei'], anchor: 'start' })

describe('placeNames', () => {
  it('takes the first free place, and goes without a name when there is none', () => {
    const placed = placeNames(
      [
        { key: 'a', size: 12, places: [name(10, 50)] },
        { key: 'b', size: 12, places: [name(12, 52), name(10, 80)] },
        { key: 'c', size: 12, places: [name(11, 51)] },
      ],
      frame,
      [],
    )
    expect(placed.get('b')?.y).toBe(80)
    expect(placed.has('c')).toBe(false)
  })

  it('covers no mark, except with the name of the selected', () => {
    const marks = [{ x: 20, y: 50, radius: 4 }]
    const places = [name(10, 50)]
    expect(placeNames([{ key: 'a', size: 12, places }], frame, marks).size).toBe(0)
    expect(placeNames([{ key: 'a', size: 12, places, isBold: true }], frame, marks).size).toBe(1)
  })

  it('keeps names inside the frame and stems off other names', () => {
    expect(placeNames([{ key: 'a', size: 12, places: [name(190, 50)] }], frame, []).size).toBe(0)
    const stem = { left: 19, right: 21, top: 30, bottom: 90 }
    const placed = placeNames(
      [
        { key: 'a', size: 12, places: [name(10, 60)] },
        { key: 'b', size: 12, places: [{ ...name(10, 20), stem }] },
      ],
      frame,
      [],
    )
    expect([...placed.keys()]).toEqual(['a'])
  })
})

describe('boxOf', () => {
  it('reckons with the anchor and the number of lines', () => {
    const box = boxOf({ x: 100, y: 50, lines: ['广东', '广东省'], anchor: 'middle' }, 10)
    expect(box).toEqual({ left: 85, right: 115, top: 35, bottom: 65 })
  })
})
