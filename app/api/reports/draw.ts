import { createElement } from 'react'
import type { DrawnFigures, Figure, ReportDocument } from '@/features/reports/adapters/document'
import { drawnFigure } from '@/features/reports/adapters/svg'
import { DrawnFigure } from '@/features/reports/components/drawn-figure'

/** Width of the text on A4 in pixels, 96 to the inch. */
const paperWidth = 627

/** The charts of a report, drawn by the components of the pages. */
export async function drawFigures(
  report: ReportDocument,
  onDrawn: (done: number, total: number) => Promise<void>,
): Promise<DrawnFigures> {
  // Next.js refuses a static import of the server renderer in app; what is drawn here has no hooks and no state.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const figures = report.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block): Figure[] => (block.kind === 'figure' ? [block.figure] : [])),
  )
  const drawn = new Map<string, ReturnType<typeof drawnFigure>>()
  for (const { id, alt, drawing } of figures) {
    const figure = createElement(DrawnFigure, {
      drawing,
      summary: alt,
      locale: report.locale,
      width: paperWidth,
    })
    drawn.set(id, drawnFigure(renderToStaticMarkup(figure)))
    await onDrawn(drawn.size, figures.length)
  }
  return drawn
}
