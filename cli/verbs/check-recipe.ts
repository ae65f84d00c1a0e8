import { readArguments } from '@/cli/arguments'
import { namedFile } from '@/cli/files'
import { readRecipe } from '@/cli/read-recipe'

/** `pentad recipe check FILE`: the recipe with everything that was left out. */
export async function checkRecipe(args: readonly string[], from: string): Promise<void> {
  const { positionals } = readArguments(args, { verb: 'recipe check', positionals: ['FILE'] })
  const recipe = readRecipe(namedFile(positionals[0] ?? '', from))
  process.stdout.write(`${JSON.stringify(recipe, null, 2)}\n`)
}
