import path from 'node:path'
import { type CellFormat, cellFormat } from './cell-format'
import { inMegabytes, limits, refuse } from './problem'
import { attributesOf, quickAttribute, textOf, type XmlHandler, XmlScanner } from './xml'
import { unpack, type ZipDirectory, type ZipPart } from './zip'

export type WorkbookSheet = { readonly name: string; readonly isHidden: boolean; readonly part: ZipPart }

/** What a workbook says besides the cells of its sheets. */
export type Workbook = {
  readonly directory: ZipDirectory
  readonly sheets: readonly WorkbookSheet[]
  readonly is1904: boolean
  readonly formats: readonly CellFormat[]
  readonly strings: readonly string[]
  readonly hasMacros: boolean
  readonly externalLinks: number
}

type Relation = { readonly type: string; readonly target: string }

/** Goes through a part; the handler sees its tags. */
export async function scanPart(directory: ZipDirectory, part: ZipPart, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(part.name, handler)
  for await (const text of textOf(unpack(directory, part), part.name)) scanner.push(text)
  scanner.end()
}

/** @throws {FileProblemError} the zip file is no workbook that is read, or a damaged one */
export async function openWorkbook(directory: ZipDirectory): Promise<Workbook> {
  const main = await mainPart(directory)
  const relations = await relationsOf(directory, main.name)
  const related = (kind: string) =>
    [...relations.values()].filter(({ type }) => type.endsWith(`/${kind}`)).map(({ target }) => target)
  const { names, is1904 } = await readMain(directory, main)
  const sheets = names.flatMap(({ id, ...sheet }) => {
    const relation = relations.get(id)
    // Sheets of charts alone have no cells.
    if (!relation?.type.endsWith('/worksheet')) return []
    return [{ ...sheet, part: partAt(directory, relation.target) }]
  })
  const [styles] = related('styles')
  const [strings] = related('sharedStrings')
  return {
    directory,
    sheets,
    is1904,
    formats: styles ? await readFormats(directory, small(partAt(directory, styles))) : [],
    strings: strings ? await readStrings(directory, partAt(directory, strings)) : [],
    hasMacros: [...directory.parts.keys()].some((name) => name.endsWith('vbaproject.bin')),
    externalLinks: related('externalLink').length,
  }
}

function partAt(directory: ZipDirectory, name: string): ZipPart {
  return directory.parts.get(name.toLowerCase()) ?? refuse('damaged', { part: name, row: 0 })
}

function small(part: ZipPart): ZipPart {
  if (part.bytes > limits.workbookPart) refuse('damaged', { part: part.name, row: 0 })
  return part
}

