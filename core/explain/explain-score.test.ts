import { describe, expect, it } from 'vitest'
import type { RecipeInput } from '../index/recipe'
import { runIndex, scoreOf } from '../index/run-index'
import type { NormaliseMethodName } from '../normalise/methods'
import { normaliseMethods } from '../normalise/methods'
import { createPanel } from '../panel'
import { indexBy, meanRecipes, panel, tree } from './examples'
import type { IndicatorExplanation } from './explain-indicator'
import {
  type AggregateExplanation,
  explainScore,
  type ScoreExplanation,
  type ScoreField,
} from './explain-score'

/** The formulas of the methods, from the numbers of an explanation alone. */
const formulas: Readonly<Record<NormaliseMethodName, (of: IndicatorExplanation) => number>> = {
  'min-max': (of) =>
    share(of) * (of.normalise.scale.upper - of.normalise.scale.lower) + of.normalise.scale.lower,
  'z-score': ({ value, direction, normalise: { facts, scale } }) =>
    ((direction * ((value ?? 0) - (facts.mean ?? 0))) / (facts.sd ?? 0)) * scale.sd + scale.mean,
  scaled: ({ value, direction, normalise: { scale } }) =>
    (((value ?? 0) - (direction === 1 ? scale.lower : scale.upper)) /
      (direction * (scale.upper - scale.lower))) *
    100,
  rank: ({ normalise }) => (normalise.facts.worse ?? 0) + 1,
  borda: ({ normalise }) => normalise.facts.worse ?? 0,
  percentile: ({ normalise }) => (normalise.facts.worse ?? 0) / (normalise.facts.count - 1),
  'distance-to-max': (of) => share(of),
  'fraction-of-max': ({ value, direction, normalise: { facts } }) =>
    direction === 1 ? (value ?? 0) / (facts.max ?? 0) : (facts.min ?? 0) / (value ?? 0),
  'distance-to-target': ({ value, normalise: { facts, target } }) =>
    ((value ?? 0) - (facts.min ?? 0)) / ((target ?? 0) - (facts.min ?? 0)),
  goalposts: ({ value, normalise: { goalpostLow, goalpostHigh } }) =>
    Math.min(
      1,
      Math.max(0, ((value ?? 0) - (goalpostLow ?? 0)) / ((goalpostHigh ?? 0) - (goalpostLow ?? 0))),
    ),
}

function share({ value, direction, normalise: { facts } }: IndicatorExplanation): number {
  const [min, max] = [facts.min ?? 0, facts.max ?? 0]
  return direction === 1 ? ((value ?? 0) - min) / (max - min) : (max - (value ?? 0)) / (max - min)
}

const aggregate = (found: ScoreExplanation | null) => found as AggregateExplanation
const below = (found: ScoreExplanation): ScoreExplanation[] => [
  found,
  ...(found.kind === 'aggregate' ? found.children.flatMap(below) : []),
]

/** The score of an aggregate from its explanation alone. */
function meanOf({ method, power, children }: AggregateExplanation): number {
  const sum = (f: (z: number) => number) =>
    children.reduce(
      (total, { score, weightShare }) => total + (score === null ? 0 : weightShare * f(score)),
      0,
    )
  if (method === 'geometric' || (method === 'power' && power === 0)) return Math.exp(sum(Math.log))
  const p = method === 'harmonic' ? -1 : method === 'power' ? power : 1
  return sum((z) => z ** p) ** (1 / p)
}

type Child = { z: number; w: number; field: ScoreField; bounds: readonly [number, number] | null }

function childrenOf({ children }: AggregateExplanation): Child[] {
  return children.flatMap(({ score, weightShare, field, bounds }) =>
    score === null || field === null ? [] : [{ z: score, w: weightShare, field, bounds }],
  )
}

/** Mean less variance over mean, of standardised scores. */
function penalised(
  children: readonly Child[],
  standard: (child: Child) => number,
  correction: number,
): number {
  const mean = children.reduce((sum, child) => sum + child.w * standard(child), 0)
  const variance = children.reduce((sum, child) => sum + child.w * (standard(child) - mean) ** 2, 0)
  return mean - (variance * correction) / mean
}

