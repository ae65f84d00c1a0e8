import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type Bar, barsGeometry } from './series'
import { BarsStatic } from './static'

const format = { locale: 'en', decimals: 1 }
const bar = (key: string, value: number | null): Bar => ({ key, label: key, value, tone: 'rest' })

describe('barsGeometry', () => {
  it('begins every bar at zero, even when all values are large', () => {
    const g = barsGeometry({ bars: [bar('a', 90), bar('b', 100)], format, summary: '' }, 640)
    const [a, b] = g.bars
    expect(a?.bar.x).toBe(g.zero)
    expect((a?.bar.width ?? 0) / (b?.bar.width ?? 1)).toBeCloseTo(0.9)
  })

  it('lets falls run to the left of zero, with room for their values', () => {
    const g = barsGeometry(
      { bars: [bar('a', 2), bar('b', -4)], format: { ...format, isSigned: true }, summary: '' },
      640,
    )
    const [rise, fall] = g.bars
    expect((fall?.bar.x ?? 0) + (fall?.bar.width ?? 0)).toBeCloseTo(g.zero)
    expect(fall?.bar.width).toBeCloseTo((rise?.bar.width ?? 0) * 2)
    expect(fall?.value).toMatchObject({ anchor: 'end', lines: ['−4.0'] })
    expect(rise?.value.lines).toEqual(['+2.0'])
  })

  it('tells not observed from 0', () => {
    const [missing, zero] = barsGeometry(
      { bars: [bar('a', null), bar('b', 0), bar('c', 1)], format, summary: '' },
      640,
    ).bars
    expect(missing?.value.lines).toEqual(['–'])
    expect(zero?.value.lines).toEqual(['0.0'])
    expect(missing?.bar.width).toBe(0)
  })

  it('keeps everything inside the drawing', () => {
    const bars = [bar('Working mechanisms for talent and other things', 1_234_567), bar('b', -3)]
    for (const width of [320, 460, 640, 920]) {
      const g = barsGeometry({ bars, format, summary: '' }, width)
      for (const one of g.bars) {
        expect(one.bar.x).toBeGreaterThanOrEqual(0)
        expect(one.bar.x + one.bar.width).toBeLessThanOrEqual(width)
      }
    }
  })
})

describe('BarsStatic', () => {
  it('writes names and values', () => {
    const svg = renderToStaticMarkup(<BarsStatic bars={[bar('Hebei', 2.08)]} format={format} summary="S" />)
    expect(svg).toContain('Hebei')
    expect(svg).toContain('2.1')
    expect(svg).toContain('role="img"')
  })

  it('is a group instead of an image when it has links, so that they can be reached', () => {
    const svg = renderToStaticMarkup(
      <BarsStatic bars={[{ ...bar('Hebei', 2), href: '/zh/regions/CN-HE' }]} format={format} summary="S" />,
    )
    expect(svg).toContain('role="group"')
    expect(svg).toContain('<a href="/zh/regions/CN-HE"')
  })

  it('writes the reference on a dashed line', () => {
    const svg = renderToStaticMarkup(
      <BarsStatic
        bars={[bar('a', 2)]}
        format={format}
        reference={{ value: 2.5, label: 'Target 2020: 2.5' }}
        summary="S"
      />,
    )
    expect(svg).toContain('Target 2020: 2.5')
    expect(svg).toContain('stroke-dasharray')
    // A value that the line crosses is read on the ground, not through it: the halo closes the gaps between figures.
    expect(svg).toMatch(/stroke="var\(--ground\)" stroke-width="6" [^>]*paint-order="stroke"[^>]*>2\.0</)
  })
})
