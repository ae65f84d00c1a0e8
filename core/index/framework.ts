/**
 * One node of the framework: an indicator, an area, a theme, or a root.
 *
 * The nodes form a forest of any depth. A leaf with a direction is an indicator, of the code that its column has
 * in the panel; every other node is an aggregate of its children, and one without children is empty for now.
 * `weight` is relative to the other children of the same parent.
 */
export type FrameworkNode = {
  readonly code: string
  /** null = a root, which stands apart from every other root */
  readonly parent: string | null
  readonly weight: number
  /** indicators only: 1 = higher is better, -1 = lower is better */
  readonly direction?: 1 | -1
  /** indicators only, in the unit of the values: the ends of a fixed scale; null or left out = none is given */
  readonly goalpostLow?: number | null
  readonly goalpostHigh?: number | null
  /** indicators only, in the unit of the values: what is to be reached; null or left out = none is given */
  readonly target?: number | null
}

/**
 * The framework laid out for calculation. Nodes are numbered: first the columns of the panel (0..I-1), then the
 * aggregates (I..I+A-1), children before their parents, so that one walk upward scores the whole forest.
 */
export type FrameworkPlan = {
  /** I codes, as the panel has them; those outside the framework have no direction and no parent */
  readonly indicators: readonly string[]
  /** A codes, children before parents */
  readonly aggregates: readonly string[]
  readonly directions: readonly (1 | -1 | null)[]
  /** per indicator, in its unit; null = none is given */
  readonly goalpostLows: readonly (number | null)[]
  readonly goalpostHighs: readonly (number | null)[]
  readonly targets: readonly (number | null)[]
  /** per node: number of its parent, or -1 */
  readonly parents: Int32Array
  /** per node: weight as given, relative within its parent */
  readonly given: Float64Array
  /** per aggregate: numbers of its children, in the framework's order */
  readonly children: readonly Int32Array[]
  /** per aggregate: 1 = directly above indicators (or empty), else 1 + the highest level among its children */
  readonly levels: Uint8Array
  readonly numberOf: ReadonlyMap<string, number>
}

/**
 * Check a framework and lay it out over the columns of a panel.
 *
 * @param framework  nodes in display order, in any order of depth
 * @param indicators the panel's indicator codes; columns outside the framework take no part
 * @returns the plan; numbers depend on the order of nodes and columns only
 * @throws {RangeError} a code twice, an unknown parent, a circle, a direction on a node with children, an indicator
 *   without a column, an aggregate named like a column, a weight that is negative or not finite, or a goalpost or
 *   target that is not finite, stands the wrong way round, or belongs to no indicator
 */
export function planFramework(
  framework: readonly FrameworkNode[],
  indicators: readonly string[],
): FrameworkPlan {
  const nodes = new Map<string, FrameworkNode>()
  for (const node of framework) {
    if (nodes.has(node.code)) throw new RangeError(`framework: ${node.code} stands there twice`)
    if (!(node.weight >= 0 && Number.isFinite(node.weight))) {
      throw new RangeError(`framework: ${node.code} needs a finite weight of at least 0, got ${node.weight}`)
    }
    checkPoints(node)
    nodes.set(node.code, node)
  }
  const childrenOf = new Map<string, FrameworkNode[]>()
  for (const node of framework) {
    if (node.parent === null) continue
    if (!nodes.has(node.parent)) {
      throw new RangeError(`framework: ${node.code} has the unknown parent ${node.parent}`)
    }
    const siblings = childrenOf.get(node.parent)
    if (siblings) siblings.push(node)
    else childrenOf.set(node.parent, [node])
  }
  const numberOf = new Map(indicators.map((code, i) => [code, i]))
  for (const node of framework) checkKind(node, childrenOf.has(node.code), numberOf.has(node.code))

  const ordered = bottomUp(framework, childrenOf)
  const aggregates = ordered.map((node) => node.code)
  for (const code of aggregates) numberOf.set(code, numberOf.size)
  const size = indicators.length + aggregates.length
  const parents = new Int32Array(size).fill(-1)
  const given = new Float64Array(size)
  for (const { code, parent, weight } of framework) {
    const number = numberOf.get(code) ?? -1
    parents[number] = parent === null ? -1 : (numberOf.get(parent) ?? -1)
    given[number] = weight
  }
  const levels = new Uint8Array(aggregates.length)
  const children = ordered.map((node, a) => {
    const numbers = (childrenOf.get(node.code) ?? []).map((child) => numberOf.get(child.code) ?? -1)
    const below = numbers.map((number) =>
      number < indicators.length ? 0 : (levels[number - indicators.length] ?? 0),
    )
    levels[a] = 1 + Math.max(0, ...below)
    return Int32Array.from(numbers)
  })
  const perIndicator = <K extends 'direction' | 'goalpostLow' | 'goalpostHigh' | 'target'>(key: K) =>
    indicators.map((code) => nodes.get(code)?.[key] ?? null)
  return {
    indicators,
    aggregates,
    directions: perIndicator('direction'),
    goalpostLows: perIndicator('goalpostLow'),
    goalpostHighs: perIndicator('goalpostHigh'),
    targets: perIndicator('target'),
    parents,
    given,
    children,
    levels,
    numberOf,
  }
}

function checkPoints({ code, direction, goalpostLow, goalpostHigh, target }: FrameworkNode): void {
  for (const [name, point] of Object.entries({ goalpostLow, goalpostHigh, target })) {
    if (point === undefined || point === null) continue
    if (direction === undefined) throw new RangeError(`framework: ${code} has a ${name} and is no indicator`)
    if (!Number.isFinite(point)) {
      throw new RangeError(`framework: ${code} needs a finite ${name}, got ${point}`)
    }
  }
  if (goalpostLow == null || goalpostHigh == null || goalpostLow < goalpostHigh) return
  throw new RangeError(
    `framework: ${code} needs goalpostLow below goalpostHigh, got ${goalpostLow} and ${goalpostHigh}`,
  )
}

function checkKind({ code, direction }: FrameworkNode, hasChildren: boolean, isColumn: boolean): void {
  const isIndicator = direction !== undefined
  if (isIndicator && hasChildren) throw new RangeError(`framework: ${code} has a direction and children`)
  if (isIndicator && !isColumn)
    throw new RangeError(`framework: the indicator ${code} has no column in the panel`)
  if (!isIndicator && isColumn)
    throw new RangeError(`framework: ${code} is a column of the panel and needs a direction`)
}

/** The aggregates, children before parents, otherwise in the framework's order. */
function bottomUp(
  framework: readonly FrameworkNode[],
  childrenOf: ReadonlyMap<string, readonly FrameworkNode[]>,
): FrameworkNode[] {
  const ordered: FrameworkNode[] = []
  const visit = (node: FrameworkNode): void => {
    for (const child of childrenOf.get(node.code) ?? []) visit(child)
    if (node.direction === undefined) ordered.push(node)
  }
  for (const node of framework) if (node.parent === null) visit(node)
  // A circle hangs from no root, so a walk from the roots never enters it.
  const aggregateCount = framework.filter((node) => node.direction === undefined).length
  if (ordered.length < aggregateCount) {
    const reached = new Set(ordered.map((node) => node.code))
    const lost = framework.find((node) => node.direction === undefined && !reached.has(node.code))
    throw new RangeError(`framework: ${lost?.code} is its own ancestor`)
  }
  return ordered
}

/** The code of a node of the plan. */
export function codeOf(plan: FrameworkPlan, node: number): string {
  return (
    (node < plan.indicators.length
      ? plan.indicators[node]
      : plan.aggregates[node - plan.indicators.length]) ?? ''
  )
}
