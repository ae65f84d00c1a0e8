import type { FrameworkNode } from '@/core/index/framework'
import { type NamedFile, wrongAt } from './files'
import { readTable } from './read-table'

const header = {
  needed: ['code', 'parent', 'direction', 'weight'],
  optional: ['goalpost_low', 'goalpost_high', 'target'],
}

type Line = {
  readonly line: number
  readonly code: string
  readonly parent: string
  readonly direction: string
  readonly weight: number
  readonly low: number | null
  readonly high: number | null
  readonly target: number | null
}

/**
 * Reads a framework: a row per node; those without a node below them are the indicators. Order is kept.
 *
 * @throws {CommandError} what does not hold together, with its line and column
 */
export async function readFramework(file: NamedFile): Promise<FrameworkNode[]> {
  const lines = new Map<string, Line>()
  await readTable(file, header, (row) => {
    const { line } = row
    const code = row.code('code')
    const before = lines.get(code)?.line
    if (before !== undefined) throw wrongAt({ file, line, column: 'code' }, 'rowTwice', { code, before })
    const direction = row.text('direction')
    if (!['', '1', '+1', '-1'].includes(direction)) {
      throw wrongAt({ file, line, column: 'direction' }, 'directionInvalid', { text: direction })
    }
    const weight = row.number('weight') ?? 1
    if (weight < 0) {
      throw wrongAt({ file, line, column: 'weight' }, 'weightInvalid', { text: row.text('weight') })
    }
    lines.set(code, {
      line,
      code,
      parent: row.text('parent'),
      direction,
      weight,
      low: row.number('goalpost_low'),
      high: row.number('goalpost_high'),
      target: row.number('target'),
    })
  })
  const parents = new Set<string>()
  for (const { line, parent } of lines.values()) {
    if (parent === '') continue
    if (!lines.has(parent)) throw wrongAt({ file, line, column: 'parent' }, 'unknownParent', { parent })
    parents.add(parent)
  }
  const rootless = findCircle(lines)
  if (rootless) {
    throw wrongAt({ file, line: rootless.line, column: 'parent' }, 'circle', { code: rootless.code })
  }
  return Array.from(lines.values(), (line) =>
    parents.has(line.code) ? aggregateOf(file, line) : indicatorOf(file, line),
  )
}

/** The first node from which no way up leads to a root and that lies on the circle itself. */
function findCircle(lines: ReadonlyMap<string, Line>): Line | null {
  const ends = new Set<string>()
  for (const start of lines.values()) {
    const passed = new Set<string>()
    let at: Line | undefined = start
    while (at && !ends.has(at.code)) {
      if (passed.has(at.code)) return at
      passed.add(at.code)
      at = lines.get(at.parent)
    }
    for (const code of passed) ends.add(code)
  }
  return null
}

function aggregateOf(
  file: NamedFile,
  { line, code, parent, direction, weight, ...points }: Line,
): FrameworkNode {
  if (direction === '-1') throw wrongAt({ file, line, column: 'direction' }, 'directionAbove', { code })
  const named = [
    ['goalpost_low', points.low],
    ['goalpost_high', points.high],
    ['target', points.target],
  ] as const
  const column = named.find(([, point]) => point !== null)?.[0]
  if (column) throw wrongAt({ file, line, column }, 'onlyIndicators', { code })
  return { code, parent: parent || null, weight }
}

function indicatorOf(file: NamedFile, node: Line): FrameworkNode {
  const { line, code, parent, direction, weight, low, high, target } = node
  if (direction === '') throw wrongAt({ file, line, column: 'direction' }, 'directionMissing', { code })
  if ((low === null) !== (high === null)) {
    const column = low === null ? 'goalpost_low' : 'goalpost_high'
    throw wrongAt({ file, line, column }, 'goalpostAlone')
  }
  if (low !== null && high !== null && !(low < high)) {
    throw wrongAt({ file, line, column: 'goalpost_low' }, 'goalpostsReversed', { low, high })
  }
  return {
    code,
    parent: parent || null,
    weight,
    direction: direction === '-1' ? -1 : 1,
    goalpostLow: low,
    goalpostHigh: high,
    target,
  }
}
