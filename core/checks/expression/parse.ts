import {
  type Comparison,
  deepestExpression,
  type Expression,
  ExpressionError,
  type ExpressionProblem,
  type FunctionName,
  functionNames,
  longestExpression,
  type Tolerance,
} from './syntax'
import { type Token, tokenise } from './tokenise'

export type ParsedExpression =
  | { readonly ok: true; readonly expression: Expression; readonly indicators: readonly string[] }
  | { readonly ok: false; readonly problem: ExpressionProblem }

/** How tightly the signs bind, loosest first. `not` binds as a sign before what it denies. */
const power = { or: 10, and: 20, not: 25, compare: 30, add: 40, multiply: 50, minus: 55, raise: 60 } as const
const comparisons: readonly string[] = ['=', '!=', '<', '<=', '>', '>=']
/** Of two numbers that should be equal, the last digits of a calculation do not count. */
const usualTolerance: Tolerance = { size: 1e-9, isShare: true }

/** How many arguments each function takes, and of what kind. Those of many numbers take `children(CODE)` too. */
const signatures: Readonly<
  Record<FunctionName, { least: number; most: number; of: 'number' | 'many' | 'indicator' }>
> = {
  abs: { least: 1, most: 1, of: 'number' },
  ratio: { least: 2, most: 2, of: 'number' },
  min: { least: 1, most: 50, of: 'many' },
  max: { least: 1, most: 50, of: 'many' },
  sum: { least: 1, most: 50, of: 'many' },
  mean: { least: 1, most: 50, of: 'many' },
  count: { least: 1, most: 50, of: 'many' },
  previous: { least: 1, most: 2, of: 'indicator' },
  change: { least: 1, most: 1, of: 'indicator' },
  parent: { least: 1, most: 1, of: 'indicator' },
  children: { least: 1, most: 1, of: 'indicator' },
  observed: { least: 1, most: 1, of: 'indicator' },
}

type Typed = { readonly node: Expression; readonly is: 'number' | 'truth' | 'many'; readonly from: number }

const isFunction = (text: string): text is FunctionName => functionNames.some((known) => known === text)

/** Parser after Pratt: every sign knows how tightly it binds, and an operand is read until a looser one comes. */
class Parser {
  private readonly tokens: readonly Token[]
  private readonly codes: ReadonlySet<string> | null
  private at = 0
  private depth = 0
  readonly seen = new Set<string>()

  constructor(text: string, codes: ReadonlySet<string> | null) {
    this.tokens = tokenise(text)
    this.codes = codes
  }

  whole(): Expression {
    const start = this.peek()
    if (start.kind === 'end') fail('empty', start)
    const { node, is } = this.operand(0)
    const rest = this.peek()
    if (rest.kind !== 'end') fail('unexpected', rest)
    if (is !== 'truth') fail('notACondition', { ...start, to: rest.to, text: '' })
    return node
  }

  private peek(): Token {
    return this.tokens[this.at] as Token
  }

  private next(): Token {
    const token = this.peek()
    if (token.kind !== 'end') this.at++
    return token
  }

  private isWord(token: Token, word: string): boolean {
    return token.kind === 'name' && token.text.toLowerCase() === word
  }

  private expectSign(text: string): void {
    const token = this.next()
    if (token.kind !== 'sign' || token.text !== text)
      fail(token.kind === 'end' ? 'unexpectedEnd' : 'unexpected', token)
  }

  /** An operand and all signs after it that bind more tightly than `loosest`. */
  private operand(loosest: number): Typed {
    if (++this.depth > deepestExpression) fail('tooDeep', this.peek())
    let left = this.first()
    for (;;) {
      const token = this.peek()
      const binding = this.bindingOf(token)
      if (binding === null || binding <= loosest) break
      this.next()
      left = this.infix(left, token, binding)
    }
    this.depth--
    return left
  }

  private bindingOf(token: Token): number | null {
    if (this.isWord(token, 'or')) return power.or
    if (this.isWord(token, 'and')) return power.and
    if (token.kind !== 'sign') return null
    if (comparisons.includes(token.text)) return power.compare
    if (token.text === '+' || token.text === '-') return power.add
    if (token.text === '*' || token.text === '/') return power.multiply
    return token.text === '^' ? power.raise : null
  }

  private infix(left: Typed, token: Token, binding: number): Typed {
    const { from } = left
    if (binding === power.or || binding === power.and) {
      const right = this.operand(binding)
      this.need(left, 'truth', token)
      this.need(right, 'truth', token)
      return {
        node: { kind: binding === power.or ? 'or' : 'and', left: left.node, right: right.node },
        is: 'truth',
        from,
      }
    }
    this.need(left, 'number', token)
    if (binding === power.compare) return this.comparison(left, token)
    // Raising groups from the right: 2^3^2 is 2^9.
    const right = this.operand(binding === power.raise ? binding - 1 : binding)
    this.need(right, 'number', token)
    const operator = token.text as '+' | '-' | '*' | '/' | '^'
    return { node: { kind: 'arithmetic', operator, left: left.node, right: right.node }, is: 'number', from }
  }

  /** a < b, and a <= b <= c as people write it: a <= b and b <= c. */
  private comparison(left: Typed, first: Token): Typed {
    let node: Expression | null = null
    let side = left
    let token = first
    for (;;) {
      const right = this.operand(power.compare)
      this.need(right, 'number', token)
      const tolerance = this.tolerance()
      const operator = token.text as Comparison
      const one: Expression = { kind: 'comparison', operator, left: side.node, right: right.node, tolerance }
      node = node === null ? one : { kind: 'and', left: node, right: one }
      token = this.peek()
      if (token.kind !== 'sign' || !comparisons.includes(token.text))
        return { node, is: 'truth', from: left.from }
      this.next()
      side = right
    }
  }

