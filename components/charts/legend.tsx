import { round } from './path'
import { lineHeight, textWidth, wrapText } from './text'
import { SvgText } from './text-block'
import type { TextBlock } from './types'

export type LegendEntry = TextBlock & { readonly key: string; readonly colour: string }

export type Legend = { readonly entries: readonly LegendEntry[]; readonly height: number }

/** Entries side by side, on as many rows as they need. Only for drawings in which names cannot stand at the marks. */
export function placeLegend(
  items: readonly { readonly key: string; readonly label: string; readonly colour: string }[],
  width: number,
): Legend {
  const swatch = 16
  let x = 0
  let top = 0
  let rowHeight = 0
  const entries = items.map((item): LegendEntry => {
    const lines = wrapText(item.label, width - swatch - 4)
    const reach = swatch + Math.max(...lines.map((line) => textWidth(line))) + 18
    if (x > 0 && x + reach - 18 > width) {
      x = 0
      top += rowHeight + 4
      rowHeight = 0
    }
    const height = lines.length * lineHeight
    const entry: LegendEntry = {
      key: item.key,
      colour: item.colour,
      x: x + swatch,
      y: top + height / 2,
      lines,
      anchor: 'start',
    }
    x += reach
    rowHeight = Math.max(rowHeight, height)
    return entry
  })
  return { entries, height: top + rowHeight + 10 }
}

export function LegendKey({ legend }: { readonly legend: Legend }) {
  return (
    <g>
      {legend.entries.map((entry) => (
        <g key={entry.key}>
          <circle cx={round(entry.x - 10)} cy={round(entry.y)} r={5} fill={entry.colour} />
          <SvgText block={entry} fill="var(--ink)" />
        </g>
      ))}
    </g>
  )
}