/** The methods that are no means, for an area of two indicators. */
const others = {
  topsis: (found: AggregateExplanation) => {
    const distance = (end: (child: Child) => number) =>
      Math.hypot(...childrenOf(found).map((child) => child.w * (child.z - end(child))))
    const down = distance(({ field }) => field.min)
    return down / (down + distance(({ field }) => field.max))
  },
  mpi: (found: AggregateExplanation) =>
    penalised(childrenOf(found), ({ z, field }) => 100 + (10 * (z - field.mean)) / field.sd, 2),
  ampi: (found: AggregateExplanation) =>
    penalised(
      childrenOf(found),
      ({ z, bounds, field: { min, max } }) => {
        const [low, high] = bounds ?? [min, max]
        return 70 + (60 * (z - low)) / (high - low)
      },
      1,
    ),
  copeland: (found: AggregateExplanation) =>
    childrenOf(found).reduce((sum, { w, field }) => {
      const absent = (found.field?.count ?? 0) - field.count
      return sum + w * ((field.lower ?? 0) + (field.equal ?? 0) / 2 + absent / 2)
    }, 0),
  median: (found: AggregateExplanation) => childrenOf(found).reduce((sum, { z }) => sum + z / 2, 0),
}

describe('explainScore', () => {
  it.each(Object.keys(normaliseMethods) as NormaliseMethodName[])(
    'holds every number that the formula of %s needs, for pooled values and for those of a year',
    (method) => {
      for (const frame of ['pooled', 'year'] as const) {
        const index = indexBy({ normalise: { method, frame } })
        let checked = 0
        for (const region of panel.regions) {
          for (const found of below(explainScore(index, region, 2021, 'INDEX') as ScoreExplanation)) {
            if (found.kind !== 'indicator' || found.score === null) continue
            expect(formulas[method](found)).toBeCloseTo(found.score, 9)
            checked++
          }
        }
        expect(checked).toBeGreaterThanOrEqual(7)
      }
    },
  )

  it.each(meanRecipes)('%s: every aggregate can be calculated again from its children', (_, recipe) => {
    const index = indexBy(recipe)
    for (const region of panel.regions) {
      for (const year of panel.years) {
        for (const found of below(explainScore(index, region, year, 'INDEX') as ScoreExplanation)) {
          if (found.kind === 'aggregate') expect(meanOf(found)).toBeCloseTo(found.score ?? Number.NaN, 9)
        }
      }
    }
  })

  it.each(['topsis', 'mpi', 'ampi', 'copeland', 'median'] as const)(
    '%s: an area can be calculated again from its children, with their field',
    (method) => {
      const index = indexBy({ aggregate: { method } })
      for (const region of panel.regions) {
        const found = aggregate(explainScore(index, region, 2021, 'B'))
        expect(others[method](found)).toBeCloseTo(found.score ?? Number.NaN, 9)
      }
    },
  )

  it('shows weights as they are and as they count, and multiplies them down', () => {
    const top = aggregate(explainScore(indexBy(), 'P', 2020, 'INDEX'))
    expect(top).toMatchObject({
      node: 'INDEX',
      weight: 1,
      weightShare: 1,
      effectiveShare: 1,
      contribution: null,
    })
    const [, b] = top.children
    expect(b).toMatchObject({ node: 'B', weight: 1 / 3, weightShare: 1 / 3 })
    const [d, e] = aggregate(b ?? null).children
    expect(d).toMatchObject({ node: 'd', score: null, reason: 'no-data', weight: 0.5, weightShare: 0 })
    expect(d).toMatchObject({ contribution: null, observed: null, value: null })
    expect(e).toMatchObject({ node: 'e', weight: 0.5, weightShare: 1 })
    const leaves = below(top).filter(({ kind }) => kind === 'indicator')
    expect(leaves.reduce((sum, { effectiveShare }) => sum + effectiveShare, 0)).toBeCloseTo(1, 12)
    const points = leaves.reduce((sum, { effectiveShare, score }) => sum + effectiveShare * (score ?? 0), 0)
    expect(points).toBeCloseTo(top.score ?? Number.NaN, 9)
  })

  it('adds up its contributions under the arithmetic mean, and has none under another', () => {
    const arithmetic = aggregate(explainScore(indexBy(), 'Q', 2020, 'INDEX'))
    const sum = arithmetic.children.reduce((total, { contribution }) => total + (contribution ?? 0), 0)
    expect(sum).toBeCloseTo(arithmetic.score ?? Number.NaN, 9)
    const geometric = aggregate(
      explainScore(indexBy({ aggregate: { method: 'geometric' } }), 'Q', 2020, 'INDEX'),
    )
    expect(geometric.children.map(({ contribution }) => contribution)).toEqual([null, null])
  })

  it('shows what was imputed', () => {
    const index = indexBy({ impute: { method: 'mean' } })
    const found = explainScore(index, 'P', 2020, 'd')
    expect(found).toMatchObject({ kind: 'indicator', observed: null, coverage: 0, reason: null })
    const { imputed, value } = found as IndicatorExplanation
    expect(imputed?.method).toBe('mean')
    expect(imputed?.value).toBeCloseTo((19 + 3 + 8 + 15 + 11 + 5) / 6, 12)
    expect(value).toBe(imputed?.value)
    expect(explainScore(index, 'Q', 2020, 'd')).toMatchObject({ observed: 19, imputed: null })
  })

  it('shows what was treated, and why', () => {
    const regions = ['P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W']
    const outlying = createPanel(
      regions,
      [2020],
      ['x'],
      regions.map((region, i) => ({ region, year: 2020, indicator: 'x', value: i === 7 ? 900 : i + 1 })),
    )
    const framework = [
      { code: 'INDEX', parent: null, weight: 1 },
      { code: 'x', parent: 'INDEX', weight: 1, direction: 1 as const },
    ]
    const recipe: RecipeInput = { treat: { method: 'winsorise' } }
    const index = runIndex(outlying, framework, recipe)
    const treatedIn = (region: string) => explainScore(index, region, 2020, 'x') as IndicatorExplanation
    expect(treatedIn('W')).toMatchObject({
      observed: 900,
      value: 7,
      treated: { method: 'winsorise', before: 900, after: 7, isChanged: true, points: 1, isEnough: true },
    })
    expect(treatedIn('W').treated?.skewness).toBeGreaterThan(2)
    expect(treatedIn('P').treated).toMatchObject({ before: 1, after: 1, isChanged: false })
    expect(treatedIn('P').normalise.facts).toMatchObject({ min: 1, max: 7, count: 8 })
    expect(explainScore(indexBy(), 'Q', 2020, 'd')).toMatchObject({ treated: null })
  })

  it('explains a score that does not exist, too', () => {
    const index = indexBy({ coverage: { minimum: 0.9 } })
    const found = aggregate(explainScore(index, 'P', 2020, 'B'))
    expect(found).toMatchObject({ score: null, reason: 'coverage', coverage: 0.5, minimumCoverage: 0.9 })
    expect(found.children).toHaveLength(2)
    const without = indexBy({ normalise: { method: 'goalposts' } })
    const missing = explainScore(without, 'Q', 2020, 'd')
    expect(missing).toMatchObject({ value: 19, field: null, normalise: { warning: 'no-goalposts' } })
  })

  it('has the score, rank and coverage that everybody else shows', () => {
    const index = indexBy()
    for (const code of tree.map((node) => node.code)) {
      expect(explainScore(index, 'S', 2021, code)).toMatchObject(scoreOf(index, 'S', 2021, code))
    }
  })

  it('is plain data, without a number that is not finite', () => {
    const found = explainScore(indexBy(), 'P', 2020, 'INDEX')
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })

  it('is null outside the index, and knows no strange node', () => {
    expect(explainScore(indexBy(), 'nobody', 2020, 'INDEX')).toBeNull()
    expect(explainScore(indexBy(), 'Q', 1999, 'INDEX')).toBeNull()
    expect(() => explainScore(indexBy(), 'Q', 2020, 'nowhere')).toThrow(RangeError)
  })
})
