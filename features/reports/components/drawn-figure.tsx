import { BarsStatic } from '@/components/charts/bars/static'
import { DotsStatic } from '@/components/charts/dots/static'
import { LinesStatic } from '@/components/charts/lines/static'
import { StripStatic } from '@/components/charts/strip/static'
import type { Drawing } from '../schema'

type Props = {
  readonly drawing: Drawing
  readonly summary: string
  readonly locale: string
  /** in pixels, 96 to the inch: drawn at the size of the paper, so that 12 px of text are 9 pt in print */
  readonly width: number
}

const score: readonly [number, number] = [0, 100]

/** A chart of the report as plain SVG, the same drawing as on the pages. */
export function DrawnFigure({ drawing, summary, locale, width }: Props) {
  const format = { locale, decimals: drawing.decimals }
  switch (drawing.kind) {
    case 'lines':
      return (
        <LinesStatic lines={drawing.lines} format={format} summary={summary} width={width} height={204} />
      )
    case 'bars':
      return <BarsStatic bars={drawing.bars} format={format} summary={summary} width={width} />
    case 'strip':
      return <StripStatic points={drawing.points} format={format} summary={summary} width={width} />
    case 'dots':
      return <DotsStatic rows={drawing.rows} domain={score} format={format} summary={summary} width={width} />
  }
}
