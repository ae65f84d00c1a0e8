import { strToU8, zipSync } from 'fflate'

/**
 * The few parts of SpreadsheetML that a pack needs and that write-excel-file does not write: unlocked cells on a
 * protected sheet, validation, hidden columns and rows.
 *
 * @see ECMA-376 part 1, chapter 18
 */
export type Style = {
  readonly isBold?: boolean
  readonly isLarge?: boolean
  readonly isWrapped?: boolean
  readonly isRight?: boolean
  /** may be typed into although the sheet is protected */
  readonly isEntry?: boolean
  readonly isHeader?: boolean
  readonly isQuiet?: boolean
  /** as Excel writes it, such as #,##0.00 */
  readonly format?: string
}

export type BookCell = { readonly value: string | number | null; readonly style?: Style }

export type Validation = {
  /** such as I3:I40 */
  readonly range: string
  readonly title: string
  readonly prompt: string
  /** a list of choices, or the ends of a range */
  readonly rule:
    | { readonly kind: 'list'; readonly values: readonly string[] }
    | { readonly kind: 'number'; readonly from: number | null; readonly to: number | null }
}

export type BookSheet = {
  readonly name: string
  readonly columns: readonly { readonly width: number; readonly isHidden?: boolean }[]
  readonly rows: readonly (readonly BookCell[])[]
  /** rows, from 1, that nobody sees */
  readonly hiddenRows?: readonly number[]
  /** rows and columns that stay in sight */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  readonly isProtected?: boolean
  /** row of the header over which a filter stands */
  readonly filterRow?: number
  readonly validations?: readonly Validation[]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

// What XML 1.0 cannot hold, not even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function escapeXml(text: string): string {
  return text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The name of a column, from 0. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** Each combination of styles once, in the order of its first use; number 0 is the plain one. */
class Styles {
  private readonly used = new Map<string, number>([['{}', 0]])
  private readonly styles: Style[] = [{}]
  private readonly formats: string[] = []

  numberOf(style: Style = {}): number {
    const key = JSON.stringify(style)
    const known = this.used.get(key)
    if (known !== undefined) return known
    this.used.set(key, this.styles.length)
    this.styles.push(style)
    if (style.format && !this.formats.includes(style.format)) this.formats.push(style.format)
    return this.styles.length - 1
  }

  xml(fontName: string): string {
    const font = (attributes: string, size = 10) =>
      `<font>${attributes}<sz val="${size}"/>%COLOUR%<name val="${escapeXml(fontName)}"/><family val="2"/></font>`
    const inked = (text: string, colour: string) => text.replace('%COLOUR%', `<color rgb="FF${colour}"/>`)
    const fonts = [
      inked(font(''), '16202C'),
      inked(font('<b/>'), '16202C'),
      inked(font('<b/>', 14), '16202C'),
      inked(font(''), '66717F'),
    ]
    const solid = (colour: string) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`
    const fills = [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
      solid('F7F8FA'),
      solid('FFF9E6'),
    ]
    const edge = (name: string, colour: string) =>
      `<${name} style="thin"><color rgb="FF${colour}"/></${name}>`
    const borders = [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border><left/><right/><top/>${edge('bottom', 'A9B2BD')}<diagonal/></border>`,
      `<border>${['left', 'right', 'top', 'bottom'].map((name) => edge(name, 'DFE3E8')).join('')}<diagonal/></border>`,
    ]
    const formats = this.formats
      .map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(format)}"/>`)
      .join('')
    const xfs = this.styles.map((style) => {
      const fontId = style.isLarge ? 2 : style.isBold ? 1 : style.isQuiet ? 3 : 0
      const fillId = style.isEntry ? 3 : style.isHeader ? 2 : 0
      const borderId = style.isEntry ? 2 : style.isHeader ? 1 : 0
      const formatId = style.format ? 164 + this.formats.indexOf(style.format) : 0
      const alignment = `<alignment vertical="${style.isHeader ? 'bottom' : 'top'}"${style.isRight ? ' horizontal="right"' : ''}${style.isWrapped ? ' wrapText="1"' : ''}/>`
      const protection = style.isEntry ? '<protection locked="0"/>' : ''
      return `<xf numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${alignment}${protection}</xf>`
    })
    const counted = (name: string, parts: readonly string[]) =>
      `<${name} count="${parts.length}">${parts.join('')}</${name}>`
    return `${declaration}<styleSheet xmlns="${main}">${formats ? `<numFmts count="${this.formats.length}">${formats}</numFmts>` : ''}${counted('fonts', fonts)}${counted('fills', fills)}${counted('borders', borders)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${counted('cellXfs', xfs)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  }
}

function cellXml({ value, style }: BookCell, address: string, styles: Styles): string {
  const open = `<c r="${address}" s="${styles.numberOf(style)}"`
  if (value === null || value === '') return `${open}/>`
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}

function validationXml({ range, title, prompt, rule }: Validation): string {
  const words = `promptTitle="${escapeXml(title.slice(0, 32))}" prompt="${escapeXml(prompt.slice(0, 255))}" errorTitle="${escapeXml(title.slice(0, 32))}" error="${escapeXml(prompt.slice(0, 224))}"`
  const common = `allowBlank="1" showInputMessage="1" showErrorMessage="1" ${words} sqref="${range}"`
  if (rule.kind === 'list')
    return `<dataValidation type="list" ${common}><formula1>"${escapeXml(rule.values.join(','))}"</formula1></dataValidation>`
  const { from, to } = rule
  if (from !== null && to !== null)
    return `<dataValidation type="decimal" operator="between" ${common}><formula1>${from}</formula1><formula2>${to}</formula2></dataValidation>`
  if (from === null && to !== null)
    return `<dataValidation type="decimal" operator="lessThanOrEqual" ${common}><formula1>${to}</formula1></dataValidation>`
  return `<dataValidation type="decimal" operator="greaterThanOrEqual" ${common}><formula1>${from ?? -1e300}</formula1></dataValidation>`
}

function sheetXml(sheet: BookSheet, styles: Styles): string {
  const { columns, rows, frozen, validations = [] } = sheet
  const hidden = new Set(sheet.hiddenRows)
  const last = `${columnName(columns.length - 1)}${Math.max(1, rows.length)}`
  const pane = frozen
    ? `<pane${frozen.columns ? ` xSplit="${frozen.columns}"` : ''}${frozen.rows ? ` ySplit="${frozen.rows}"` : ''} topLeftCell="${columnName(frozen.columns)}${frozen.rows + 1}" activePane="${frozen.columns ? 'bottomRight' : 'bottomLeft'}" state="frozen"/>`
    : ''
  const cols = columns
    .map(
      ({ width, isHidden }, c) =>
        `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"${isHidden ? ' hidden="1"' : ''}/>`,
    )
    .join('')
  const data = rows
    .map((cells, r) => {
      const inside = cells.map((cell, c) => cellXml(cell, `${columnName(c)}${r + 1}`, styles)).join('')
      return `<row r="${r + 1}"${hidden.has(r + 1) ? ' hidden="1"' : ''}>${inside}</row>`
    })
    .join('')
  // "0" allows: widths and filters may be changed, keys may not.
  const guard = sheet.isProtected
    ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0" sort="0"/>'
    : ''
  const filter = sheet.filterRow ? `<autoFilter ref="A${sheet.filterRow}:${last}"/>` : ''
  const checks =
    validations.length > 0
      ? `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
      : ''
  return `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/><sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols}</cols><sheetData>${data}</sheetData>${guard}${filter}${checks}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

