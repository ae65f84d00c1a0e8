import { describe, expect, it } from 'vitest'
import { boxOf } from '../place-names'
import { radarGeometry } from './series'

const format = { locale: 'en', decimals: 1 }
const axes = [
  'Science and technology',
  'Industries',
  'Development model',
  'Systems and mechanisms',
  'Working mechanisms for talent',
].map((label) => ({ key: label, label }))
const shape = (key: string, values: (number | null)[]) => ({ key, label: key, token: '--series-1', values })

describe('radarGeometry', () => {
  it('puts the first axis on top and runs clockwise', () => {
    const { spokes, centre, radius } = radarGeometry(
      { axes, shapes: [], domain: [0, 100], format, summary: '' },
      640,
    )
    expect(spokes[0]?.x).toBeCloseTo(centre.x)
    expect(spokes[0]?.y).toBeCloseTo(centre.y - radius)
    expect(spokes[1]?.x).toBeGreaterThan(centre.x)
  })

  it('opens the outline where a score is missing', () => {
    const whole = radarGeometry(
      { axes, shapes: [shape('a', [1, 2, 3, 4, 5])], domain: [0, 100], format, summary: '' },
      640,
    )
    expect(whole.shapes[0]).toMatchObject({ isWhole: true })
    expect(whole.shapes[0]?.outline).toMatch(/Z$/)
    const open = radarGeometry(
      { axes, shapes: [shape('a', [1, null, 3, 4, 5])], domain: [0, 100], format, summary: '' },
      640,
    )
    expect(open.shapes[0]?.isWhole).toBe(false)
    expect(open.shapes[0]?.outline).not.toContain('Z')
    expect(open.shapes[0]?.spots).toHaveLength(4)
  })

  it('keeps the names inside the drawing and their words whole', () => {
    for (const width of [320, 460, 640]) {
      const g = radarGeometry(
        { axes, shapes: [shape('a', [1, 2, 3, 4, 5])], domain: [0, 100], format, summary: '' },
        width,
      )
      for (const [i, name] of g.names.entries()) {
        const box = boxOf(name)
        expect(box.left).toBeGreaterThanOrEqual(0)
        expect(box.right).toBeLessThanOrEqual(width)
        expect(box.bottom).toBeLessThanOrEqual(g.height)
        expect(name.lines.join(' ')).toBe(axes[i]?.label)
      }
    }
  })
})
