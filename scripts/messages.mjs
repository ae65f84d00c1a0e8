// @ts-check
// `node scripts/messages.mjs`: both languages say the same things, nothing is missing and nothing is left over.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { filesIn } from './checks/files.mjs'
import { placeholdersOf } from './checks/icu.mjs'
import { messagesAsked } from './checks/message-uses.mjs'

/** @typedef {Map<string, string>} Messages key with its dots -> text */

/** @returns {Messages} */
function flatten(/** @type {object} */ tree, prefix = '') {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  )
}

/** What is wrong between the two languages. @param {Messages} en @param {Messages} zh @returns {string[]} */
export function parityProblems(en, zh) {
  const problems = []
  const read = (/** @type {string} */ language, /** @type {string} */ key, /** @type {string} */ text) => {
    try {
      return placeholdersOf(text).join(' ')
    } catch (error) {
      problems.push(
        `${language}.json: ${key} is not well formed: ${error instanceof Error ? error.message : error}`,
      )
      return null
    }
  }
  for (const key of new Set([...en.keys(), ...zh.keys()])) {
    const [inEnglish, inChinese] = [en.get(key), zh.get(key)]
    if (inEnglish === undefined) problems.push(`en.json lacks ${key}`)
    else if (inChinese === undefined) problems.push(`zh.json lacks ${key}`)
    else {
      // Blank in both languages: what stands between two sentences.
      const blank = [inEnglish, inChinese].map((text) => text.trim() === '')
      if (blank[0] && !blank[1]) problems.push(`en.json: ${key} is empty`)
      if (blank[1] && !blank[0]) problems.push(`zh.json: ${key} is empty`)
      const [a, b] = [read('en', key, inEnglish), read('zh', key, inChinese)]
      if (a !== null && b !== null && a !== b)
        problems.push(`${key}: placeholders differ: en "${a}", zh "${b}"`)
    }
  }
  return problems
}

/**
 * Keys asked for that do not exist, keys that nobody asks for, and words the browser asks for but is not sent.
 *
 * @param {Messages} messages
 * @param {ReadonlyMap<string, string>} sources file -> text
 * @param {readonly string[]} clientNamespaces
 * @returns {string[]}
 */
export function usageProblems(messages, sources, clientNamespaces) {
  const problems = []
  const keys = [...messages.keys()]
  const used = new Set()
  const open = new Set()
  const words = new Set()
  const join = (/** @type {string} */ namespace, /** @type {string} */ key) =>
    namespace ? `${namespace}.${key}` : key
  for (const [file, source] of sources) {
    for (const [, quoted, name] of source.matchAll(/['"`]([\w.-]+)['"`]|\b(\w+)\??:/g))
      words.add(quoted ?? name)
    const asked = messagesAsked(source)
    for (const namespace of asked.open) open.add(namespace)
    for (const namespace of asked.client) {
      const [root = ''] = namespace.split('.')
      if (!clientNamespaces.includes(root))
        problems.push(`${file}: the browser is not sent the words of "${root}"`)
    }
    for (const { namespaces, key, isPattern } of asked.uses) {
      const wanted = (namespaces ?? ['**']).map((namespace) => patternOf(join(namespace, key), isPattern))
      const found = keys.filter((candidate) => wanted.some((pattern) => pattern.test(candidate)))
      for (const one of found) used.add(one)
      const place = namespaces ? namespaces.join(' or ') : 'any namespace'
      if (found.length === 0) problems.push(`${file}: there is no message "${key}" in ${place}`)
    }
  }
  const isReached = (/** @type {string} */ key) =>
    [...open].some(
      (namespace) =>
        key.startsWith(join(namespace, '')) && suffixesOf(key).some((suffix) => words.has(suffix)),
    )
  for (const key of keys) if (!used.has(key) && !isReached(key)) problems.push(`nobody asks for ${key}`)
  return problems
}

/** `**` stands for any namespace, `*` for what a template fills in. */
function patternOf(/** @type {string} */ key, /** @type {boolean} */ isPattern) {
  const any = isPattern ? '.+' : '\\*'
  const escaped = key
    .replace('**.', '§')
    .replaceAll('.', '\\.')
    .replaceAll('*', any)
    .replace('§', '(?:.+\\.)?')
  return new RegExp(`^${escaped}$`)
}

/** `a.b.c` -> `c`, `b.c`, `a.b.c` */
function suffixesOf(/** @type {string} */ key) {
  const parts = key.split('.')
  return parts.map((_, i) => parts.slice(i).join('.'))
}

function main() {
  const [en, zh] = ['en', 'zh'].map((language) =>
    flatten(JSON.parse(readFileSync(`i18n/${language}.json`, 'utf8'))),
  )
  if (!en || !zh) return
  const files = filesIn(['app', 'components', 'features', 'i18n', 'lib', 'server'], /(?<!\.test)\.tsx?$/)
  const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
  const everywhere =
    /everywhere = \[([^\]]*)\]/.exec(sources.get('i18n/client-messages.tsx') ?? '')?.[1] ?? ''
  const also = [...sources.values()].flatMap((source) =>
    [...source.matchAll(/\balso=\{\[([^\]]*)\]\}/g)].map(([, list = '']) => list),
  )
  const clientNamespaces = [everywhere, ...also].flatMap((list) =>
    [...list.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? ''),
  )
  const problems = [...parityProblems(en, zh), ...usageProblems(en, sources, clientNamespaces)]
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  if (problems.length > 0) process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
