import { codeOf } from '../index/framework'
import type { IndexResult } from '../index/run-index'
import { columnAt } from '../panel'
import { bartlettTest, type ChiSquaredTest } from './bartlett'
import { type Correlate, pearson } from './correlate'
import { type CorrelationMatrix, correlationMatrix } from './correlation-matrix'
import { type Alpha, cronbachAlpha } from './cronbach-alpha'
import {
  type CorrelationFlag,
  type FlagThresholds,
  flagSiblings,
  flagThresholds,
  flagWithParent,
} from './flag-correlation'
import { type PrincipalComponents, principalComponents } from './principal-components'
import { type SamplingAdequacy, samplingAdequacy } from './sampling-adequacy'
import { varimax } from './varimax'

/** A correlation to look at: of two children, or, with `other` null, of a child with its parent. */
export type FlaggedCorrelation = {
  readonly node: string
  readonly other: string | null
  readonly coefficient: number
  readonly flag: CorrelationFlag
}

/** How the children of one node hang together. */
export type Structure = {
  /** codes of the k children that take part, in the framework's order */
  readonly children: readonly string[]
  /** of the children with each other, k x k */
  readonly correlations: CorrelationMatrix
  /** of each child with the node itself */
  readonly withParent: readonly (number | null)[]
  readonly flagged: readonly FlaggedCorrelation[]
  /** the children that have spread in these years: what follows is about them */
  readonly compared: readonly string[]
  readonly alpha: Alpha
  readonly adequacy: SamplingAdequacy | null
  readonly sphericity: ChiSquaredTest | null
  readonly components: PrincipalComponents | null
  /** compared x factor: the components of a variance above 1, turned by varimax; empty when there is none */
  readonly factors: readonly (readonly number[])[]
}

/** Which rows, which coefficient, and where flags begin. */
export type StructureOptions = {
  /** calendar year; left out = all regions and years together */
  readonly year?: number
  readonly correlate?: Correlate
  readonly thresholds?: FlagThresholds
}

/**
 * Examine the children of a node: correlations with flags, Cronbach's alpha, sampling adequacy, Bartlett's test and
 * principal components, all of scores, on which higher is better.
 *
 * @param index   a recipe carried out
 * @param code    an aggregate of the framework
 * @param options year, coefficient and thresholds; all years together mix differences between regions with change
 * @returns the structure; where a figure does not exist it is null, and its own function says when
 * @throws {RangeError} the framework has no such aggregate, or the index no such year
 */
export function structureOf(index: IndexResult, code: string, options: StructureOptions = {}): Structure {
  const { plan, weights } = index
  const parent = plan.numberOf.get(code) ?? -1
  const below = plan.children[parent - plan.indicators.length]
  if (below === undefined) throw new RangeError(`structureOf: the framework has no aggregate ${code}`)
  const { year, correlate = pearson, thresholds = flagThresholds } = options
  const numbers = Array.from(below).filter((node) => (weights[node] as number) > 0)
  const children = numbers.map((node) => codeOf(plan, node))
  const columns = numbers.map((node) => columnOf(index, node, year))
  const correlations = correlationMatrix(columns, correlate)
  const own = columnOf(index, parent, year)
  const withParent = columns.map((column) => correlate(column, own))
  const isCompared = (_: unknown, i: number) => correlations.coefficients[i]?.[i] === 1
  const compared = columns.filter(isCompared)
  const components = principalComponents(compared)
  return {
    children,
    correlations,
    withParent,
    flagged: flagAll(children, correlations, withParent, thresholds),
    compared: children.filter(isCompared),
    alpha: cronbachAlpha(compared),
    adequacy: components && samplingAdequacy(components),
    sphericity: components && bartlettTest(components),
    components,
    factors: components ? turnedFactors(components) : [],
  }
}

/** A node's column of scores, of one year or of all. */
function columnOf({ plan, raw, normalised, scores, yearAt }: IndexResult, node: number, year?: number) {
  const first = plan.indicators.length
  const yearCount = raw.years.length
  const units = raw.regions.length * yearCount
  const column = node < first ? columnAt(normalised, node, units) : columnAt(scores, node - first, units)
  if (year === undefined) return column
  const t = yearAt.get(year)
  if (t === undefined) throw new RangeError(`structureOf: the index has no year ${year}`)
  return Float64Array.from(raw.regions, (_, r) => column[r * yearCount + t] as number)
}

function flagAll(
  children: readonly string[],
  { coefficients }: CorrelationMatrix,
  withParent: readonly (number | null)[],
  thresholds: FlagThresholds,
): FlaggedCorrelation[] {
  const flagged: FlaggedCorrelation[] = []
  const add = (
    node: string,
    other: string | null,
    coefficient: number | null,
    flag: CorrelationFlag | null,
  ) => {
    if (coefficient !== null && flag !== null) flagged.push({ node, other, coefficient, flag })
  }
  children.forEach((node, i) => {
    const parental = withParent[i] ?? null
    // The only child of a node is its parent: nothing to find there.
    if (children.length > 1) add(node, null, parental, flagWithParent(parental, thresholds))
    for (let j = i + 1; j < children.length; j++) {
      const coefficient = coefficients[i]?.[j] ?? null
      add(node, children[j] ?? null, coefficient, flagSiblings(coefficient, thresholds))
    }
  })
  return flagged
}

/** The components that say more than a single column does (Kaiser's rule), turned. */
function turnedFactors({ eigenvalues, loadings }: PrincipalComponents): number[][] {
  const kept = eigenvalues.filter((value) => value > 1)
  if (kept.length === 0) return []
  return varimax(loadings.map((row) => kept.map((value, c) => (row[c] ?? 0) * Math.sqrt(value))))
}
