type LackingYear = { readonly year: number; readonly lacking: readonly string[] }
type YearGroup = { readonly first: number; readonly last: number; readonly lacking: readonly string[] }

/** Years in a row that lack the same areas, as one. Years ascending. */
export function groupYears(years: readonly LackingYear[]): YearGroup[] {
  const groups: YearGroup[] = []
  for (const { year, lacking } of years) {
    const before = groups.at(-1)
    if (before?.last === year - 1 && before.lacking.join() === lacking.join()) {
      groups[groups.length - 1] = { ...before, last: year }
    } else groups.push({ first: year, last: year, lacking })
  }
  return groups
}
