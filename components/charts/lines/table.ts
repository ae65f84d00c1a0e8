import type { ChartLine } from '../types'

/** Lines over years as the table of a chart: a row a line, a column a year. */
export function linesTable(
  lines: readonly ChartLine[],
  { label, decimals }: { readonly label: string; readonly decimals: number },
) {
  const years = lines[0]?.points.map((point) => point.year) ?? []
  return {
    columns: [
      { key: 'line', label },
      ...years.map((year) => ({ key: String(year), label: String(year), isNumber: true, decimals })),
    ],
    rows: lines.map((line) => [line.label, ...line.points.map((point) => point.value)]),
  }
}
