import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it, vi } from 'vitest'

type Seen = Record<string, Record<string, unknown>>
const seen = vi.hoisted<{ props: Seen }>(() => ({ props: {} }))
// Recharts draws nothing on a server. What it is told says where it will draw.
vi.mock('recharts', () => {
  const record = (name: string) => (props: Record<string, unknown>) => {
    seen.props[name] = props
    return name.endsWith('Chart') ? (props.children as never) : null
  }
  const names = ['Bar', 'BarChart', 'Customized', 'Line', 'LineChart', 'Tooltip', 'XAxis', 'YAxis']
  return Object.fromEntries(names.map((name) => [name, record(name)]))
})
vi.mock('next-intl', () => ({ useTranslations: () => (key: string) => key }))

import BarsLayer from './bars/interactive'
import type { BarsProps } from './bars/series'
import { BarsStatic } from './bars/static'
import LinesLayer from './lines/interactive'
import { type LinesProps, linesGeometry } from './lines/series'
import { LinesStatic } from './lines/static'
import type { LayerProps } from './live'

const format = { locale: 'en', decimals: 1 }
const widths = [320, 640, 920]
const scale = 1.25

beforeEach(() => {
  seen.props = {}
})

function told(name: string): Record<string, unknown> {
  const props = seen.props[name]
  if (!props) throw new Error(`${name} is not in the layer`)
  return props
}

function lay<P>(Layer: ComponentType<LayerProps<P>>, chart: P, width: number): string {
  return renderToStaticMarkup(<Layer chart={chart} drawn={{ width, scale }} />)
}

/** Where a value stands on an axis that is told its domain and the pixels between its ends. */
function at(value: number, axis: string, [from, to]: readonly [number, number]): number {
  const [low = 0, high = 1] = told(axis).domain as number[]
  return from + ((value - low) / (high - low)) * (to - from)
}

it.each(widths)('the layer of bars, %i wide, ends where the drawn bars end', (width) => {
  const values = [4, 1.5, -2]
  const chart: BarsProps = {
    bars: values.map((value) => ({ key: String(value), label: `Region ${value}`, value, tone: 'rest' })),
    format,
    summary: '',
    width,
  }
  const html = lay(BarsLayer, chart, width)
  const left = Number(/left:([\d.]+)px/.exec(html)?.[1])
  const across = [left / scale, (left + Number(told('BarChart').width)) / scale] as const
  const svg = renderToStaticMarkup(<BarsStatic {...chart} />)
  const rects = Array.from(
    svg.matchAll(/<rect x="([-\d.]+)" y="[-\d.]+" width="([\d.]+)" height="14"/g),
    (m) => ({
      x: Number(m[1]),
      width: Number(m[2]),
    }),
  )
  expect(rects).toHaveLength(values.length)
  for (const [i, value] of values.entries()) {
    const drawn = (rects[i]?.x ?? 0) + (value > 0 ? (rects[i]?.width ?? 0) : 0)
    expect(at(value, 'XAxis', across)).toBeCloseTo(drawn, 0)
  }
})

it.each(widths)(
  'the layer of lines, %i wide, has years and values where the drawn line has them',
  (width) => {
    const points = [
      { year: 2015, value: 10 },
      { year: 2016, value: 12.5 },
      { year: 2019, value: 31 },
    ]
    const chart: LinesProps = {
      lines: [{ key: 'a', label: 'Guangdong', tone: 'selected', points }],
      format,
      summary: '',
      width,
    }
    lay(LinesLayer, chart, width)
    const chartProps = told('LineChart')
    const margin = chartProps.margin as { left: number; right: number; top: number; bottom: number }
    const across = [margin.left / scale, (Number(chartProps.width) - margin.right) / scale] as const
    const down = [(Number(chartProps.height) - margin.bottom) / scale, margin.top / scale] as const
    const [line] = linesGeometry(chart, width).lines
    expect(renderToStaticMarkup(<LinesStatic {...chart} />)).toContain(`d="${line?.path}"`)
    const drawn = [...(line?.pieces.flat() ?? []), ...(line?.lone ?? [])]
    for (const { year, value } of points) {
      const x = at(year, 'XAxis', across)
      const y = at(value, 'YAxis', down)
      const isDrawn = drawn.some((spot) => Math.abs(spot.x - x) < 1 && Math.abs(spot.y - y) < 1)
      expect(isDrawn, `${year}: ${x.toFixed(1)}, ${y.toFixed(1)}`).toBe(true)
    }
  },
)
