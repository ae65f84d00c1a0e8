import type { CheckedIndicator } from '@/core/checks/finding'
import { type Finding, runChecks } from '@/core/checks/run-checks'
import { createPanel, type Panel } from '@/core/panel'
import { numberOf, readSampleFiles } from '@/features/sample/adapters/sample-files'

/** The sample as the checks see it, straight from its files. */
export type SampleChecks = {
  readonly panel: Panel
  readonly status: Uint8Array
  readonly indicators: readonly CheckedIndicator[]
  readonly parents: Int32Array
}

export async function sampleChecks(): Promise<SampleChecks> {
  const files = await readSampleFiles()
  const regions = files.regions.map((row) => row.code ?? '')
  const entries = files.observations.map((row) => ({
    region: row.region ?? '',
    indicator: row.indicator ?? '',
    year: Number(row.year),
    value: numberOf(row.value),
  }))
  const seen = entries.map(({ year }) => year)
  const [first, last] = [Math.min(...seen), Math.max(...seen)]
  const years = Array.from({ length: last - first + 1 }, (_, t) => first + t)
  const codes = files.indicators.map((row) => row.code ?? '')
  const panel = createPanel(regions, years, codes, entries)
  const status = new Uint8Array(panel.values.length)
  files.observations.forEach((row, n) => {
    const { region, year, indicator } = entries[n] ?? { region: '', year: 0, indicator: '' }
    const cell =
      (regions.indexOf(region) * years.length + years.indexOf(year)) * codes.length + codes.indexOf(indicator)
    status[cell] = (row.status ?? 'A').charCodeAt(0)
  })
  const indicators = files.indicators.map(
    (row): CheckedIndicator => ({
      code: row.code ?? '',
      kind: 'numeric',
      levels: [],
      hardMin: numberOf(row.hard_min),
      hardMax: numberOf(row.hard_max),
      plausibleMin: numberOf(row.plausible_min),
      plausibleMax: numberOf(row.plausible_max),
      targets: files.targets.flatMap((target) =>
        target.indicator === row.code && target.kind === 'value' ? [Number(target.target)] : [],
      ),
    }),
  )
  const parents = Int32Array.from(files.regions, (row) => (row.parent ? regions.indexOf(row.parent) : -1))
  return { panel, status, indicators, parents }
}

/** The place of a finding's cell in the panel. */
export function cellOfFinding({ panel }: SampleChecks, { region, year, indicator }: Finding): number {
  return (region * panel.years.length + year) * panel.indicators.length + indicator
}

/** The findings of all built-in rules by cell. */
export function findingsByCell(input: SampleChecks, panel = input.panel): Map<number, Finding[]> {
  const byCell = new Map<number, Finding[]>()
  for (const finding of runChecks(panel, input.status, input.indicators, input.parents)) {
    const cell = cellOfFinding(input, finding)
    byCell.set(cell, [...(byCell.get(cell) ?? []), finding])
  }
  return byCell
}
