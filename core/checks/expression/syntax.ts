/** What an expression may use. `children(CODE)` stands for many values, and so only inside the functions that take many. */
export const functionNames = [
  'abs',
  'min',
  'max',
  'sum',
  'mean',
  'count',
  'ratio',
  'previous',
  'change',
  'parent',
  'children',
  'observed',
] as const
export type FunctionName = (typeof functionNames)[number]

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Arithmetic = '+' | '-' | '*' | '/' | '^'

/** How far apart two sides may be and still count as equal: a share of the larger one, or a number in their unit. */
export type Tolerance = { readonly size: number; readonly isShare: boolean }

/** A checked expression. `indicator` is a code; positions are gone, for they mattered only to whoever wrote it. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'year' }
  | { readonly kind: 'indicator'; readonly code: string }
  | {
      readonly kind: 'arithmetic'
      readonly operator: Arithmetic
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'minus'; readonly of: Expression }
  | {
      readonly kind: 'comparison'
      readonly operator: Comparison
      readonly left: Expression
      readonly right: Expression
      readonly tolerance: Tolerance
    }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] }

/** What is wrong with an expression, and where: `from` and `to` are places in the text, counted from 0. */
export type ExpressionProblem = {
  readonly code:
    | 'empty'
    | 'tooLong'
    | 'tooDeep'
    | 'unknownCharacter'
    | 'openBracket'
    | 'badNumber'
    | 'unexpected'
    | 'unexpectedEnd'
    | 'unknownFunction'
    | 'unknownIndicator'
    | 'wrongCount'
    | 'needsNumber'
    | 'needsTruth'
    | 'needsIndicator'
    | 'childrenAlone'
    | 'notACondition'
  readonly from: number
  readonly to: number
  /** the word or sign in question */
  readonly text: string
}

/** Thrown inside the parser and caught at its door: whoever calls `parseExpression` gets the problem returned. */
export class ExpressionError extends Error {
  readonly problem: ExpressionProblem

  constructor(problem: ExpressionProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Longer or deeper is nothing that a person could check. */
export const longestExpression = 1000
export const deepestExpression = 40
