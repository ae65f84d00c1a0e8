import type { EvidenceType } from '../schema'

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, i) => bytes[i] === byte)

/**
 * The type of a file by its content: whatever its name says, what is handed out again must be what it claims to be.
 *
 * @returns null when it is none of those that are kept. A text is 'txt', whether or not it is a table.
 */
export function sniffType(bytes: Uint8Array): EvidenceType | null {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf'
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpg'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return officeType(namesInZip(bytes))
  return isText(bytes) ? 'txt' : null
}

/** Word or Excel without macros. */
function officeType(names: readonly string[]): EvidenceType | null {
  if (!names.includes('[Content_Types].xml') || names.some((name) => /vbaProject/i.test(name))) return null
  if (names.includes('word/document.xml')) return 'docx'
  return names.includes('xl/workbook.xml') ? 'xlsx' : null
}

/**
 * The names in the directory at the end of a ZIP file. Nothing is unpacked: a bomb stays packed.
 *
 * @see PKWARE, APPNOTE 6.3.10, 4.3.12 and 4.3.16
 */
function namesInZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return []
  const count = view.getUint16(end + 10, true)
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return []
    const nameLength = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

/** A comment of up to 65,535 bytes may follow the end record of 22 bytes. */
function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}

/** Text in UTF-8 or, as Chinese offices write it, GB18030: no control characters but breaks and tabs. */
function isText(bytes: Uint8Array): boolean {
  const isControl = (byte: number) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d
  if (bytes.some(isControl)) return false
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return true
    } catch {
      return false
    }
  })
}