/** Excel refuses longer names and these characters in them. */
const sheetName = (name: string) => name.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31)

/** A workbook of these sheets. */
export function writeBook(
  sheets: readonly BookSheet[],
  font: string,
  modified: Date,
): Uint8Array<ArrayBuffer> {
  const styles = new Styles()
  const bodies = sheets.map((sheet) => sheetXml(sheet, styles))
  const names = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const filters = sheets.flatMap(({ filterRow, name, columns, rows }, i) =>
    filterRow
      ? [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">'${escapeXml(sheetName(name))}'!$A$${filterRow}:$${columnName(columns.length - 1)}$${rows.length}</definedName>`,
        ]
      : [],
  )
  const link = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`
  const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${part}.styles+xml"/>`,
    ...sheets.map(
      (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${part}.worksheet+xml"/>`,
    ),
  ]
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types">${types.join('')}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packaged}/relationships">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${names.join('')}</sheets>${filters.length > 0 ? `<definedNames>${filters.join('')}</definedNames>` : ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packaged}/relationships">${sheets.map((_, i) => link(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${link(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': styles.xml(font),
    ...Object.fromEntries(bodies.map((body, i) => [`xl/worksheets/sheet${i + 1}.xml`, body])),
  }
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { level: 6, mtime: modified },
  )
  return new Uint8Array(packed)
}
