/** A region or indicator as it stands in a list and is recognised when it is chosen from it. */
export function labelOf(code: string, name: string): string {
  return name && name !== code ? `${name} (${code})` : code
}
