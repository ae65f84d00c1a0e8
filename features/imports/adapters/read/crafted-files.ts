// Files that only tests need: small ones made by hand, with what no writer of ours would put into them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import type { FileChoice, FileProblem, RawCell, RawRow } from '../../schema'
import { openFile } from './open-file'
import type { OpenedFile } from './opened-file'
import { FileProblemError } from './problem'

const folder = mkdtempSync(path.join(tmpdir(), 'pentad-read-'))
let count = 0

/** For `afterAll`: some of the files are large. */
export const removeCrafted = () => rmSync(folder, { recursive: true, force: true })

export function writeCrafted(content: string | Buffer, name = 'table.csv'): string {
  const file = path.join(folder, `${++count}-${name}`)
  writeFileSync(file, content)
  return file
}

export type Read = { readonly file: OpenedFile; readonly rows: readonly RawRow[] }

/** Reads a file to its end. @returns the problem where there is one */
export async function readAll(
  file: string,
  choice: FileChoice = {},
  name = path.basename(file),
): Promise<Read | FileProblem> {
  const opened = await openFile(file, name, choice)
  if (!opened.ok) return opened.problem
  try {
    const rows: RawRow[] = []
    for await (const block of opened.value.rows()) rows.push(...block)
    return { file: opened.value, rows }
  } catch (error) {
    if (error instanceof FileProblemError) return error.problem
    throw error
  }
}

export async function readGood(
  content: string | Buffer,
  choice: FileChoice = {},
  name?: string,
): Promise<Read> {
  const read = await readAll(writeCrafted(content, name), choice)
  if ('code' in read) throw new Error(`${read.code} ${JSON.stringify(read.params)}`)
  return read
}

export async function cellsOf(
  content: string | Buffer,
  choice: FileChoice = {},
  name?: string,
): Promise<readonly (readonly RawCell[])[]> {
  return (await readGood(content, choice, name)).rows.map(({ cells }) => cells)
}

export async function problemOf(
  content: string | Buffer,
  choice: FileChoice = {},
  name?: string,
): Promise<FileProblem> {
  const read = await readAll(writeCrafted(content, name), choice)
  if ('code' in read) return read
  throw new Error(`read ${read.rows.length} rows`)
}

export type CraftedPart = {
  readonly name: string
  readonly content: string | Buffer
  /** what the directory claims instead of the truth */
  readonly claims?: { readonly bytes?: number; readonly flags?: number }
}

export function craftZip(parts: readonly CraftedPart[]): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content, claims } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(claims?.flags ?? 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims?.bytes ?? bytes.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const body = Buffer.concat([signature(0x04034b50), common, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    entries.push(
      Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), common, place, Buffer.from(name)]),
    )
    bodies.push(body)
    offset += body.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, directory, signature(0x06054b50), end])
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

type CraftedSheet = {
  readonly name: string
  /** the rows, as XML */
  readonly rows: string
  /** what stands before and after them */
  readonly before?: string
  readonly after?: string
  readonly state?: string
}

type CraftedBook = {
  readonly sheets: readonly CraftedSheet[]
  readonly strings?: string
  readonly styles?: string
  readonly properties?: string
  readonly more?: readonly CraftedPart[]
  readonly relations?: string
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationsOf = (inside: string) =>
  `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

export function craftParts(book: CraftedBook): readonly CraftedPart[] {
  const sheets = book.sheets.map(({ name, state }, i) => {
    return `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`
  })
  const workbook = `${header}<workbook xmlns="${main}" xmlns:r="${office}">${book.properties ?? ''}<sheets>${sheets.join('')}</sheets></workbook>`
  const relations = [
    ...book.sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
    ...(book.strings ? [relation('s1', 'sharedStrings', 'sharedStrings.xml')] : []),
    ...(book.styles ? [relation('s2', 'styles', '/xl/styles.xml')] : []),
    book.relations ?? '',
  ]
  return [
    { name: '_rels/.rels', content: relationsOf(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    { name: 'xl/workbook.xml', content: workbook },
    { name: 'xl/_rels/workbook.xml.rels', content: relationsOf(relations.join('')) },
    ...(book.strings
      ? [{ name: 'xl/sharedStrings.xml', content: `${header}<sst xmlns="${main}">${book.strings}</sst>` }]
      : []),
    ...(book.styles
      ? [
          {
            name: 'xl/styles.xml',
            content: `${header}<styleSheet xmlns="${main}">${book.styles}</styleSheet>`,
          },
        ]
      : []),
    ...book.sheets.map(({ rows, before = '', after = '' }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `${header}<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
    ...(book.more ?? []),
  ]
}

export const craftXlsx = (book: CraftedBook): Buffer => craftZip(craftParts(book))

/** A sheet of numbers and inline texts. */
export function sheetRows(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    if (value === null) return '<c/>'
    if (typeof value === 'number') return `<c><v>${value}</v></c>`
    return `<c t="inlineStr"><is><t>${value}</t></is></c>`
  }
  return rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
}

/** A compound file with a stream of that name. */
export function craftCompound(stream: string): Buffer {
  const bytes = Buffer.alloc(2048)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  bytes.write('Root Entry', 1024, 'utf16le')
  bytes.writeUInt16LE(22, 1088)
  bytes.write(stream, 1152, 'utf16le')
  bytes.writeUInt16LE((stream.length + 1) * 2, 1216)
  return bytes
}
