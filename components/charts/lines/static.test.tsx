import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { ChartLine } from '../types'
import { LinesStatic } from './static'

const points = (values: (number | null)[], statuses: string[] = []) =>
  values.map((value, i) => ({ year: 2010 + i, value, status: statuses[i] ?? 'A' }))

const draw = (lines: ChartLine[], more: object = {}) =>
  renderToStaticMarkup(
    <LinesStatic
      lines={lines}
      format={{ locale: 'en', decimals: 2, unit: '%' }}
      summary="What it shows"
      {...more}
    />,
  )

describe('LinesStatic', () => {
  it('is an image with a sentence', () => {
    const svg = draw([{ key: 'a', label: 'A', tone: 'selected', points: points([1, 2]) }])
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="What it shows"/)
  })

  it('names the selected line and the peers, and leaves the rest without names', () => {
    const svg = draw([
      { key: 'a', label: 'Guangdong', tone: 'selected', points: points([1, 2]) },
      { key: 'b', label: 'Jiangsu', tone: 'peer', points: points([1, 3]) },
      { key: 'c', label: 'Tibet', tone: 'rest', points: points([1, 1]) },
    ])
    expect(svg).toContain('Guangdong 2.00%')
    expect(svg).toContain('Jiangsu 3.00%')
    expect(svg).not.toContain('Tibet')
  })

  it('leaves a gap where a year is missing and marks a break', () => {
    const gap = draw([{ key: 'a', label: 'A', tone: 'selected', points: points([1, 2, null, 3, 4]) }])
    expect(gap).toMatch(/d="M[^"]*M[^"]*" stroke="var\(--accent\)"/)
    expect(gap).not.toContain('data-break')
    const broken = draw([
      { key: 'a', label: 'A', tone: 'selected', points: points([1, 2, 3, 4], ['A', 'A', 'B', 'A']) },
    ])
    expect(broken).toMatch(/d="M[^"]*M[^"]*" stroke="var\(--accent\)"/)
    expect(broken).toContain('data-break')
  })

  it('shows a year that stands alone as a dot', () => {
    const svg = draw([{ key: 'a', label: 'A', tone: 'peer', points: points([1, null, 3, null]) }])
    expect(svg.match(/<circle/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('writes the target with its value on a dashed line', () => {
    const svg = draw([{ key: 'a', label: 'A', tone: 'selected', points: points([1, 2]) }], {
      target: { year: 2015, value: 3, label: 'Target 2015: 3.00%' },
    })
    expect(svg).toContain('Target 2015: 3.00%')
    expect(svg).toContain('stroke-dasharray="6 4"')
  })

  it('cuts no long name in either language', () => {
    for (const label of [
      'Xinjiang Uygur Autonomous Region and its neighbours',
      '新疆维吾尔自治区及其周边地区合计',
    ]) {
      const svg = draw([{ key: 'a', label, tone: 'selected', points: points([1, 2]) }], { width: 320 })
      const text = [...svg.matchAll(/>([^<>]+)</g)].map((match) => match[1]).join('')
      expect(text.replaceAll(' ', '')).toContain(`${label.replaceAll(' ', '')}2.00%`)
    }
  })

  it('uses colours of the tokens only', () => {
    const svg = draw([{ key: 'a', label: 'A', tone: 'selected', token: '--area-st', points: points([1, 2]) }])
    const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map((match) => match[1] ?? '')
    for (const colour of colours) expect(colour).toMatch(/^(var\(--[\w-]+\)|none|stroke|transparent)$/)
    expect(colours).toContain('var(--area-st)')
  })
})
