import type { DrawnFigure } from './document'
import { reportFont } from './fonts'
import { withLightColours } from './light-tokens'

/** Faces for programs that draw the text of an SVG themselves, such as Word; our own files find the first. */
const faces = `${reportFont}, Microsoft YaHei, PingFang SC, Arial, sans-serif`

/**
 * A drawing of the pages made ready for a file: colours of the light theme, a named face, its size read from it.
 *
 * @param svg markup of one svg element with width and height
 * @throws {RangeError} there is no size, or a colour token is not known
 */
export function drawnFigure(svg: string): DrawnFigure {
  const [, width, height] = /^<svg[^>]* width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"/.exec(svg) ?? []
  if (!width || !height) throw new RangeError('a drawing needs a width and a height')
  return {
    // Programs that draw SVG know the hundreds only; the pages' half-bold becomes the bold of the file's font.
    svg: withLightColours(svg)
      .replace('<svg ', `<svg font-family="${faces}" `)
      .replaceAll('font-weight="650"', 'font-weight="700"'),
    width: Number(width),
    height: Number(height),
  }
}
