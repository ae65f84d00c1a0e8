import { LegendKey } from '../legend'
import { round } from '../path'
import { chartWidths } from '../sizes'
import { SvgRoot } from '../svg-root'
import { SvgText } from '../text-block'
import { type RadarProps, radarGeometry } from './series'

/** Shapes over a few axes, as plain SVG. */
export function RadarStatic(props: RadarProps) {
  const g = radarGeometry(props, props.width ?? chartWidths.m)
  // The grounds of many shapes would only make mud.
  const canFill = g.shapes.length <= 3
  return (
    <SvgRoot width={g.width} height={g.height} summary={props.summary}>
      {g.legend && <LegendKey legend={g.legend} />}
      {g.rings.map((ring) => (
        <path key={ring} d={ring} stroke="var(--grid)" />
      ))}
      {g.spokes.map((tip, i) => (
        <line
          key={props.axes[i]?.key}
          x1={round(g.centre.x)}
          y1={round(g.centre.y)}
          x2={round(tip.x)}
          y2={round(tip.y)}
          stroke="var(--grid)"
        />
      ))}
      {g.shapes.toReversed().map((shape) => (
        <g key={shape.key}>
          <path
            d={shape.outline}
            stroke={shape.colour}
            strokeWidth={2}
            strokeLinejoin="round"
            {...(canFill && shape.isWhole && { fill: shape.colour, fillOpacity: 0.08 })}
          />
          {shape.spots.map((spot) => (
            <circle
              key={`${spot.x},${spot.y}`}
              cx={round(spot.x)}
              cy={round(spot.y)}
              r={3}
              fill={shape.colour}
            />
          ))}
        </g>
      ))}
      {g.ticks.map((tick) => (
        <SvgText key={tick.lines[0]} block={tick} fill="var(--ink-3)" hasHalo />
      ))}
      {g.names.map((name, i) => (
        <SvgText key={props.axes[i]?.key} block={name} fill="var(--ink)" />
      ))}
    </SvgRoot>
  )
}
