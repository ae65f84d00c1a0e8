import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Block, type Cell, type DrawnFigures, mostRowsTogether, type ReportDocument } from './document'
import { fontFolders } from './fonts'
import { lightColour } from './light-tokens'

const template = () => readFileSync(join(process.cwd(), 'features/reports/adapters/report.typ'), 'utf8')

let compiler: NodeCompiler | undefined

function held(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths: fontFolders() }] })
  return compiler
}

const colours = () => ({
  ink: lightColour('--ink'),
  ink2: lightColour('--ink-2'),
  ink3: lightColour('--ink-3'),
  line: lightColour('--line'),
  lineStrong: lightColour('--line-strong'),
  accent: lightColour('--accent'),
  warning: lightColour('--warning'),
  warningSoft: lightColour('--warning-soft'),
})

const inColour = (cell: Cell) =>
  cell.mark ? { ...cell, mark: { symbol: cell.mark.symbol, colour: lightColour(cell.mark.token) } } : cell

function resolved(block: Block, figures: DrawnFigures) {
  switch (block.kind) {
    case 'heading':
      return block.token ? { ...block, token: lightColour(block.token) } : block
    case 'table':
      return { ...block, table: { ...block.table, rows: block.table.rows.map((row) => row.map(inColour)) } }
    case 'figure': {
      const drawn = figures.get(block.figure.id)
      if (!drawn) throw new RangeError(`figure ${block.figure.id} was not drawn`)
      const { title, subtitle, source, alt } = block.figure
      return { kind: block.kind, figure: { title, subtitle, source, alt, ...drawn } }
    }
    default:
      return block
  }
}

export type PdfFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly pages: number
  /** false when a text holds a character that no font here can show: then the file is tagged, but not PDF/UA-1 */
  readonly isUniversal: boolean
}

/**
 * The report as PDF/UA-1: tagged, with language, title, outline and alternative texts.
 *
 * @throws {Error} the document does not compile
 */
export function writePdf(report: ReportDocument, figures: DrawnFigures, madeAt: Date): PdfFile {
  const data = {
    ...report,
    colours: colours(),
    mostRowsTogether,
    parts: report.parts.map((part) => ({
      ...part,
      blocks: part.blocks.map((block) => resolved(block, figures)),
    })),
  }
  const typst = held()
  const outcome = typst.compile({ mainFileContent: template(), inputs: { report: JSON.stringify(data) } })
  const compiled = outcome.result
  if (!compiled)
    throw new Error(`the report does not compile: ${JSON.stringify(outcome.takeError()?.shortDiagnostics)}`)
  const creationTimestamp = Math.floor(madeAt.getTime() / 1000)
  try {
    return file(typst.pdf(compiled, { pdfStandard: 'ua-1', creationTimestamp }), compiled.numOfPages, true)
  } catch (error) {
    if (!String(error).includes('could not be displayed')) throw error
    return file(typst.pdf(compiled, { pdfTags: true, creationTimestamp }), compiled.numOfPages, false)
  } finally {
    typst.evictCache(4)
  }
}

function file(bytes: Buffer, pages: number, isUniversal: boolean): PdfFile {
  return { bytes: new Uint8Array(bytes), pages, isUniversal }
}
