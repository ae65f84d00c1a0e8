/**
 * A TrueType font that keeps the outlines of some characters only. Glyph numbers stay what they are, so every other
 * table can be taken over as it is. Kerning stays; rules that replace glyphs by others are left out.
 *
 * A Chinese font has 10 MB, and the drawing library reads the whole file again for every text of a drawing.
 *
 * @param font a TrueType file (glyf outlines) with a character map of format 12
 * @param text the characters to keep
 * @throws {RangeError} the file is not such a font
 * @see OpenType specification 1.9: font file, cmap (format 12), glyf, loca
 */
export function sparseFont(font: Buffer, text: string): Buffer {
  const tables = readTables(font)
  const table = (name: string) => {
    const found = tables.get(name)
    if (!found) throw new RangeError(`the font has no table ${name}`)
    return found
  }
  const [loca, glyf] = [table('loca'), table('glyf')]
  const isLong = table('head').readInt16BE(50) === 1
  const count = table('maxp').readUInt16BE(4)
  const offset = (glyph: number) => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  const outline = (glyph: number) =>
    glyph < count ? glyf.subarray(offset(glyph), offset(glyph + 1)) : glyf.subarray(0, 0)

  const kept = new Set<number>()
  // Glyph 0 is what stands for characters that the font does not have.
  // Letters with marks may be put together from their parts.
  const wanted = [0, ...glyphsOf(table('cmap'), text + text.normalize('NFD'))]
  for (let glyph = wanted.pop(); glyph !== undefined; glyph = wanted.pop()) {
    if (kept.has(glyph)) continue
    kept.add(glyph)
    wanted.push(...componentsOf(outline(glyph)))
  }
  const newLoca = Buffer.alloc((count + 1) * 4)
  const outlines: Buffer[] = []
  let length = 0
  for (let glyph = 0; glyph < count; glyph++) {
    newLoca.writeUInt32BE(length, glyph * 4)
    if (!kept.has(glyph)) continue
    const bytes = padded(outline(glyph))
    outlines.push(bytes)
    length += bytes.length
  }
  newLoca.writeUInt32BE(length, count * 4)
  const head = Buffer.from(table('head'))
  head.writeInt16BE(1, 50)
  const kerning = tables.get('GPOS')
  return writeTables([
    ...(kerning ? [['GPOS', kerning] as const] : []),
    ['OS/2', table('OS/2')],
    ['cmap', table('cmap')],
    ['glyf', Buffer.concat(outlines)],
    ['head', head],
    ['hhea', table('hhea')],
    ['hmtx', table('hmtx')],
    ['loca', newLoca],
    ['maxp', table('maxp')],
    ['name', table('name')],
    ['post', table('post')],
  ])
}

function readTables(font: Buffer): Map<string, Buffer> {
  if (font.length < 12 || font.readUInt32BE(0) !== 0x00010000)
    throw new RangeError('this is no TrueType font')
  const tables = new Map<string, Buffer>()
  for (let entry = 12, left = font.readUInt16BE(4); left > 0; entry += 16, left--) {
    const start = font.readUInt32BE(entry + 8)
    tables.set(
      font.toString('latin1', entry, entry + 4),
      font.subarray(start, start + font.readUInt32BE(entry + 12)),
    )
  }
  return tables
}

/** Glyph numbers of the characters of a text, by the map of format 12. */
function glyphsOf(cmap: Buffer, text: string): number[] {
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(4 + i * 8 + 4))
  const map = starts.find((start) => cmap.readUInt16BE(start) === 12)
  if (map === undefined) throw new RangeError('the font has no character map of format 12')
  const characters = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))
  const glyphs: number[] = []
  for (let group = map + 16, left = cmap.readUInt32BE(map + 12); left > 0; group += 12, left--) {
    const [first, last, glyph] = [
      cmap.readUInt32BE(group),
      cmap.readUInt32BE(group + 4),
      cmap.readUInt32BE(group + 8),
    ]
    for (const character of characters) {
      if (character >= first && character <= last) glyphs.push(glyph + character - first)
    }
  }
  return glyphs
}

/** The glyphs that a composite glyph is put together from. */
function componentsOf(outline: Buffer): number[] {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return []
  const components: number[] = []
  for (let at = 10, flags = 0x20; flags & 0x20; ) {
    flags = outline.readUInt16BE(at)
    components.push(outline.readUInt16BE(at + 2))
    at += 4 + (flags & 0x01 ? 4 : 2) + (flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
  }
  return components
}

const padded = (bytes: Buffer) =>
  bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))])

/** Tables in the order of their names. Checksums are left 0: programs that draw do not look at them. */
function writeTables(tables: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const directory = Buffer.alloc(12 + tables.length * 16)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tables.length, 4)
  let start = directory.length
  for (const [i, [name, bytes]] of tables.entries()) {
    const entry = 12 + i * 16
    directory.write(name, entry, 'latin1')
    directory.writeUInt32BE(start, entry + 8)
    directory.writeUInt32BE(bytes.length, entry + 12)
    start += padded(bytes).length
  }
  return Buffer.concat([directory, ...tables.map(([, bytes]) => padded(bytes))])
}
