import { describe, expect, it } from 'vitest'
import { createPanel, type PanelEntry } from '../panel'
import { minMax } from './min-max'
import { normalisePanel } from './normalise-panel'

const scale = { lower: 0, upper: 100 }
const none = Number.NaN

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

describe('normalisePanel', () => {
  it('compares all regions and years together in the pooled frame', () => {
    const { scores, warnings } = normalisePanel(panel, directions, minMax, 'pooled', scale)
    expect([...scores.subarray(0, 4)]).toEqual([0, 50, 20, 100])
    expect([...scores.subarray(4, 8)]).toEqual([100, none, 0, none])
    expect(warnings).toEqual([])
  })

  it('compares each year by itself in the year frame', () => {
    const { scores, warnings } = normalisePanel(panel, directions, minMax, 'year', scale)
    expect([...scores.subarray(0, 4)]).toEqual([0, 0, 100, 100])
    expect([...scores.subarray(4, 8)]).toEqual([100, none, 0, none])
    expect(warnings).toEqual([])
  })

  it('leaves columns without a direction unscored, and names the wanted ones never observed', () => {
    const { scores, unobserved } = normalisePanel(panel, directions, minMax, 'pooled', scale)
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
    const { scores, warnings } = normalisePanel(flat, [1], minMax, 'year', scale)
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
    const { scores, warnings } = normalisePanel(lonely, [1], minMax, 'pooled', scale)
    expect([...scores]).toEqual(Array(6).fill(none))
    expect(warnings).toEqual([{ kind: 'single-unit', indicator: 'x', year: null }])
  })

  it('leaves the panel as it was', () => {
    const before = [...panel.values]
    normalisePanel(panel, directions, minMax, 'pooled', scale)
    expect([...panel.values]).toEqual(before)
  })

  it('takes an empty panel, and refuses directions of another length', () => {
    const { scores } = normalisePanel(createPanel([], [], ['x']), [1], minMax, 'pooled', scale)
    expect(scores).toHaveLength(0)
    expect(() => normalisePanel(panel, [1], minMax, 'pooled', scale)).toThrow(RangeError)
  })
})
