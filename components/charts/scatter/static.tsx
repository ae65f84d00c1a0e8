import { BottomAxis, ValueGrid } from '../axes'
import { LegendKey } from '../legend'
import { round } from '../path'
import { chartWidths } from '../sizes'
import { SvgRoot } from '../svg-root'
import { SvgText } from '../text-block'
import { nameColour } from '../tones'
import { type ScatterProps, scatterGeometry } from './series'

/** Two measures against each other with lines at the medians, as plain SVG. */
export function ScatterStatic(props: ScatterProps) {
  const g = scatterGeometry(props, props.width ?? chartWidths.l)
  return (
    <SvgRoot width={g.width} height={g.height} summary={props.summary}>
      {g.legend && <LegendKey legend={g.legend} />}
      <ValueGrid ticks={g.y.ticks} plot={g.plot} />
      <BottomAxis ticks={g.x.ticks} plot={g.plot} />
      {g.medians && (
        <g>
          <path
            d={`M${round(g.medians.x)},${round(g.plot.top)}V${round(g.plot.bottom)}M${round(g.plot.left)},${round(g.medians.y)}H${round(g.plot.right)}`}
            stroke="var(--line-strong)"
            strokeDasharray="3 3"
          />
          {g.medians.labels.map((label) => (
            <SvgText key={label.anchor} block={label} fill="var(--ink-3)" hasHalo />
          ))}
        </g>
      )}
      {g.points.map((point) => (
        <circle
          key={point.key}
          cx={round(point.x)}
          cy={round(point.y)}
          r={point.radius}
          fill={point.colour}
          {...(point.tone !== 'rest' && { stroke: 'var(--ground)', strokeWidth: 1.5 })}
        />
      ))}
      {g.names.map((name) => (
        <SvgText
          key={name.key}
          block={name}
          fill={nameColour(name.tone)}
          weight={name.isBold ? 650 : 400}
          hasHalo
        />
      ))}
      <SvgText block={g.xTitle} />
      <SvgText block={g.yTitle} />
    </SvgRoot>
  )
}
