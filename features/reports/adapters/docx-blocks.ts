import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import {
  type Block,
  type Cell,
  type DrawnFigure,
  type Figure,
  mostRowsTogether,
  type Table as ReportTable,
} from './document'
import { wordColour } from './docx-styles'

const hair = { style: BorderStyle.SINGLE, size: 4, color: wordColour('--line') }
const edge = { style: BorderStyle.SINGLE, size: 6, color: wordColour('--line-strong') }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function cellRuns(cell: Cell): TextRun[] {
  const mark = cell.mark
    ? [
        new TextRun({
          text: `${cell.mark.symbol} `,
          bold: true,
          color: wordColour(cell.mark.token),
          font: 'Segoe UI Symbol',
        }),
      ]
    : []
  const raised = cell.raised ? [new TextRun({ text: cell.raised, superScript: true })] : []
  return [...mark, new TextRun({ text: cell.text, bold: cell.isStrong ?? false }), ...raised]
}

function tableOf(table: ReportTable, width: number): Table {
  const total = table.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = table.columns.map((column) => Math.round((column.share / total) * width))
  const style = table.isDense ? 'DenseCell' : 'Cell'
  const side = table.isDense ? 50 : 90
  const isTogether = table.rows.length <= mostRowsTogether
  const cell = (c: number, children: TextRun[], isHeader: boolean, isLast: boolean) =>
    new TableCell({
      width: { size: widths[c] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: c === 0 ? 0 : side, right: side },
      verticalAlign: isHeader ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
      ...(isHeader ? { borders: { top: edge, bottom: edge } } : {}),
      children: [
        new Paragraph({
          style,
          children,
          // The header never stands alone at the foot of a page; a short table is not divided.
          keepNext: isHeader || (isTogether && !isLast),
          alignment: table.columns[c]?.isNumber ? AlignmentType.END : AlignmentType.START,
        }),
      ],
    })
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, c) =>
      cell(c, [new TextRun({ text: column.label, color: wordColour('--ink-2') })], true, false),
    ),
  })
  const rows = table.rows.map(
    (row, r) =>
      new TableRow({
        cantSplit: true,
        children: row.map((one, c) => cell(c, cellRuns(one), false, r === table.rows.length - 1)),
      }),
  )
  return new Table({
    rows: [header, ...rows],
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: edge,
      left: none,
      right: none,
      insideHorizontal: hair,
      insideVertical: none,
    },
    tableLook: {
      firstRow: true,
      firstColumn: true,
      noHBand: true,
      noVBand: true,
      lastRow: false,
      lastColumn: false,
    },
  })
}

/** A drawing with its likeness for programs that show no SVG. */
export type PicturedFigures = ReadonlyMap<string, DrawnFigure & { readonly png: Uint8Array<ArrayBuffer> }>

function figureOf(figure: Figure, figures: PicturedFigures, width: number): Paragraph[] {
  const drawn = figures.get(figure.id)
  if (!drawn) throw new RangeError(`figure ${figure.id} was not drawn`)
  const scale = Math.min(1, width / 15 / drawn.width)
  const transformation = { width: Math.round(drawn.width * scale), height: Math.round(drawn.height * scale) }
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(drawn.svg),
    transformation,
    altText: { name: figure.id, title: figure.title, description: figure.alt },
    fallback: { type: 'png', data: drawn.png },
  })
  return [
    new Paragraph({ style: 'Caption', text: figure.title }),
    new Paragraph({ style: 'Measure', text: figure.subtitle }),
    new Paragraph({ style: 'Drawing', children: [image] }),
    new Paragraph({ style: 'Note', text: figure.source }),
  ]
}

/**
 * A block as Word's own paragraphs and tables.
 *
 * @param width of the text column in twips
 * @param isFirst a chapter that opens its section needs no page break of its own
 */
export function wordBlock(
  block: Block,
  figures: PicturedFigures,
  width: number,
  isFirst: boolean,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          pageBreakBefore: block.level === 1 && !isFirst,
          text: block.text,
          ...(block.token
            ? {
                border: {
                  left: { style: BorderStyle.SINGLE, size: 36, space: 8, color: wordColour(block.token) },
                },
              }
            : {}),
        }),
      ]
    case 'text':
      return [new Paragraph({ text: block.text, ...(block.isLead ? { style: 'Lead' } : {}) })]
    case 'list':
      return block.items.map(
        (text) =>
          new Paragraph({
            text,
            ...(block.isPlain ? { style: 'Entry' } : { numbering: { reference: 'points', level: 0 } }),
          }),
      )
    case 'note':
      return [new Paragraph({ style: 'Note', text: block.text })]
    case 'table':
      return [
        new Paragraph({ style: 'Caption', text: block.table.caption }),
        ...(block.table.note ? [new Paragraph({ style: 'Measure', text: block.table.note })] : []),
        tableOf(block.table, width),
        // Word joins two tables that touch; an empty line keeps them apart.
        new Paragraph({ style: 'Note', text: '' }),
      ]
    case 'figure':
      return figureOf(block.figure, figures, width)
  }
}
