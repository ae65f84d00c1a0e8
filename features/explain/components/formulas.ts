import type { NormaliseMethodName } from '@/core/normalise/methods'

/** The numbers that a normalisation formula speaks of. */
export type FormulaName =
  | 'x'
  | 'min'
  | 'max'
  | 'mean'
  | 'sd'
  | 'lower'
  | 'upper'
  | 'centre'
  | 'spread'
  | 'low'
  | 'high'
  | 'target'
  | 'worse'
  | 'n'

type Pair = readonly [higherIsBetter: string, lowerIsBetter: string]

/** The formula of each method as `core/normalise` carries it out, for both directions; names in braces are numbers. */
const formulas: Readonly<Record<NormaliseMethodName, Pair>> = {
  'min-max': [
    '({x} − {min}) ÷ ({max} − {min}) × ({upper} − {lower}) + {lower}',
    '({max} − {x}) ÷ ({max} − {min}) × ({upper} − {lower}) + {lower}',
  ],
  'z-score': ['({x} − {mean}) ÷ {sd} × {spread} + {centre}', '({mean} − {x}) ÷ {sd} × {spread} + {centre}'],
  scaled: ['({x} − {lower}) ÷ ({upper} − {lower}) × 100', '({upper} − {x}) ÷ ({upper} − {lower}) × 100'],
  rank: ['1 + {worse}', '1 + {worse}'],
  borda: ['{worse}', '{worse}'],
  percentile: ['{worse} ÷ ({n} − 1)', '{worse} ÷ ({n} − 1)'],
  'distance-to-max': ['1 − ({max} − {x}) ÷ ({max} − {min})', '1 − ({x} − {min}) ÷ ({max} − {min})'],
  'fraction-of-max': ['{x} ÷ {max}', '{min} ÷ {x}'],
  'distance-to-target': ['({x} − {min}) ÷ ({target} − {min})', '({max} − {x}) ÷ ({max} − {target})'],
  goalposts: ['({x} − {low}) ÷ ({high} − {low})', '1 − ({x} − {low}) ÷ ({high} − {low})'],
}

/** The formula of a method for a direction. */
export function formulaOf(method: NormaliseMethodName, direction: 1 | -1): string {
  return formulas[method][direction === 1 ? 0 : 1]
}

/** The names that stand in a formula, each once, in the order of their first appearance. */
export function namesIn(formula: string): FormulaName[] {
  return [...new Set(Array.from(formula.matchAll(/\{(\w+)\}/g), (match) => match[1] as FormulaName))]
}

/** A formula with something written for each of its names. A negative number is put in brackets. */
export function fill(formula: string, textOf: (name: FormulaName) => string): string {
  return formula.replaceAll(/\{(\w+)\}/g, (_, name: FormulaName) => {
    const text = textOf(name)
    return text.startsWith('−') ? `(${text})` : text
  })
}