  private tolerance(): Tolerance {
    if (!this.isWord(this.peek(), 'within')) return usualTolerance
    this.next()
    const token = this.next()
    if (token.kind !== 'number') fail(token.kind === 'end' ? 'unexpectedEnd' : 'needsNumber', token)
    const size = Number(token.text)
    const mark = this.peek()
    if (mark.kind !== 'sign' || mark.text !== '%') return { size, isShare: false }
    this.next()
    return { size: size / 100, isShare: true }
  }

  private first(): Typed {
    const token = this.next()
    const { from } = token
    if (token.kind === 'number')
      return { node: { kind: 'number', value: Number(token.text) }, is: 'number', from }
    if (token.kind === 'code') return this.indicator(token)
    if (token.kind === 'end') fail('unexpectedEnd', token)
    if (token.kind === 'sign') {
      if (token.text === '(') {
        const inner = this.operand(0)
        this.expectSign(')')
        return inner
      }
      if (token.text !== '-' && token.text !== '+') fail('unexpected', token)
      const of = this.operand(power.minus)
      this.need(of, 'number', token)
      return token.text === '+' ? of : { node: { kind: 'minus', of: of.node }, is: 'number', from }
    }
    if (this.isWord(token, 'not')) {
      const of = this.operand(power.not)
      this.need(of, 'truth', token)
      return { node: { kind: 'not', of: of.node }, is: 'truth', from }
    }
    const after = this.peek()
    if (after.kind === 'sign' && after.text === '(') return this.call(token)
    if (this.isWord(token, 'year')) return { node: { kind: 'year' }, is: 'number', from }
    if (['and', 'or', 'within'].includes(token.text.toLowerCase())) fail('unexpected', token)
    return this.indicator(token)
  }

  private indicator(token: Token): Typed {
    if (token.text === '' || (this.codes && !this.codes.has(token.text))) fail('unknownIndicator', token)
    this.seen.add(token.text)
    return { node: { kind: 'indicator', code: token.text }, is: 'number', from: token.from }
  }

  private call(token: Token): Typed {
    const name = token.text.toLowerCase()
    if (!isFunction(name)) fail('unknownFunction', token)
    const { least, most, of } = signatures[name]
    this.expectSign('(')
    const args: Typed[] = []
    for (;;) {
      const start = this.peek()
      const arg = this.operand(0)
      const isFirst = args.length === 0
      if (of === 'indicator' && isFirst && arg.node.kind !== 'indicator') fail('needsIndicator', start)
      if (of === 'indicator' && !isFirst && !isWholeNumber(arg.node)) fail('needsNumber', start)
      if (arg.is === 'truth') fail('needsNumber', start)
      if (arg.is === 'many' && of !== 'many') fail('childrenAlone', start)
      args.push(arg)
      const sign = this.next()
      if (sign.kind === 'sign' && sign.text === ')') break
      if (sign.kind !== 'sign' || sign.text !== ',')
        fail(sign.kind === 'end' ? 'unexpectedEnd' : 'unexpected', sign)
    }
    if (args.length < least || args.length > most) fail('wrongCount', token)
    const is = name === 'children' ? 'many' : name === 'observed' ? 'truth' : 'number'
    return { node: { kind: 'call', name, of: args.map((arg) => arg.node) }, is, from: token.from }
  }

  private need(operand: Typed, is: 'number' | 'truth', sign: Token): void {
    if (operand.is === is) return
    fail(operand.is === 'many' ? 'childrenAlone' : is === 'number' ? 'needsNumber' : 'needsTruth', sign)
  }
}

const isWholeNumber = (node: Expression) =>
  node.kind === 'number' && Number.isInteger(node.value) && node.value >= 1 && node.value <= 100

function fail(
  code: ExpressionProblem['code'],
  { from, to, text }: Pick<Token, 'from' | 'to' | 'text'>,
): never {
  throw new ExpressionError({ code, from, to, text })
}

/**
 * Reads a condition on indicators, such as `ST01 + ST02 <= 100` or `sum(children(GDP)) = GDP within 0.5%`. Nothing is ever
 * executed: the text becomes a tree of the kinds that `Expression` lists, and of no others.
 *
 * Loosest to tightest: or, and, not, comparisons (= != < <= > >=, a chain a <= b <= c, `within` a number or a share), + -,
 * * /, minus before a number, ^ (from the right). Codes with other signs than letters, digits and _ stand in brackets:
 * `[GDP-2]`. Functions: abs, ratio, min, max, sum, mean, count, previous(CODE, years), change, parent, children, observed.
 *
 * @param text  at most 1000 characters, nested at most 40 deep
 * @param codes codes of the indicators that there are; null = any code is taken
 * @returns the expression and the codes in it, in the order of their first mention; or what is wrong, and where
 * @see Pratt (1973), Top down operator precedence, POPL
 */
export function parseExpression(text: string, codes: ReadonlySet<string> | null = null): ParsedExpression {
  if (text.length > longestExpression) {
    return { ok: false, problem: { code: 'tooLong', from: longestExpression, to: text.length, text: '' } }
  }
  try {
    const parser = new Parser(text, codes)
    const expression = parser.whole()
    return { ok: true, expression, indicators: [...parser.seen] }
  } catch (error) {
    if (error instanceof ExpressionError) return { ok: false, problem: error.problem }
    throw error
  }
}
