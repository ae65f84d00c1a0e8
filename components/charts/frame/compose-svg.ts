import { wrapText } from '../text'
import { resolveTokens } from './resolve-tokens'

export type Drawing = {
  /** an <svg> element as XML text */
  readonly markup: string
  readonly width: number
  readonly height: number
}

export type Picture = {
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly summary: string
  readonly drawing: Drawing
  readonly fontFamily: string
  readonly colourOf: (token: string) => string
}

const pad = 20

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Style = { readonly size: number; readonly fill: string; readonly weight: number }

/** The chart as a file of its own: finding, measure, drawing, source; no variable, no link, no font to fetch. */
export function composeSvg(picture: Picture): Drawing {
  const { drawing } = picture
  const inner = drawing.width
  const width = inner + 2 * pad
  let y = pad
  const parts: string[] = []
  const write = (text: string, { size, fill, weight }: Style) => {
    for (const line of wrapText(text, inner, size)) {
      y += size * 1.35
      parts.push(
        `<text x="${pad}" y="${Math.round(y - size * 0.3)}" font-size="${size}" font-weight="${weight}" fill="var(${fill})">${escapeXml(line)}</text>`,
      )
    }
  }
  write(picture.title, { size: 16, fill: '--ink', weight: 650 })
  write(picture.subtitle, { size: 12, fill: '--ink-2', weight: 400 })
  y += 12
  // A link would lead nowhere from a file.
  const markup = drawing.markup
    .replaceAll(/ (?:xlink:)?href="[^"]*"/g, '')
    .replace(/^<svg/, `<svg overflow="visible" x="${pad}" y="${Math.round(y)}"`)
  parts.push(markup)
  y += drawing.height + 10
  write(picture.source, { size: 11, fill: '--ink-3', weight: 400 })
  const height = Math.round(y + pad)
  const whole = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(picture.fontFamily)}" style="font-variant-numeric:tabular-nums lining-nums">`,
    `<title>${escapeXml(picture.title)}</title><desc>${escapeXml(picture.summary)}</desc>`,
    `<rect width="${width}" height="${height}" fill="var(--ground)"/>`,
    ...parts,
    '</svg>',
  ].join('')
  return { markup: resolveTokens(whole, picture.colourOf), width, height }
}
