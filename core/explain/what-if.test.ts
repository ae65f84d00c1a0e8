import { describe, expect, it } from 'vitest'
import { runIndex, scoreOf } from '../index/run-index'
import { indexBy, panel, tree } from './examples'
import { whatIf } from './what-if'

describe('whatIf', () => {
  it('nothing changes when nothing is changed, to the last bit', () => {
    const index = indexBy(
      { weights: { method: 'cv' }, impute: { method: 'group-mean' } },
      new Map([['P', 'x']]),
    )
    const { index: same, comparison } = whatIf(index, {}, 2021, 'INDEX')
    expect(same.scores).toEqual(index.scores)
    expect(comparison.movedCount).toBe(0)
  })

  it('leaves an indicator out, whose weight its siblings share', () => {
    const { index, comparison } = whatIf(indexBy(), { without: ['b'] }, 2021, 'INDEX')
    const framework = tree.filter(({ code }) => code !== 'b')
    const expected = runIndex(panel, framework, { normalise: { lower: 1, upper: 100 } })
    for (const region of panel.regions) {
      expect(scoreOf(index, region, 2021, 'INDEX')).toEqual(scoreOf(expected, region, 2021, 'INDEX'))
    }
    // b is R's worst: without it R's standing rises, and b's own part comes from its weight alone.
    const driver = comparison.moves
      .find(({ region }) => region === 'R')
      ?.drivers?.find(({ indicator }) => indicator === 'b')
    expect(driver?.change).toBeGreaterThan(0)
    expect(driver?.fromScore).toBeCloseTo(0, 12)
  })

  it('leaves an emptied area out too, instead of every score with it', () => {
    const { index } = whatIf(indexBy({ coverage: { minimum: 0.5 } }), { without: ['d', 'e'] }, 2021, 'INDEX')
    expect(index.plan.numberOf.has('B')).toBe(false)
    expect(scoreOf(index, 'P', 2021, 'INDEX').score).not.toBeNull()
    expect(whatIf(indexBy(), { without: ['A'] }, 2021, 'INDEX').index.plan.numberOf.has('A1')).toBe(false)
  })

  it('weighs otherwise, from the weights in use', () => {
    const equal = indexBy({ weights: { method: 'equal' } })
    const { index } = whatIf(equal, { weights: { B: 1.5 } }, 2021, 'INDEX')
    const weightOf = (code: string) => index.weights[index.plan.numberOf.get(code) ?? -1]
    expect(weightOf('B')).toBeCloseTo(0.75, 12)
    expect(weightOf('A')).toBeCloseTo(0.25, 12)
    expect(weightOf('a')).toBeCloseTo(0.5, 12)
    expect(index.recipe.weights.method).toBe('framework')
  })

  it('follows another recipe, key by key', () => {
    const { index } = whatIf(indexBy(), { recipe: { normalise: { method: 'z-score' } } }, 2021, 'INDEX')
    expect(index.recipe.normalise).toMatchObject({ method: 'z-score', lower: 1, upper: 100 })
  })

  it('keeps goalposts, targets and groups', () => {
    const { index } = whatIf(indexBy({}, new Map([['P', 'x']])), { without: ['e'] }, 2021, 'INDEX')
    expect(index.plan.goalpostHighs).toContain(20)
    expect(index.plan.targets).toContain(15)
    expect(index.groups).toEqual(['x'])
  })

  it('refuses codes that it does not know, or that are left out', () => {
    const index = indexBy()
    expect(() => whatIf(index, { without: ['nowhere'] }, 2021, 'INDEX')).toThrow(RangeError)
    expect(() => whatIf(index, { weights: { nowhere: 1 } }, 2021, 'INDEX')).toThrow(RangeError)
    expect(() => whatIf(index, {}, 2021, 'nowhere')).toThrow(RangeError)
    expect(() => whatIf(index, { without: ['B'] }, 2021, 'B')).toThrow(RangeError)
    expect(() => whatIf(index, { without: ['d'], weights: { d: 1 } }, 2021, 'INDEX')).toThrow(RangeError)
    expect(() => whatIf(index, { weights: { d: -1 } }, 2021, 'INDEX')).toThrow(RangeError)
  })
})
