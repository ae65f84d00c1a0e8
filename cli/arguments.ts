import { parseArgs } from 'node:util'
import { misuse } from './words'

/** What a verb takes besides `--help`. */
export type Syntax = {
  /** the verb as the person writes it */
  readonly verb: string
  /** options with a value, `data` for `--data FILE` */
  readonly values?: readonly string[]
  /** those of `values` that must be there */
  readonly needed?: readonly string[]
  /** options without a value */
  readonly flags?: readonly string[]
  /** what stands without a name, in order; all are needed */
  readonly positionals?: readonly string[]
}

export type Arguments = {
  readonly values: ReadonlyMap<string, string>
  readonly flags: ReadonlySet<string>
  readonly positionals: readonly string[]
}

/** Reads what follows a verb. @throws {UsageError} what the verb does not know, or what it lacks */
export function readArguments(args: readonly string[], syntax: Syntax): Arguments {
  const { verb, values: known = [], flags: knownFlags = [], needed = [], positionals: places = [] } = syntax
  const options = Object.fromEntries([
    ...known.map((name) => [name, { type: 'string' as const }]),
    ...knownFlags.map((name) => [name, { type: 'boolean' as const }]),
  ])
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string>()
  const flags = new Set<string>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName: option, value, inlineValue } = token
    if (values.has(name) || flags.has(name)) throw misuse('optionTwice', { option })
    if (knownFlags.includes(name)) {
      if (value !== undefined) throw misuse('flagWithValue', { verb, option })
      flags.add(name)
    } else if (known.includes(name)) {
      // `--data --out x`: the next option is no value, unless it is tied to this one by "=".
      if (!value || (!inlineValue && value.startsWith('--'))) throw misuse('missingValue', { verb, option })
      values.set(name, value)
    } else throw misuse('unknownOption', { verb, option })
  }
  const lacking = needed.find((name) => !values.has(name))
  if (lacking) throw misuse('missingOption', { verb, option: `--${lacking}` })
  const missing = places[positionals.length]
  if (missing) throw misuse('missingArgument', { verb, argument: missing })
  const extra = positionals[places.length]
  if (extra !== undefined) throw misuse('tooManyArguments', { verb, argument: extra })
  return { values, flags, positionals }
}
