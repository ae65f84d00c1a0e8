import { formatNumber } from '@/lib/format'

/** How a value is shown: thousands marks and a fixed number of decimals in the language of the page. */
export function valueFormatter(locale: string, decimals: number): (value: number) => string {
  // With that many decimals, zeros at the end would only be noise.
  return (value) => formatNumber(value, { locale, decimals, trim: decimals > 10 })
}

/** The whole value as it is edited and copied: the shortest text that reads back as the same double. null gives ''. */
export function exactText(value: number | null, options: { readonly decimalComma?: boolean } = {}): string {
  if (value === null) return ''
  const text = String(value)
  return options.decimalComma ? text.replace('.', ',') : text
}
