/** The one selection that travels through all pages in the address: a region, its peers and a year. */
export type Selection = {
  readonly region: string | null
  /** null = not chosen: the regions of the same group */
  readonly peers: readonly string[] | null
  readonly year: number | null
}

export type SearchParams = Record<string, string | string[] | undefined>

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** Codes between commas, each once, in order. */
export function parseCodes(text: string): string[] {
  const codes = text.split(',').map((code) => code.trim())
  return [...new Set(codes.filter(Boolean))]
}

/** Reads the selection from an address. What is not understood counts as not chosen. */
export function parseSelection(params: SearchParams): Selection {
  const region = first(params.region)?.trim() || null
  const peersText = first(params.peers)
  const yearText = first(params.year) ?? ''
  return {
    region,
    peers: peersText === undefined ? null : parseCodes(peersText),
    year: /^\d{4}$/.test(yearText) ? Number(yearText) : null,
  }
}

/** The selection as a query string with its question mark, or an empty text when nothing is chosen. */
export function selectionQuery(selection: Selection, more: Record<string, string | undefined> = {}): string {
  const params = new URLSearchParams()
  if (selection.region) params.set('region', selection.region)
  if (selection.peers) params.set('peers', selection.peers.join(','))
  if (selection.year !== null) params.set('year', String(selection.year))
  for (const [key, value] of Object.entries(more)) if (value !== undefined) params.set(key, value)
  const text = params.toString().replaceAll('%2C', ',')
  return text ? `?${text}` : ''
}
