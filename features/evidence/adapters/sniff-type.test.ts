import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sniffType } from './sniff-type'

const office = (...names: string[]) =>
  zipSync(Object.fromEntries(['[Content_Types].xml', ...names].map((name) => [name, strToU8('<x/>')])))

describe('sniffType', () => {
  it.each([
    ['pdf', strToU8('%PDF-1.7\n')],
    ['png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
    ['jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['docx', office('word/document.xml')],
    ['xlsx', office('xl/workbook.xml', 'xl/worksheets/sheet1.xml')],
    ['txt', strToU8('广东省 12.3\r\n\t')],
    ['txt', Uint8Array.of(0xb9, 0xe3, 0xb6, 0xab)],
  ] as const)('knows a %s by its content', (type, bytes) => {
    expect(sniffType(bytes)).toBe(type)
  })

  it('takes no file with macros, no other archive, no broken one and no program', () => {
    expect(sniffType(office('word/document.xml', 'word/vbaProject.bin'))).toBeNull()
    expect(sniffType(zipSync({ 'a.exe': strToU8('MZ') }))).toBeNull()
    expect(sniffType(office('word/document.xml').subarray(0, 40))).toBeNull()
    expect(sniffType(Uint8Array.of(0x4d, 0x5a, 0x90, 0x00))).toBeNull()
    expect(sniffType(strToU8('text with a \0'))).toBeNull()
    expect(sniffType(Uint8Array.of(0xff, 0xff, 0x41))).toBeNull()
  })

  it('does not run past the end of a directory that lies about itself', () => {
    const bytes = office('word/document.xml')
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    view.setUint16(bytes.byteLength - 22 + 10, 0xffff, true)
    expect(sniffType(bytes)).toBeNull()
    view.setUint32(bytes.byteLength - 22 + 16, 0xffffffff, true)
    expect(sniffType(bytes)).toBeNull()
  })
})
