import { chartWidths } from '../sizes'
import type { Drawing } from './compose-svg'

/** The drawing in a figure: of the widths it was drawn in the one that fits a document; a heat table is drawn anew. */
export function readDrawing(figure: Element): Drawing | null {
  const drawings = [...figure.querySelectorAll<SVGSVGElement>('svg.chart-svg')]
  const distance = (svg: SVGSVGElement) => Math.abs(svg.viewBox.baseVal.width - chartWidths.l)
  const [svg] = drawings.toSorted((a, b) => distance(a) - distance(b))
  if (svg) {
    const { width, height } = svg.viewBox.baseVal
    return { markup: new XMLSerializer().serializeToString(svg), width, height }
  }
  const table = figure.querySelector<HTMLTableElement>('.chart-heat table')
  return table ? drawTable(table) : null
}

const namespace = 'http://www.w3.org/2000/svg'

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

/** A table as rectangles and words, where they stand on the page. */
function drawTable(table: HTMLTableElement): Drawing {
  const whole = table.getBoundingClientRect()
  const width = Math.ceil(whole.width)
  const height = Math.ceil(whole.height)
  const svg = element('svg', { viewBox: `0 0 ${width} ${height}`, width, height })
  for (const cell of table.querySelectorAll<HTMLElement>('th, td')) {
    const { backgroundColor, color, fontWeight, fontSize, textAlign, paddingLeft, paddingRight } =
      getComputedStyle(cell)
    const box = cell.getBoundingClientRect()
    const [x, y] = [box.left - whole.left, box.top - whole.top]
    svg.append(element('rect', { x, y, width: box.width, height: box.height, fill: backgroundColor }))
    const anchor =
      textAlign === 'center' ? 'middle' : textAlign === 'end' || textAlign === 'right' ? 'end' : 'start'
    const textX =
      anchor === 'middle'
        ? x + box.width / 2
        : anchor === 'end'
          ? x + box.width - Number.parseFloat(paddingRight)
          : x + Number.parseFloat(paddingLeft)
    for (const line of linesOf(cell)) {
      const text = element('text', {
        x: textX,
        y: line.middle - whole.top + Number.parseFloat(fontSize) * 0.35,
        fill: color,
        'font-size': fontSize,
        'font-weight': fontWeight,
        'text-anchor': anchor,
      })
      text.textContent = line.text
      svg.append(text)
    }
  }
  return { markup: new XMLSerializer().serializeToString(svg), width, height }
}

/** The lines into which the browser broke the visible text of a cell. */
function linesOf(cell: HTMLElement): { text: string; middle: number }[] {
  const lines: { text: string; middle: number }[] = []
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('.sr-only')) continue
    const content = node.textContent ?? ''
    for (let i = 0; i < content.length; i++) {
      range.setStart(node, i)
      range.setEnd(node, i + 1)
      const box = range.getBoundingClientRect()
      const middle = box.top + box.height / 2
      const line = lines.at(-1)
      if (line && Math.abs(line.middle - middle) < 2) line.text += content[i]
      else lines.push({ text: content[i] ?? '', middle })
    }
  }
  return lines
}
