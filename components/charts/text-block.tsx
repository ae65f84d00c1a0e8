import { round } from './path'
import { fontSize, lineHeight } from './text'
import type { TextBlock } from './types'

type Props = {
  readonly block: TextBlock
  readonly fill?: string
  readonly weight?: number
  /** an edge in the ground colour, for text that lies on marks */
  readonly hasHalo?: boolean
  /** 3 parts a name from a mark; a line that runs through figures needs more, or it shows between them */
  readonly haloWidth?: number
}

/** Lines of text around a middle. Offsets are numbers, because not every renderer knows dominant-baseline. */
export function SvgText({
  block: { x, y, lines, anchor },
  fill = 'var(--ink-2)',
  weight,
  hasHalo,
  haloWidth = 3,
}: Props) {
  const first = y - ((lines.length - 1) * lineHeight) / 2 + fontSize * 0.35
  return (
    <text
      {...(lines.length === 1 && { x: round(x), y: round(first) })}
      textAnchor={anchor}
      fill={fill}
      fontWeight={weight}
      {...(hasHalo && {
        stroke: 'var(--ground)',
        strokeWidth: haloWidth,
        strokeLinejoin: 'round',
        paintOrder: 'stroke',
      })}
    >
      {lines.length === 1
        ? lines[0]
        : lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its place
            <tspan key={i} x={round(x)} y={round(first + i * lineHeight)}>
              {line}
            </tspan>
          ))}
    </text>
  )
}
