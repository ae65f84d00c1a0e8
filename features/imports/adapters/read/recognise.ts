import type { ByteSource } from './bytes'
import { refuse } from './problem'

export type Container = 'zip' | 'gzip' | 'compound' | 'text'

const starts = (head: Buffer, ...bytes: readonly number[]) => bytes.every((byte, i) => head[i] === byte)

/** Files that are often tried, by how they begin; the names stand in the sentence of `notAFile`. */
const others: readonly { readonly found: string; readonly begins: RegExp }[] = [
  { found: 'pdf', begins: /^%PDF-/ },
  { found: 'image', begins: /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*|MM\0\*)/u },
  { found: 'archive', begins: /^(?:Rar!|7z\xbc\xaf|\xfd7zXZ|BZh\d1AY)/u },
  { found: 'word', begins: /^\{\\rtf/ },
  { found: 'html', begins: /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|table|meta|div)\b/iu },
  { found: 'xml', begins: /^(?:\xef\xbb\xbf)?\s*<\?xml\b/iu },
]

/** What kind of file it is, by its first bytes: names lie too often. @throws {FileProblemError} none that is read */
export function recognise(head: Buffer): Container {
  if (head.length === 0) refuse('empty')
  if (starts(head, 0x50, 0x4b, 3, 4) || starts(head, 0x50, 0x4b, 5, 6)) return 'zip'
  if (starts(head, 0x1f, 0x8b)) return 'gzip'
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'compound'
  const text = head.subarray(0, 512).toString('latin1')
  const other = others.find(({ begins }) => begins.test(text))
  if (other) refuse('notAFile', { found: other.found })
  return 'text'
}

const entryBytes = 128

/**
 * Says why a compound file (the container of Office before 2007, and of everything with a password) is not read, by the
 * names of the streams in it. Their entries are 128 bytes long and begin with the name in UTF-16.
 *
 * @throws {FileProblemError} always
 */
export async function refuseCompound(source: ByteSource): Promise<never> {
  const names = new Set<string>()
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of source.chunks()) {
    const bytes = Buffer.concat([rest, chunk])
    const end = bytes.length - (bytes.length % entryBytes)
    for (let at = 0; at < end; at += entryBytes) {
      const name = entryName(bytes.subarray(at, at + entryBytes))
      if (name !== null) names.add(name)
    }
    rest = bytes.subarray(end)
  }
  if (names.has('EncryptedPackage')) refuse('password')
  if (names.has('Workbook') || names.has('Book')) refuse('oldExcel')
  if (names.has('WordDocument')) refuse('notAFile', { found: 'word' })
  return refuse('notAFile', { found: 'other' })
}

const namesOfInterest = ['EncryptedPackage', 'Workbook', 'Book', 'WordDocument']

function entryName(entry: Buffer): string | null {
  return namesOfInterest.find((name) => entry.subarray(0, 66).equals(padded(name))) ?? null
}

/** 64 bytes of name and its length with the closing NUL. */
function padded(name: string): Buffer {
  const bytes = Buffer.alloc(66)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, 64)
  return bytes
}
