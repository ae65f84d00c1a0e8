import type { Expression } from './syntax'

const isChildren = (expression: Expression) => expression.kind === 'call' && expression.name === 'children'

/**
 * The parts of an expression that read data, each an expression of its own: as long as their values are the same, so is
 * what the expression says. `children` has no value of its own; the function around it stands for it.
 *
 * @param expression as `parseExpression` gives it
 * @returns operands from left to right, repeated ones included
 */
export function operandsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'year':
      return []
    case 'indicator':
      return [expression]
    case 'minus':
    case 'not':
      return operandsOf(expression.of)
    case 'call': {
      const { name, of } = expression
      const readsElsewhere =
        name === 'previous' || name === 'change' || name === 'parent' || name === 'observed'
      if (readsElsewhere) return [expression]
      return [
        ...(of.some(isChildren) ? [expression] : []),
        ...of.filter((one) => !isChildren(one)).flatMap(operandsOf),
      ]
    }
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [...operandsOf(expression.left), ...operandsOf(expression.right)]
  }
}
