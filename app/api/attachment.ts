/** Half of a character outside the basic plane: what cuts a text by its length leaves one behind. */
const halves = /\p{Surrogate}/gu

/**
 * The header `Content-Disposition` of a file to download.
 *
 * @param plain the name for those who understand ASCII only
 * @param name the name as people write it
 */
export function attachment(plain: string, name: string): string {
  const encoded = encodeURIComponent(name.replaceAll(halves, '\uFFFD')).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
