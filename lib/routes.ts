/** Addresses of the pages, without language prefix and query. */
export const routes = {
  overview: '/',
  area: (slug: string) => `/areas/${encodeURIComponent(slug)}`,
  productivity: '/productivity',
  indicators: '/indicators',
  indicator: (code: string) => `/indicators/${encodeURIComponent(code)}`,
  regions: '/regions',
  region: (code: string) => `/regions/${encodeURIComponent(code)}`,
  compare: '/compare',
  data: '/data',
  dataImport: '/data/import',
  dataQuality: '/data/quality',
  newCheckRule: '/data/quality/rules/new',
  editCheckRule: (code: string) => `/data/quality/rules/${encodeURIComponent(code)}`,
  dataHistory: '/data/history',
  historyBatch: (id: string) => `/data/history/batches/${id}`,
  historyCell: (region: string, indicator: string, year: number) =>
    `/data/history/cells/${encodeURIComponent(region)}/${encodeURIComponent(indicator)}/${year}`,
  historyAsOf: '/data/history/as-of',
  historyDifference: '/data/history/difference',
  historyVintages: '/data/history/vintages',
  historyRestore: '/data/history/restore',
  historyOther: '/data/history/changes',
  method: '/method',
  /** The chain behind the score of a node of the framework; without one, of the index. */
  explain: (node = 'INDEX') => `/explain/${encodeURIComponent(node)}`,
  reports: '/reports',
  framework: '/admin/framework',
  newIndicator: '/admin/framework/new',
  editIndicator: (code: string) => `/admin/framework/${encodeURIComponent(code)}`,
  adminRegions: '/admin/regions',
  newRegion: '/admin/regions/new',
  editRegion: (code: string) => `/admin/regions/${encodeURIComponent(code)}`,
  targets: '/admin/targets',
  newTarget: '/admin/targets/new',
  editTarget: (id: number) => `/admin/targets/${id}`,
  settings: '/admin/settings',
} as const

/** The code in a part of an address; an empty text, which is no code, when the part cannot be read. */
export function codeIn(segment: string): string {
  try {
    const code = decodeURIComponent(segment)
    return code.includes('\0') ? '' : code
  } catch {
    return ''
  }
}
