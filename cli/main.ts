import { helpOf } from './help'
import { showProgress } from './progress'
import { CommandError, misuse, UsageError } from './words'

type Work = (args: readonly string[], from: string) => Promise<void>

/** Each verb is read when it is called: most need no more than a part of Pentad. */
const verbs = {
  index: async () => (await import('./verbs/compute-index')).computeIndex,
  'recipe check': async () => (await import('./verbs/check-recipe')).checkRecipe,
  import: async () => (await import('./verbs/import-observations')).importObservations,
  export: async () => (await import('./verbs/export-observations')).exportObservations,
  report: async () => (await import('./verbs/make-report')).makeReportFile,
} satisfies Record<string, () => Promise<Work>>

const isVerb = (text: string): text is keyof typeof verbs => Object.hasOwn(verbs, text)
const isHelp = (text: string | undefined) => text === '--help' || text === '-h'

/**
 * The command line.
 *
 * @param args what follows `pentad`
 * @param from the folder that paths are relative to
 * @returns the exit code: 0 = done, 1 = an error that was said on standard error, 2 = wrong use
 */
export async function main(args: readonly string[], from: string): Promise<0 | 1 | 2> {
  const [first] = args
  if (first === undefined) {
    process.stderr.write(helpOf())
    return 2
  }
  // `recipe` has one verb of its own so far.
  const verb = first === 'recipe' ? 'recipe check' : first
  try {
    if (isHelp(first)) {
      process.stdout.write(helpOf())
      return 0
    }
    if (!isVerb(verb)) throw misuse('unknownVerb', { verb })
    if (args.some(isHelp)) {
      process.stdout.write(helpOf(verb))
      return 0
    }
    if (first === 'recipe' && args[1] !== 'check') {
      if (args[1] === undefined) throw misuse('missingArgument', { verb: first, argument: 'check' })
      throw misuse('unknownVerb', { verb: `recipe ${args[1]}` })
    }
    const work = await verbs[verb]()
    await work(args.slice(verb.split(' ').length), from)
    return 0
  } catch (error) {
    showProgress(null)
    if (!(error instanceof CommandError)) throw error
    process.stderr.write(`${error.message}\n`)
    return error instanceof UsageError ? 2 : 1
  }
}
