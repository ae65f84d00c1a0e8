import { round } from '../path'
import { chartWidths } from '../sizes'
import { SvgRoot } from '../svg-root'
import { SvgText } from '../text-block'
import { nameColour } from '../tones'
import { type BarsProps, barsGeometry, type DrawnBar } from './series'

/** Horizontal bars from zero with their values written, as plain SVG. */
export function BarsStatic(props: BarsProps) {
  const g = barsGeometry(props, props.width ?? chartWidths.l)
  return (
    <SvgRoot
      width={g.width}
      height={g.height}
      summary={props.summary}
      hasLinks={props.bars.some((bar) => bar.href)}
    >
      {g.bars.map((bar) => (
        <g key={bar.key}>
          <rect
            x={round(bar.bar.x)}
            y={round(bar.bar.y)}
            width={round(bar.bar.width)}
            height={bar.bar.height}
            fill={bar.colour}
          />
          <Name bar={bar} left={g.plot.left} />
        </g>
      ))}
      <line
        x1={round(g.zero)}
        x2={round(g.zero)}
        y1={g.plot.top}
        y2={round(g.plot.bottom)}
        stroke="var(--line-strong)"
      />
      {g.reference && (
        <g>
          <line
            x1={round(g.reference.x)}
            x2={round(g.reference.x)}
            y1={round(g.plot.top - 4)}
            y2={round(g.plot.bottom)}
            stroke="var(--ink-2)"
            strokeWidth={1.25}
            strokeDasharray="6 4"
          />
          <SvgText block={g.reference.label} />
        </g>
      )}
      {g.bars.map((bar) => (
        <SvgText
          key={bar.key}
          block={bar.value}
          fill={nameColour(bar.tone)}
          weight={bar.tone === 'selected' ? 650 : 400}
          hasHalo={g.reference !== null}
          haloWidth={6}
        />
      ))}
    </SvgRoot>
  )
}

function Name({ bar, left }: { readonly bar: DrawnBar; readonly left: number }) {
  const text = (
    <SvgText block={bar.name} fill={nameColour(bar.tone)} weight={bar.tone === 'selected' ? 650 : 400} />
  )
  if (!bar.href) return text
  return (
    <a href={bar.href} className="chart-link">
      {/* The whole cell takes the click, so that the target is tall enough. */}
      <rect
        x={0}
        y={round(bar.row.top)}
        width={round(left - 2)}
        height={round(bar.row.height)}
        fill="transparent"
      />
      {text}
    </a>
  )
}
