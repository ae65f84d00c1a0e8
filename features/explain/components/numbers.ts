import { formatNumber } from '@/lib/format'

/** A number of a chain: as many decimals as it takes to calculate along, and no more. */
export function chainNumber(value: number | null, locale: string): string {
  const size = value === null ? 0 : Math.abs(value)
  const decimals = size >= 1000 ? 1 : size >= 1 ? 4 : 6
  return formatNumber(value, { locale, decimals, trim: true })
}
