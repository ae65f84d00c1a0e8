import { BottomAxis } from '../axes'
import { round } from '../path'
import { chartWidths } from '../sizes'
import { SvgRoot } from '../svg-root'
import { lineHeight } from '../text'
import { SvgText } from '../text-block'
import { nameColour } from '../tones'
import { type StripProps, stripGeometry } from './series'

/** The distribution of one measure over regions, as plain SVG. */
export function StripStatic(props: StripProps) {
  const g = stripGeometry(props, props.width ?? chartWidths.l)
  return (
    <SvgRoot width={g.width} height={g.height} summary={props.summary}>
      <BottomAxis ticks={g.axis.ticks} plot={g.plot} />
      <line
        x1={g.plot.left}
        x2={g.plot.right}
        y1={round(g.plot.bottom)}
        y2={round(g.plot.bottom)}
        stroke="var(--line-strong)"
      />
      {g.box && (
        <rect
          x={round(g.box.from)}
          y={round(g.middle - g.box.half)}
          width={round(g.box.to - g.box.from)}
          height={round(g.box.half * 2)}
          fill="var(--grid)"
        />
      )}
      {g.quartiles.map((quartile) => (
        <g key={quartile.at}>
          <line
            x1={round(quartile.at)}
            x2={round(quartile.at)}
            y1={round(g.plot.top)}
            y2={round(g.middle + (g.box?.half ?? 0))}
            stroke="var(--line-strong)"
          />
          <path d={quartile.leader} stroke="var(--line-strong)" />
          <SvgText block={quartile} />
        </g>
      ))}
      {g.names.map((name) => (
        <line
          key={name.key}
          x1={round(name.foot.x)}
          x2={round(name.foot.x)}
          y1={round(name.y + lineHeight / 2)}
          y2={round(name.foot.y)}
          stroke={name.tone === 'selected' ? 'var(--ink-2)' : 'var(--line-strong)'}
        />
      ))}
      {g.points.map((point) => (
        <circle
          key={point.key}
          cx={round(point.x)}
          cy={round(point.y)}
          r={point.radius}
          fill={point.colour}
          stroke="var(--ground)"
          strokeWidth={1}
        />
      ))}
      {g.names.map((name) => (
        <SvgText
          key={name.key}
          block={name}
          fill={nameColour(name.tone)}
          weight={name.tone === 'selected' ? 650 : 400}
          hasHalo
        />
      ))}
    </SvgRoot>
  )
}
