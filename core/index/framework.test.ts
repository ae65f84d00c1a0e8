import { describe, expect, it } from 'vitest'
import { codeOf, type FrameworkNode, planFramework } from './framework'

const area = (code: string, parent: string | null, weight = 1): FrameworkNode => ({ code, parent, weight })
const indicator = (code: string, parent: string | null): FrameworkNode => ({
  code,
  parent,
  weight: 1,
  direction: 1,
})

describe('planFramework', () => {
  it('numbers the columns first, then the aggregates with children before parents', () => {
    const plan = planFramework(
      [area('ROOT', null), area('A', 'ROOT'), area('T', 'A'), indicator('x', 'T'), indicator('y', 'ROOT')],
      ['y', 'x'],
    )
    expect(plan.aggregates).toEqual(['T', 'A', 'ROOT'])
    expect([...plan.parents]).toEqual([4, 2, 3, 4, -1])
    expect(plan.children.map((numbers) => [...numbers])).toEqual([[1], [2], [3, 0]])
    expect(codeOf(plan, 0)).toBe('y')
    expect(codeOf(plan, 4)).toBe('ROOT')
  })

  it('counts levels from the lowest aggregation upward, the longest way', () => {
    const plan = planFramework(
      [area('ROOT', null), area('A', 'ROOT'), area('T', 'A'), indicator('x', 'T'), area('B', 'ROOT')],
      ['x'],
    )
    const levelOf = (code: string) => plan.levels[plan.aggregates.indexOf(code)]
    expect(['T', 'A', 'B', 'ROOT'].map(levelOf)).toEqual([1, 2, 1, 3])
  })

  it('takes several roots apart from each other, parents after children, and columns of no framework', () => {
    const plan = planFramework(
      [indicator('x', 'A'), area('A', 'ROOT'), area('ROOT', null), area('OWN', null), indicator('z', 'OWN')],
      ['x', 'other', 'z'],
    )
    expect(plan.aggregates).toEqual(['A', 'ROOT', 'OWN'])
    expect(plan.directions).toEqual([1, null, 1])
    expect(plan.parents[1]).toBe(-1)
  })

  it('keeps goalposts and target of an indicator, null where none is given', () => {
    const plan = planFramework(
      [
        area('A', null),
        { ...indicator('x', 'A'), goalpostLow: 0, goalpostHigh: 9, target: null },
        indicator('y', 'A'),
      ],
      ['y', 'x', 'other'],
    )
    expect(plan.goalpostLows).toEqual([null, 0, null])
    expect(plan.goalpostHighs).toEqual([null, 9, null])
    expect(plan.targets).toEqual([null, null, null])
  })

  it('takes an area without indicators, and no framework at all', () => {
    expect(planFramework([area('A', null)], []).children.map((numbers) => numbers.length)).toEqual([0])
    expect(planFramework([], []).aggregates).toEqual([])
  })

  it.each([
    ['a code twice', [area('A', null), area('A', null)], 'twice'],
    ['an unknown parent', [area('A', 'Z')], 'unknown parent Z'],
    ['a circle', [area('A', 'B'), area('B', 'A')], 'A is its own ancestor'],
    ['a node that is its own parent', [area('A', 'A')], 'A is its own ancestor'],
    ['a direction on a node with children', [indicator('x', null), area('A', 'x')], 'direction and children'],
    ['an indicator without a column', [indicator('q', null)], 'q has no column'],
    ['an aggregate named like a column', [area('x', null)], 'needs a direction'],
    ['a negative weight', [area('A', null, -1)], 'at least 0'],
    ['a target on an area', [{ ...area('A', null), target: 1 }], 'A has a target and is no indicator'],
    [
      'a goalpost that is not finite',
      [{ ...indicator('x', null), goalpostLow: Number.NaN }],
      'finite goalpostLow',
    ],
    [
      'goalposts the wrong way round',
      [{ ...indicator('x', null), goalpostLow: 2, goalpostHigh: 1 }],
      'goalpostLow below goalpostHigh, got 2 and 1',
    ],
    ['a weight that is not finite', [area('A', null, Number.NaN)], 'finite'],
  ])('refuses %s', (_, framework, words) => {
    expect(() => planFramework(framework, ['x'])).toThrow(RangeError)
    expect(() => planFramework(framework, ['x'])).toThrow(words)
  })

  it('refuses an indicator below a circle', () => {
    const framework = [area('A', 'B'), area('B', 'A'), indicator('x', 'A'), area('ROOT', null)]
    expect(() => planFramework(framework, ['x'])).toThrow('its own ancestor')
  })
})
