import { type Panel, valueAt } from '@/core/panel'
import type { Expression, FunctionName, Tolerance } from './syntax'

/** Where an expression is evaluated, and what it may look at. */
export type ExpressionData = {
  readonly panel: Panel
  /** place of the region above each region; -1 = none */
  readonly parents: Int32Array
}

/**
 * A number of one region and year (places in the panel). NaN = unknown. A truth is 1 (true), 0 (false) or NaN (unknown).
 */
type Evaluated = (region: number, year: number) => number

/**
 * Makes a function of an expression. Truth has three values (Kleene): false and unknown is false, true or unknown is true,
 * everything else with unknown is unknown. Unknown comes from a value that was not observed, a year before the first one, a
 * region without parent or children, a division by 0, and a result that is no finite number.
 *
 * `children(CODE)` stands for the regions directly below that have any value of CODE in the panel: where one of them is not
 * observed in the year, sum, mean, min and max of them are unknown; `count` counts those that are observed.
 *
 * @param expression as `parseExpression` gives it
 * @param data       panel and parents; a code that the panel does not hold is never observed
 * @returns 1 = true, 0 = false, NaN = unknown
 */
export function evaluator(expression: Expression, data: ExpressionData): Evaluated {
  switch (expression.kind) {
    case 'number': {
      const { value } = expression
      return () => value
    }
    case 'year': {
      const { years } = data.panel
      return (_, year) => years[year] ?? Number.NaN
    }
    case 'indicator':
      return observedOf(expression.code, data)
    case 'minus': {
      const of = evaluator(expression.of, data)
      return (r, t) => -of(r, t)
    }
    case 'not': {
      const of = evaluator(expression.of, data)
      return (r, t) => 1 - of(r, t)
    }
    case 'and':
    case 'or': {
      const left = evaluator(expression.left, data)
      const right = evaluator(expression.right, data)
      const decisive = expression.kind === 'and' ? 0 : 1
      return (r, t) => {
        const a = left(r, t)
        if (a === decisive) return decisive
        const b = right(r, t)
        if (b === decisive) return decisive
        return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : 1 - decisive
      }
    }
    case 'comparison': {
      const left = evaluator(expression.left, data)
      const right = evaluator(expression.right, data)
      const { operator, tolerance } = expression
      return (r, t) => {
        const a = left(r, t)
        const b = right(r, t)
        if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN
        const isEqual = Math.abs(a - b) <= slackOf(a, b, tolerance)
        switch (operator) {
          case '=':
            return Number(isEqual)
          case '!=':
            return Number(!isEqual)
          case '<':
            return Number(a < b && !isEqual)
          case '<=':
            return Number(a < b || isEqual)
          case '>':
            return Number(a > b && !isEqual)
          case '>=':
            return Number(a > b || isEqual)
        }
      }
    }
    case 'arithmetic': {
      const left = evaluator(expression.left, data)
      const right = evaluator(expression.right, data)
      const calculate = arithmetic[expression.operator]
      return (r, t) => finite(calculate(left(r, t), right(r, t)))
    }
    case 'call':
      return call(expression.name, expression.of, data)
  }
}

const arithmetic: Readonly<Record<'+' | '-' | '*' | '/' | '^', (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  // Unknown stays unknown: in JavaScript NaN^0 is 1.
  '^': (a, b) => (Number.isNaN(a) ? a : a ** b),
}

const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN)

const slackOf = (a: number, b: number, { size, isShare }: Tolerance) =>
  isShare ? size * Math.max(Math.abs(a), Math.abs(b)) : size

function observedOf(code: string, { panel }: ExpressionData): Evaluated {
  const i = panel.indicators.indexOf(code)
  if (i < 0) return () => Number.NaN
  return (region, year) =>
    year < 0 || region < 0 ? Number.NaN : (valueAt(panel, region, year, i) ?? Number.NaN)
}

function call(name: FunctionName, of: readonly Expression[], data: ExpressionData): Evaluated {
  const [first, second] = of
  if (!first) throw new RangeError(`${name} needs an argument`)
  if (name === 'abs' || name === 'ratio') {
    const a = evaluator(first, data)
    if (name === 'abs') return (r, t) => Math.abs(a(r, t))
    const b = evaluator(second ?? first, data)
    return (r, t) => finite(a(r, t) / b(r, t))
  }
  if (first.kind === 'indicator') {
    const own = observedOf(first.code, data)
    const back = second?.kind === 'number' ? second.value : 1
    if (name === 'previous') return (r, t) => own(r, t - back)
    if (name === 'change') return (r, t) => own(r, t) - own(r, t - 1)
    if (name === 'observed') return (r, t) => Number(!Number.isNaN(own(r, t)))
    if (name === 'parent') return (r, t) => own(data.parents[r] ?? -1, t)
  }
  const lists = of.map((one) => many(one, data))
  return (r, t) =>
    fold(
      name,
      lists.flatMap((list) => list(r, t)),
    )
}

/** What a function of many takes: one number, or those of all children. */
function many(expression: Expression, data: ExpressionData): (region: number, year: number) => number[] {
  if (expression.kind !== 'call' || expression.name !== 'children') {
    const one = evaluator(expression, data)
    return (r, t) => [one(r, t)]
  }
  const [of] = expression.of
  const own = observedOf(of?.kind === 'indicator' ? of.code : '', data)
  const below = new Map<number, number[]>()
  data.parents.forEach((parent, region) => {
    const isCounted = parent >= 0 && data.panel.years.some((_, t) => !Number.isNaN(own(region, t)))
    if (isCounted) below.set(parent, [...(below.get(parent) ?? []), region])
  })
  return (r, t) => (below.get(r) ?? []).map((region) => own(region, t))
}

function fold(name: FunctionName, values: readonly number[]): number {
  if (name === 'count') return values.filter((value) => !Number.isNaN(value)).length
  if (values.length === 0) return Number.NaN
  if (name === 'min') return values.reduce((a, b) => Math.min(a, b))
  if (name === 'max') return values.reduce((a, b) => Math.max(a, b))
  const sum = values.reduce((a, b) => a + b)
  return finite(name === 'mean' ? sum / values.length : sum)
}
