import type { FileHandle } from 'node:fs/promises'
import { type SheetWords, sheetColumns } from '../schema'
import { ZipFile } from './zip'

/** A row of the sheet: texts stay texts, numbers stay numbers in full, null is an empty cell. */
export type SheetRow = readonly (string | number | null)[]

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The styles of the workbook by their place: of all cells, of the header, of texts that must not become formulas. */
const style = { plain: 0, header: 1, text: 2 }
const widths: Readonly<Record<(typeof sheetColumns)[number], number>> = {
  regionCode: 12,
  region: 20,
  indicatorCode: 12,
  indicator: 40,
  year: 8,
  value: 16,
  unit: 16,
  status: 8,
  source: 30,
  note: 30,
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML cannot hold
const forbidden = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const hex = (character: string) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** A text as XML holds it. What XML cannot hold stands as _x000D_, and a text that looks like it is told apart. */
const escaped = (text: string) =>
  text
    .replaceAll(forbidden, (character) => `_x${hex(character)}_`)
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)

/** Excel would read these as a formula as soon as somebody opens the cell and leaves it. */
const isFormulaLike = (text: string) => /^'*[=+\-@\t\r\n]/.test(text)

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A cell at its place: some readers know it by nothing else. */
function cellXml(cell: string | number | null, r: string, s: number): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`
  const look = s || (isFormulaLike(cell) ? style.text : style.plain)
  const shown = look === style.plain ? '' : ` s="${look}"`
  return `<c r="${r}" t="inlineStr"${shown}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

function rowXml(row: SheetRow, number: number, s: number = style.plain): string {
  return `<row r="${number}">${row.map((cell, c) => cellXml(cell, `${letters[c]}${number}`, s)).join('')}</row>`
}

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
  '_rels/.rels':
    `<Relationships xmlns="${packages}/relationships">` +
    `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${packages}/relationships">` +
    `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml':
    `<styleSheet xmlns="${main}">` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs></styleSheet>',
}

/** A workbook with one sheet, written row by row: a million rows take no more memory than one. */
export class SheetFile {
  readonly #zip: ZipFile
  /** written so far, the header among them */
  #rows = 1

  private constructor(zip: ZipFile) {
    this.#zip = zip
  }

  static async begin(file: FileHandle, words: SheetWords): Promise<SheetFile> {
    const zip = new ZipFile(file)
    const name = escaped(words.sheet.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31))
    const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`
    for (const [part, content] of Object.entries({ ...parts, 'xl/workbook.xml': workbook })) {
      await zip.begin(part)
      await zip.add(xml + content)
    }
    const cols = sheetColumns.map((column, c) => {
      return `<col min="${c + 1}" max="${c + 1}" width="${widths[column]}" customWidth="1"/>`
    })
    await zip.begin('xl/worksheets/sheet1.xml')
    await zip.add(
      `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
        `<cols>${cols.join('')}</cols><sheetData>${rowXml(
          sheetColumns.map((column) => words.columns[column]),
          1,
          style.header,
        )}`,
    )
    return new SheetFile(zip)
  }

  async add(rows: readonly SheetRow[]): Promise<void> {
    const first = this.#rows + 1
    this.#rows += rows.length
    await this.#zip.add(rows.map((row, i) => rowXml(row, first + i)).join(''))
  }

  async end(): Promise<void> {
    await this.#zip.add('</sheetData></worksheet>')
    await this.#zip.end()
  }
}
