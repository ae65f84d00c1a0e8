import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { DrawnFigures, Part, ReportDocument } from './document'
import { type PicturedFigures, wordBlock } from './docx-blocks'
import { wordColour, wordStyles } from './docx-styles'
import { toPngs } from './png'

/** A4 and its margins in twips. */
const page = { width: 11906, height: 16838, side: 1247, landscapeSide: 1021, top: 1474, bottom: 1247 }

const textWidth = (isLandscape: boolean) =>
  isLandscape ? page.height - 2 * page.landscapeSide : page.width - 2 * page.side

function pageOf(isLandscape: boolean) {
  const side = isLandscape ? page.landscapeSide : page.side
  return {
    // Word wants the portrait measures and turns them itself.
    size: {
      width: page.width,
      height: page.height,
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top: page.top, bottom: page.bottom, left: side, right: side, header: 680, footer: 567 },
  }
}

function runningHead(report: ReportDocument, width: number): Header {
  const grey = { size: 16, color: wordColour('--ink-3') }
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: wordColour('--line') } },
        children: [
          new TextRun({ ...grey, text: report.running.head }),
          ...(report.label
            ? [new TextRun({ ...grey, color: wordColour('--warning'), children: ['\t', report.label.short] })]
            : []),
        ],
      }),
    ],
  })
}

function runningFoot(report: ReportDocument, width: number): Footer {
  const grey = { size: 16, color: wordColour('--ink-3') }
  const pages = report.running.pages
    .split(/(\{pages?\})/)
    .map((piece) =>
      piece === '{page}' ? PageNumber.CURRENT : piece === '{pages}' ? PageNumber.TOTAL_PAGES : piece,
    )
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ ...grey, text: report.running.foot }),
          new TextRun({ ...grey, children: ['\t', ...pages] }),
        ],
      }),
    ],
  })
}

function coverOf(report: ReportDocument): (Paragraph | Table)[] {
  const width = textWidth(false)
  const hair = { style: BorderStyle.SINGLE, size: 4, color: wordColour('--line') }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const cell = (text: string, size: number, isLabel: boolean) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      margins: { top: 80, bottom: 80, left: 0, right: 120 },
      children: [
        new Paragraph({
          style: 'Cell',
          children: [new TextRun({ text, size: 19, ...(isLabel ? { color: wordColour('--ink-2') } : {}) })],
        }),
      ],
    })
  const label = report.label
    ? [
        new Paragraph({
          style: 'Label',
          text: report.label.full,
          shading: { fill: wordColour('--warning-soft') },
          border: { left: { style: BorderStyle.SINGLE, size: 24, space: 6, color: wordColour('--warning') } },
          indent: { left: 120 },
        }),
      ]
    : []
  return [
    new Paragraph({ style: 'Title', text: report.title }),
    new Paragraph({ style: 'Subtitle', text: report.subtitle }),
    ...label,
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: [2000, width - 2000],
      borders: {
        top: hair,
        bottom: hair,
        left: none,
        right: none,
        insideHorizontal: hair,
        insideVertical: none,
      },
      rows: report.facts.map(
        (fact) =>
          new TableRow({
            cantSplit: true,
            children: [cell(fact.label, 2000, true), cell(fact.text, width - 2000, false)],
          }),
      ),
    }),
  ]
}

function contentsOf(report: ReportDocument): (Paragraph | TableOfContents)[] {
  return [
    // Looks like a chapter heading and is none, so that the contents do not list themselves.
    new Paragraph({
      pageBreakBefore: true,
      spacing: { after: 240 },
      children: [new TextRun({ text: report.contentsTitle, bold: true, size: 34 })],
    }),
    // Only Word knows its pages, and laying them out here would take longer than all the rest. Written clean, so that
    // it opens without a question; page numbers come when the contents are updated.
    new TableOfContents(report.contentsTitle, {
      hyperlink: true,
      headingStyleRange: '1-2',
      beginDirty: false,
      tabLeader: LeaderType.NONE,
    }),
    new Paragraph({ style: 'Note', text: report.contentsHint }),
  ]
}

function sectionOf(report: ReportDocument, part: Part, figures: PicturedFigures) {
  const width = textWidth(part.isLandscape)
  return {
    properties: { page: pageOf(part.isLandscape) },
    headers: { default: runningHead(report, width) },
    footers: { default: runningFoot(report, width) },
    children: part.blocks.flatMap((block, place) => wordBlock(block, figures, width, place === 0)),
  }
}

/** The report as a Word document to edit: native headings, contents, tables with repeated header rows, SVG charts. */
export async function writeDocx(
  report: ReportDocument,
  figures: DrawnFigures,
): Promise<Uint8Array<ArrayBuffer>> {
  const width = textWidth(false)
  const pngs = await toPngs(new Map([...figures].map(([id, drawn]) => [id, drawn.svg])))
  const pictured: PicturedFigures = new Map(
    [...figures].flatMap(([id, drawn]) => {
      const png = pngs.get(id)
      return png ? [[id, { ...drawn, png }] as const] : []
    }),
  )
  const document = new Document({
    title: report.title,
    subject: report.subtitle,
    creator: report.author,
    lastModifiedBy: report.author,
    keywords: report.keywords.join(', '),
    styles: wordStyles(report.locale === 'zh'),
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '–',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 280, hanging: 280 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { titlePage: true, page: pageOf(false) },
        headers: {
          default: runningHead(report, width),
          first: new Header({ children: [new Paragraph('')] }),
        },
        footers: {
          default: runningFoot(report, width),
          first: new Footer({ children: [new Paragraph('')] }),
        },
        children: [...coverOf(report), ...contentsOf(report)],
      },
      ...report.parts.map((part) => sectionOf(report, part, pictured)),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
