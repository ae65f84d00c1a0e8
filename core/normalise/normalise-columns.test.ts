import { describe, expect, it } from 'vitest'
import { columnsOf, createPanel, type Panel, type PanelEntry } from '../panel'
import type { NormaliseMethod } from './method'
import { minMax } from './min-max'
import { type NormaliseChoice, normaliseColumns } from './normalise-columns'
import { scaled } from './scaled'

const none = Number.NaN
const points = { mean: 0, sd: 1, goalpostLow: null, goalpostHigh: null, target: null }

function entry(region: string, year: number, indicator: string, value: number): PanelEntry {
  return { region, year, indicator, value }
}

const panel = createPanel(
  ['A', 'B'],
  [2020, 2021],
  ['up', 'down', 'unwanted', 'empty'],
  [
    entry('A', 2020, 'up', 0),
    entry('A', 2021, 'up', 5),
    entry('B', 2020, 'up', 2),
    entry('B', 2021, 'up', 10),
    entry('A', 2020, 'down', 1),
    entry('B', 2020, 'down', 3),
    entry('A', 2020, 'unwanted', 1),
    entry('B', 2020, 'unwanted', 2),
  ],
)
const directions = [1, -1, null, 1] as const

function normalise(
  from: Panel,
  signs: readonly (1 | -1 | null)[],
  frame: NormaliseChoice['frame'],
  method: NormaliseMethod = minMax,
) {
  const scores = columnsOf(from)
  const said = normaliseColumns(scores, from.indicators, from.years, {
    method,
    frame,
    isRelative: method === minMax,
    optionsOf: (i) => {
      const direction = signs[i] ?? null
      return direction === null ? null : { direction, lower: 0, upper: 100, ...points }
    },
  })
  return { scores, ...said }
}

describe('normaliseColumns', () => {
  it('compares all regions and years together in the pooled frame', () => {
    const { scores, warnings } = normalise(panel, directions, 'pooled')
    expect([...scores.subarray(0, 4)]).toEqual([0, 50, 20, 100])
    expect([...scores.subarray(4, 8)]).toEqual([100, none, 0, none])
    expect(warnings).toEqual([])
  })

  it('compares each year by itself in the year frame', () => {
    const { scores, warnings } = normalise(panel, directions, 'year')
    expect([...scores.subarray(0, 4)]).toEqual([0, 0, 100, 100])
    expect([...scores.subarray(4, 8)]).toEqual([100, none, 0, none])
    expect(warnings).toEqual([])
  })

  it('leaves columns that are not wanted unscored, and names the wanted ones never observed', () => {
    const { scores, unobserved } = normalise(panel, directions, 'pooled')
    expect([...scores.subarray(8)]).toEqual(Array(8).fill(none))
    expect(unobserved).toEqual(['empty'])
  })

  it('warns of a constant frame, with its year where the frame is a year', () => {
    const flat = createPanel(
      ['A', 'B'],
      [2020, 2021],
      ['x'],
      [
        entry('A', 2020, 'x', 4),
        entry('B', 2020, 'x', 4),
        entry('A', 2021, 'x', 1),
        entry('B', 2021, 'x', 2),
      ],
    )
    const { scores, warnings } = normalise(flat, [1], 'year')
    expect([...scores]).toEqual([none, 0, none, 100])
    expect(warnings).toEqual([{ kind: 'constant', indicator: 'x', year: 2020 }])
  })

  it('has no scores where one region only is observed, however many its years', () => {
    const lonely = createPanel(
      ['A', 'B', 'C'],
      [2020, 2021],
      ['x'],
      [entry('B', 2020, 'x', 1), entry('B', 2021, 'x', 2)],
    )
    const { scores, warnings } = normalise(lonely, [1], 'pooled')
    expect([...scores]).toEqual(Array(6).fill(none))
    expect(warnings).toEqual([{ kind: 'single-unit', indicator: 'x', year: null }])
    const alone = normalise(lonely, [1], 'pooled', scaled)
    expect([...alone.scores]).toEqual([none, none, 1, 2, none, none])
    expect(alone.warnings).toEqual([])
  })

  it('takes an empty panel', () => {
    expect(normalise(createPanel([], [], ['x']), [1], 'pooled').scores).toHaveLength(0)
    expect(normalise(createPanel([], [], []), [], 'year').scores).toHaveLength(0)
    expect(normalise(createPanel(['A'], [], ['x']), [1], 'year').unobserved).toEqual(['x'])
  })
})
