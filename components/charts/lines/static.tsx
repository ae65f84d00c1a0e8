import { BottomAxis, ValueGrid } from '../axes'
import { round } from '../path'
import { chartWidths } from '../sizes'
import { SvgRoot } from '../svg-root'
import { SvgText } from '../text-block'
import { nameColour } from '../tones'
import { type DrawnLine, type LinesGeometry, type LinesProps, linesGeometry } from './series'

/** Lines over years as plain SVG, for the first paint, for reports and for downloads. */
export function LinesStatic(props: LinesProps) {
  const g = linesGeometry(props, props.width ?? chartWidths.l)
  return (
    <SvgRoot width={g.width} height={g.height} summary={props.summary}>
      <ValueGrid ticks={g.y.ticks} plot={g.plot} />
      <BottomAxis ticks={g.xTicks} plot={g.plot} />
      {g.rest !== '' && <path d={g.rest} stroke="var(--rest)" strokeWidth={1} strokeLinejoin="round" />}
      {g.path !== '' && (
        <path
          d={g.path}
          stroke="var(--ink-2)"
          strokeWidth={1.5}
          strokeDasharray="2 4"
          strokeLinecap="round"
        />
      )}
      <TargetLine geometry={g} />
      {g.lines.map((line) => (
        <Line key={line.key} line={line} />
      ))}
      {g.names.map((name) => (
        <g key={name.key}>
          <path d={name.leader} stroke={name.colour} strokeWidth={1} strokeOpacity={0.7} />
          <SvgText block={name} fill={nameColour(name.tone)} weight={name.isBold ? 650 : 400} />
        </g>
      ))}
      {g.target && <SvgText block={g.target.label} fill="var(--ink-2)" hasHalo />}
      {g.pathKey && (
        <g>
          <line
            x1={round(g.plot.left + 6)}
            x2={round(g.pathKey.x - 6)}
            y1={g.pathKey.y}
            y2={g.pathKey.y}
            stroke="var(--ink-2)"
            strokeWidth={1.5}
            strokeDasharray="2 4"
            strokeLinecap="round"
          />
          <SvgText block={g.pathKey} />
        </g>
      )}
    </SvgRoot>
  )
}

function Line({ line }: { readonly line: DrawnLine }) {
  const width = line.tone === 'selected' ? 2.5 : line.tone === 'peer' ? 1.5 : 1
  return (
    <g>
      {line.path !== '' && line.tone !== 'rest' && (
        <path
          d={line.path}
          stroke={line.colour}
          strokeWidth={width}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      )}
      {line.lone.map((spot) => (
        <circle key={spot.x} cx={round(spot.x)} cy={round(spot.y)} r={width} fill={line.colour} />
      ))}
      {line.tone !== 'rest' &&
        line.breaks.map((spot) => <Break key={spot.x} x={spot.x} y={spot.y} colour={line.colour} />)}
      {line.tone !== 'rest' && line.last && (
        <circle cx={round(line.last.x)} cy={round(line.last.y)} r={width + 0.5} fill={line.colour} />
      )}
    </g>
  )
}

/** Two strokes across: what lies before is not to be compared with what follows. */
function Break({ x, y, colour }: { readonly x: number; readonly y: number; readonly colour: string }) {
  const stroke = (dx: number) => `M${round(x + dx - 2)},${round(y + 6)}L${round(x + dx + 2)},${round(y - 6)}`
  return (
    <path
      data-break=""
      d={stroke(-2.5) + stroke(2.5)}
      stroke={colour}
      strokeWidth={1.25}
      strokeLinecap="round"
    />
  )
}

function TargetLine({ geometry: { target, plot } }: { readonly geometry: LinesGeometry }) {
  if (!target) return null
  const { x, y } = { x: round(target.x), y: round(target.y) }
  return (
    <g>
      <line
        x1={round(plot.left)}
        x2={round(plot.right)}
        y1={y}
        y2={y}
        stroke="var(--ink-2)"
        strokeWidth={1.25}
        strokeDasharray="6 4"
      />
      <path
        d={`M${x},${y - 5}L${x + 5},${y}L${x},${y + 5}L${x - 5},${y}Z`}
        fill="var(--ground)"
        stroke="var(--ink-2)"
        strokeWidth={1.5}
      />
    </g>
  )
}