/** Zip files that are often tried, by what is in them; the names stand in the sentence of `notAFile`. */
const others: readonly (readonly [part: RegExp, found: string])[] = [
  [/^xl\/workbook\.bin$/, 'xlsb'],
  [/^word\//, 'word'],
  [/^ppt\//, 'slides'],
  [/^index\/document\.iwa$|^index\.zip$/, 'numbers'],
]

/** The workbook itself: where the package says, which need not be xl/workbook.xml. */
async function mainPart(directory: ZipDirectory): Promise<ZipPart> {
  const names = [...directory.parts.keys()]
  const other = others.find(([part]) => names.some((name) => part.test(name)))
  if (other) refuse('notAFile', { found: other[1] })
  if (names.includes('content.xml') && names.includes('mimetype')) refuse('notAFile', { found: 'ods' })
  if (!names.includes('_rels/.rels')) refuse('notAFile', { found: 'archive' })
  const relations = [...(await relationsOf(directory, '')).values()]
  const main = relations.find(({ type }) => type.endsWith('/officeDocument'))
  return small(partAt(directory, main?.target ?? 'xl/workbook.xml'))
}

/** What a part points at, by id. Targets outside the file are not followed. */
async function relationsOf(directory: ZipDirectory, of: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = path.posix.dirname(of)
  const name = path.posix.join(folder, '_rels', `${path.posix.basename(of)}.rels`)
  const relations = new Map<string, Relation>()
  await scanPart(directory, small(partAt(directory, name)), {
    open(tag, text) {
      if (tag !== 'Relationship') return
      const attributes = attributesOf(text)
      const target = attributes.get('Target') ?? ''
      const place = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target)
      relations.set(attributes.get('Id') ?? '', { type: attributes.get('Type') ?? '', target: place })
    },
    close: nothing,
  })
  return relations
}

const nothing = () => undefined
const mostSheets = 1000

async function readMain(directory: ZipDirectory, part: ZipPart) {
  const names: { name: string; id: string; isHidden: boolean }[] = []
  let is1904 = false
  await scanPart(directory, part, {
    open(tag, text) {
      if (tag === 'workbookPr') is1904 = /\bdate1904=["'](?:1|true)["']/.test(text)
      if (tag !== 'sheet') return
      const attributes = attributesOf(text)
      const isHidden = /hidden/i.test(attributes.get('state') ?? '')
      if (names.length === mostSheets) refuse('damaged', { part: part.name, row: 0 })
      names.push({ name: attributes.get('name') ?? '', id: attributes.get('id') ?? '', isHidden })
    },
    close: nothing,
  })
  return { names, is1904 }
}

/** The format of each style that cells refer to by number. */
async function readFormats(directory: ZipDirectory, part: ZipPart): Promise<readonly CellFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isInCells = false
  await scanPart(directory, part, {
    open(tag, text) {
      if (tag === 'cellXfs') isInCells = true
      else if (tag === 'xf' && isInCells) ids.push(Number(quickAttribute(text, 'numFmtId') ?? 0))
      else if (tag === 'numFmt') {
        const attributes = attributesOf(text)
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      }
    },
    close(tag) {
      if (tag === 'cellXfs') isInCells = false
    },
  })
  return ids.map((id) => cellFormat(id, codes.get(id)))
}

/** An empty text takes room, too. */
const perString = 8

async function readStrings(directory: ZipDirectory, part: ZipPart): Promise<readonly string[]> {
  const strings: string[] = []
  const text = new CellText()
  let characters = 0
  await scanPart(directory, part, {
    open(tag) {
      if (tag === 'si') text.clear()
      text.open(tag)
    },
    close(tag) {
      text.close(tag)
      if (tag !== 'si') return
      const whole = text.read()
      characters += whole.length + perString
      if (characters > limits.sharedCharacters) {
        refuse('tooLarge', { size: inMegabytes(characters), max: inMegabytes(limits.sharedCharacters) })
      }
      strings.push(whole)
    },
    text: (piece) => text.add(piece),
  })
  return strings
}

/** A character may be written with seven: _x000D_. */
export const longestRaw = 7 * limits.cellCharacters

/** Puts a text together from its runs (t in r), without the pronunciation that Japanese files add (rPh). */
export class CellText {
  #text = ''
  #isIn = false
  #isSpoken = false

  clear(): void {
    this.#text = ''
    this.#isIn = false
    this.#isSpoken = false
  }

  open(tag: string): void {
    if (tag === 'rPh') this.#isSpoken = true
    if (tag === 't') this.#isIn = !this.#isSpoken
  }

  close(tag: string): void {
    if (tag === 'rPh') this.#isSpoken = false
    if (tag === 't') this.#isIn = false
  }

  /** @throws {FileProblemError} no cell may hold so much */
  add(piece: string, row = 0): void {
    if (!this.#isIn) return
    this.#text += piece
    if (this.#text.length > longestRaw) refuse('cellTooLong', { row, max: limits.cellCharacters })
  }

  read(): string {
    return unescapeText(this.#text)
  }
}

/** Characters that XML cannot hold stand as _x000D_. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([\da-f]{4})_/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
