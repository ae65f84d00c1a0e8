import { BottomAxis } from '../axes'
import { LegendKey } from '../legend'
import { round } from '../path'
import { chartWidths } from '../sizes'
import { SvgRoot } from '../svg-root'
import { SvgText } from '../text-block'
import { nameColour } from '../tones'
import { type DotsProps, dotsGeometry } from './series'

/** A row per area with a dot per region, as plain SVG. */
export function DotsStatic(props: DotsProps) {
  const g = dotsGeometry(props, props.width ?? chartWidths.l)
  return (
    <SvgRoot width={g.width} height={g.height} summary={props.summary}>
      {g.legend && <LegendKey legend={g.legend} />}
      <BottomAxis ticks={g.ticks} plot={g.plot} hasLines />
      {g.rows.map((row) => (
        <g key={row.key}>
          <line
            x1={round(g.plot.left)}
            x2={round(g.plot.right)}
            y1={round(row.y)}
            y2={round(row.y)}
            stroke="var(--line)"
          />
          <circle cx={5} cy={round(row.title.y)} r={4.5} fill={row.colour} />
          <SvgText block={row.title} fill="var(--ink)" />
          {row.dots.map((dot) => (
            <circle
              key={dot.key}
              cx={round(dot.x)}
              cy={round(dot.y)}
              r={dot.radius}
              fill={dot.colour}
              {...(dot.tone !== 'rest' && { stroke: 'var(--ground)', strokeWidth: 1.5 })}
            />
          ))}
          {row.names.map((name) => (
            <SvgText
              key={name.key}
              block={name}
              fill={nameColour(name.tone)}
              weight={name.tone === 'selected' ? 650 : 400}
              hasHalo
            />
          ))}
        </g>
      ))}
    </SvgRoot>
  )
}
