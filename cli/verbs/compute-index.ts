import { readArguments } from '@/cli/arguments'
import { calculationProblem } from '@/cli/core-words'
import { namedFile } from '@/cli/files'
import { indexFileNames, indexFiles } from '@/cli/index-files'
import { showProgress } from '@/cli/progress'
import { rankRanges } from '@/cli/rank-ranges'
import { readData } from '@/cli/read-data'
import { readFramework } from '@/cli/read-framework'
import { readRecipe } from '@/cli/read-recipe'
import { readRegions } from '@/cli/read-regions'
import { writeFolder } from '@/cli/results-folder'
import { counted, listed, refusal, sentence } from '@/cli/words'
import { type IndexResult, runIndex } from '@/core/index/run-index'

/** `pentad index`: a recipe carried out on files, without a database. */
export async function computeIndex(args: readonly string[], from: string): Promise<void> {
  const { values } = readArguments(args, {
    verb: 'index',
    values: ['data', 'framework', 'recipe', 'regions', 'out'],
    needed: ['data', 'framework', 'recipe', 'out'],
  })
  const file = (name: string) => namedFile(values.get(name) ?? '', from)
  const data = file('data')
  const out = file('out')
  const recipe = readRecipe(file('recipe'))
  const framework = await readFramework(file('framework'))
  const groups = values.has('regions') ? await readRegions(file('regions')) : null
  const { panel, passedOver } = await readData(data, {
    indicators: framework.flatMap((node) => (node.direction === undefined ? [] : [node.code])),
    framework: file('framework'),
    regions: groups && { known: groups, file: file('regions') },
    onProgress: (rows) => showProgress('reading', { file: data.name, rows: counted(rows) }),
  })

  showProgress('calculating')
  const named = namedGroups(groups)
  const index = calculated(() => runIndex(panel, framework, recipe, { groups: named }))
  if (recipe.uncertainty.runs > 0) showProgress('uncertainty', { runs: counted(recipe.uncertainty.runs) })
  const ranges = calculated(() => rankRanges(panel, framework, recipe, named))
  showProgress('writing', { file: out.name })
  const files = indexFiles(
    index,
    framework.map((node) => node.code),
    ranges,
  )
  writeFolder(out, files, indexFileNames)
  showProgress(null)
  warn(index, passedOver, { data: data.name, framework: file('framework').name })
  const written = {
    regions: counted(panel.regions.length),
    years: counted(panel.years.length),
    nodes: counted(framework.length),
    files: files.size,
    folder: out.name,
  }
  process.stdout.write(`${sentence('indexWritten', written)}\n`)
}

/** Regions without a group belong to none. */
function namedGroups(groups: ReadonlyMap<string, string> | null): ReadonlyMap<string, string> | undefined {
  return groups ? new Map([...groups].filter(([, group]) => group !== '')) : undefined
}

/** A condition of a method that the data do not meet is the person's to settle. */
function calculated<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError)
      throw refusal('cannotCalculate', { reason: calculationProblem(error.message) })
    throw error
  }
}

/** What one must know to read the results, on standard error. */
function warn(
  index: IndexResult,
  passedOver: readonly string[],
  names: { readonly data: string; readonly framework: string },
): void {
  const say = (key: 'passedOver' | 'unused' | 'unscored', codes: readonly string[]) => {
    if (codes.length === 0) return
    const params = { ...names, count: counted(codes.length), codes: listed(codes) }
    process.stderr.write(`${sentence(key, params)}\n`)
  }
  say('passedOver', passedOver)
  say('unused', index.unused)
  say('unscored', [...new Set(index.warnings.map((warning) => warning.indicator))])
}
