import { completeRecipe, type Recipe } from '@/core/index/recipe'
import { recipeProblem } from './core-words'
import { type NamedFile, readText, wrongAt } from './files'
import { lineAndColumn, scanJson } from './scan-json'

/**
 * Reads a recipe and completes it.
 *
 * @throws {CommandError} the file cannot be read, is no JSON, or is no recipe, with the line and column
 */
export function readRecipe(file: NamedFile): Recipe {
  const text = readText(file)
  const { error, keys } = scanJson(text)
  if (error !== null) {
    const rest = text.slice(error).split('\n')[0] ?? ''
    throw wrongAt({ file, ...lineAndColumn(text, error) }, rest ? 'notJson' : 'jsonEnds', { text: rest })
  }
  try {
    return completeRecipe(JSON.parse(text))
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    const { path, problem } = recipeProblem(thrown.message)
    // Of a limit that was left out, its family stands in the file.
    const key = [path, path.split('.')[0] ?? ''].find((name) => keys.has(name))
    throw wrongAt({ file, ...lineAndColumn(text, keys.get(key ?? '') ?? 0) }, 'recipeProblem', { problem })
  }
}
