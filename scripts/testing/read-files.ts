// Opens the files that Pentad writes, as other programs do, and says what is in them.
import { strFromU8, unzipSync } from 'fflate'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import readExcelFile, { type SheetData } from 'read-excel-file/node'

/** A node of the tree of tags; leaves refer to content and have no role. */
type StructNode = { readonly role?: string; readonly alt?: string; readonly children?: readonly object[] }

function walk(node: StructNode, visit: (node: StructNode) => void): void {
  visit(node)
  for (const child of node.children ?? []) walk(child, visit)
}

/** Text, pages and tags of a PDF. Spaces are left out of the text: where they stand is a matter of layout. */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS }).promise
  const texts: string[] = []
  const roles = new Map<string, number>()
  const alts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent()
    texts.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''))
    walk((await page.getStructTree()) ?? {}, ({ role, alt }) => {
      if (role) roles.set(role, (roles.get(role) ?? 0) + 1)
      if (alt) alts.push(alt)
    })
  }
  const { info, metadata } = await pdf.getMetadata()
  const marks = await pdf.getMarkInfo()
  const fields = new Map(Object.entries(info))
  const outline = await pdf.getOutline()
  const result = {
    pages: pdf.numPages,
    text: texts.join('').replaceAll(/\s/g, ''),
    title: String(fields.get('Title') ?? ''),
    language: String(fields.get('Language') ?? ''),
    isTagged: marks?.Marked === true,
    /** whether it says of itself that it is PDF/UA-1 */
    isUniversal: /pdfuaid:part(="1"|>1<)/.test(metadata?.getRaw() ?? ''),
    outline: (outline ?? []).map((entry) => entry.title),
    roles,
    alts,
  }
  await pdf.destroy()
  return result
}

const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) =>
      text
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'"),
    )
    .join('')

const all = (xml: string, pattern: RegExp) => Array.from(xml.matchAll(pattern), ([whole]) => whole)

/** Text, headings, tables and pictures of a Word document. */
export function readDocx(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const part = (name: string) => {
    const file = files[name]
    if (!file) throw new Error(`the document has no ${name}`)
    return strFromU8(file)
  }
  const xml = part('word/document.xml')
  const paragraphs = all(xml, /<w:p[ >].*?<\/w:p>/gs)
  const heading = (level: number) =>
    paragraphs.filter((one) => one.includes(`<w:pStyle w:val="Heading${level}"/>`)).map(textOf)
  return {
    text: textOf(xml),
    headings: heading(1),
    subheadings: heading(2),
    tables: all(xml, /<w:tbl>.*?<\/w:tbl>/gs).map((table) =>
      all(table, /<w:tr[ >].*?<\/w:tr>/gs).map((row) => ({
        isHeader: row.includes('<w:tblHeader/>'),
        cells: all(row, /<w:tc>.*?<\/w:tc>/gs).map(textOf),
      })),
    ),
    alts: Array.from(xml.matchAll(/<wp:docPr[^>]* descr="([^"]*)"/g), ([, alt = '']) => alt),
    pictures: Object.keys(files).filter((name) => name.startsWith('word/media/')),
    styles: part('word/styles.xml'),
    core: part('docProps/core.xml'),
  }
}

/** The sheets of a workbook by name. */
export async function readXlsx(bytes: Uint8Array): Promise<Map<string, SheetData>> {
  const sheets = await readExcelFile(Buffer.from(bytes))
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}
