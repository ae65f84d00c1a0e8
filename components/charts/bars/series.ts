import { drawnNumber } from '../scale'
import { blockWidth, boldSize, fontSize, lineHeight, textWidth, wrapText } from '../text'
import { toneColour } from '../tones'
import type { Box, NumberSpec, TextBlock, Tone } from '../types'

export type Bar = {
  readonly key: string
  readonly label: string
  /** null = not observed: a row without a bar */
  readonly value: number | null
  readonly tone: Tone
  readonly token?: string
  /** full address with its language */
  readonly href?: string
}

export type BarsProps = {
  readonly bars: readonly Bar[]
  readonly format: NumberSpec
  readonly summary: string
  readonly reference?: { readonly value: number; readonly label: string } | undefined
  readonly width?: number | undefined
}

export type DrawnBar = {
  readonly key: string
  readonly tone: Tone
  readonly colour: string
  readonly href: string | undefined
  readonly name: TextBlock
  readonly value: TextBlock
  /** the whole row, and in it the bar; no width for a value of 0 or none */
  readonly row: { readonly top: number; readonly height: number }
  readonly bar: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export type BarsGeometry = {
  readonly width: number
  readonly height: number
  readonly plot: Box
  readonly zero: number
  readonly bars: readonly DrawnBar[]
  readonly reference: { readonly x: number; readonly label: TextBlock } | null
  /** values at the two ends of the plot */
  readonly domain: readonly [number, number]
}

const rowHeight = 24
const barHeight = 14

/** Where everything of a bar chart stands. Bars begin at zero, always; names wrap and are never cut. */
export function barsGeometry(
  { bars, format, reference, width: given }: BarsProps,
  width: number = given ?? 640,
): BarsGeometry {
  const sizeOf = (i: number) => (bars[i]?.tone === 'selected' ? boldSize : fontSize)
  const names = bars.map((bar, i) => wrapText(bar.label, width * 0.38, sizeOf(i)))
  const values = bars.map((bar) => drawnNumber(bar.value, format))
  const observed = bars.flatMap((bar) => (bar.value === null ? [] : [bar.value]))
  const low = Math.min(0, reference?.value ?? 0, ...observed)
  const high = Math.max(0, reference?.value ?? 0, ...observed)

  const nameEnd = Math.max(0, ...names.map((lines, i) => blockWidth(lines, sizeOf(i))))
  const valueWidth = Math.max(0, ...values.map((text, i) => textWidth(text, sizeOf(i)))) + 8
  // Values stand beyond the ends of their bars, so room is kept on each side that has bars.
  const left = nameEnd + 10 + (low < 0 ? valueWidth : 0)
  const right = width - (high > 0 || low === 0 ? valueWidth : 4)
  const span = high - low || 1
  const at = (value: number) => left + ((value - low) / span) * (right - left)
  const zero = at(0)

  const referenceLines = reference ? wrapText(reference.label, width * 0.6) : []
  const top = referenceLines.length === 0 ? 2 : referenceLines.length * lineHeight + 8
  // All rows are of one height, so that the rhythm of the bars is even.
  const height = Math.max(rowHeight, ...names.map((lines) => lines.length * lineHeight + 6))
  let y = top
  const drawn = bars.map((bar, i): DrawnBar => {
    const lines = names[i] ?? []
    const middle = y + height / 2
    const end = bar.value === null ? zero : at(bar.value)
    const isNegative = bar.value !== null && bar.value < 0
    const result: DrawnBar = {
      key: bar.key,
      tone: bar.tone,
      colour: toneColour(bar.tone, bar.token),
      href: bar.href,
      name: { x: nameEnd, y: middle, lines, anchor: 'end' },
      value: {
        x: isNegative ? end - 6 : end + 6,
        y: middle,
        lines: [values[i] ?? ''],
        anchor: isNegative ? 'end' : 'start',
      },
      row: { top: y, height },
      bar: {
        x: Math.min(zero, end),
        y: middle - barHeight / 2,
        width: Math.abs(end - zero),
        height: barHeight,
      },
    }
    y += height
    return result
  })
  const plot: Box = { left, right, top, bottom: y }
  return { width, height: y + 4, plot, zero, bars: drawn, reference: placeReference(), domain: [low, high] }

  function placeReference() {
    if (!reference) return null
    const x = at(reference.value)
    const reach = blockWidth(referenceLines)
    const isRightHalf = x > width / 2
    const textX = isRightHalf ? Math.max(x, reach) : Math.min(x, width - reach)
    return {
      x,
      label: {
        x: textX,
        y: top / 2 - 2,
        lines: referenceLines,
        anchor: isRightHalf ? ('end' as const) : ('start' as const),
      },
    }
  }
}
