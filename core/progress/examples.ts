import { assessProgress, type ProgressAssessment, type ProgressInput } from './assess-progress'
import { resolveTarget, type SeriesPoint, type TargetSetting } from './resolve-target'

/** Values by year, for tests; with another status than A as a pair: `{ 2015: 2, 2016: null, 2018: [3, 'B'] }`. */
export type ExampleValues = Readonly<Record<number, number | null | readonly [number, string]>>

function seriesOf(values: ExampleValues): SeriesPoint[] {
  return Object.entries(values).map(([year, one]) => {
    const [value, status] = typeof one === 'object' && one !== null ? one : [one, one === null ? '' : 'A']
    return { year: Number(year), value, status }
  })
}

/** An example as of 2020 with a target: 4 in 2025, from the value of 2015, higher is better. */
export function withTarget(
  values: ExampleValues,
  target: Partial<TargetSetting> = {},
  rest: Partial<ProgressInput> = {},
): ProgressAssessment {
  const series = seriesOf(values)
  const setting: TargetSetting = {
    baselineYear: 2015,
    baselineValue: null,
    targetYear: 2025,
    kind: 'value',
    target: 4,
    ...target,
  }
  return assessProgress({
    series,
    direction: 1,
    pace: 'compound',
    asOf: 2020,
    target: resolveTarget(setting, series),
    ...rest,
  })
}

/** An example as of 2020 without a target, higher is better. */
export function withoutTarget(values: ExampleValues, rest: Partial<ProgressInput> = {}): ProgressAssessment {
  return assessProgress({ series: seriesOf(values), direction: 1, pace: 'compound', asOf: 2020, ...rest })
}
