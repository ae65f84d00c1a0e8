// @ts-check
// Finds in a source file which messages it asks for. It reads text, not syntax trees: the project's own few ways of
// asking (`const t = useTranslations('area')`, `t('key')`, `` t(`status.${x}`) ``, `t(isOne ? 'a' : 'b')`) suffice.

/**
 * @typedef {object} Use
 * @property {string[] | null} namespaces of the translator asked (of its name, in this file); null: it came from elsewhere
 * @property {string} key a key, or for `isPattern` one with * for the parts known only when it runs
 * @property {boolean} isPattern
 */

/**
 * @typedef {object} Asked
 * @property {Use[]} uses
 * @property {Set<string>} open namespaces that are asked for keys that only a run knows
 * @property {Set<string>} client namespaces asked for in the browser
 */

const makers =
  /\b(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations|createTranslator)\(/g

/** Text from an opening parenthesis to the comma or parenthesis that ends the first argument. */
function firstArgument(/** @type {string} */ source, /** @type {number} */ start) {
  let depth = 0
  for (let at = start; at < source.length; at++) {
    const char = source[at] ?? ''
    if (`'"\``.includes(char)) {
      const end = closingQuote(source, at)
      if (end < 0) break
      at = end
    } else if ('([{'.includes(char)) depth += 1
    else if (')]}'.includes(char)) {
      if (depth === 0) return source.slice(start, at).trim()
      depth -= 1
    } else if (char === ',' && depth === 0) return source.slice(start, at).trim()
  }
  return source.slice(start).trim()
}

function closingQuote(/** @type {string} */ source, /** @type {number} */ open) {
  for (let at = open + 1; at < source.length; at++) {
    if (source[at] === '\\') at += 1
    else if (source[at] === source[open]) return at
  }
  return -1
}

/** Namespace that a call of a maker names; '' = all messages, null = not a plain text. */
function namespaceOf(/** @type {string} */ argument) {
  if (argument === '') return ''
  const plain = /^['"]([\w.]+)['"]$/.exec(argument) ?? /\bnamespace:\s*['"]([\w.]+)['"]/.exec(argument)
  if (plain) return plain[1] ?? ''
  return argument.startsWith('{') && !argument.includes('namespace') ? '' : null
}

/**
 * Keys that an argument names, and whether it may name others.
 * @param {string} argument
 * @returns {{ keys: { key: string, isPattern: boolean }[], isOpen: boolean }}
 */
function keysIn(argument) {
  const plain = /^['"]([^'"`]*)['"]$/.exec(argument)
  if (plain) return { keys: [{ key: plain[1] ?? '', isPattern: false }], isOpen: false }
  const template = /^`([^`]*)`$/.exec(argument)
  if (template)
    return {
      keys: [{ key: (template[1] ?? '').replaceAll(/\$\{[^}]*\}/g, '*'), isPattern: true }],
      isOpen: false,
    }
  // A choice: the texts that follow ? and :. Texts that are compared with do not.
  if (argument.includes('{')) return { keys: [], isOpen: true }
  const chosen = [...argument.matchAll(/[?:]\s*['"]([\w.]+)['"]/g)]
  return {
    keys: chosen.map((match) => ({ key: match[1] ?? '', isPattern: false })),
    isOpen: chosen.length === 0,
  }
}

/**
 * @param {string} source
 * @returns {Asked}
 */
export function messagesAsked(source) {
  /** @type {Map<string, Set<string>>} */
  const translators = new Map()
  const client = new Set()
  const isClient = /^['"]use client['"]/m.test(source)
  for (const match of source.matchAll(makers)) {
    const namespace = namespaceOf(firstArgument(source, match.index + match[0].length))
    const name = match[1] ?? ''
    if (namespace === null) continue
    translators.set(name, (translators.get(name) ?? new Set()).add(namespace))
    if (isClient) client.add(namespace)
  }
  /** @type {Use[]} */
  const uses = []
  const open = new Set()
  const names = [...new Set([...translators.keys(), 't'])].join('|')
  const calls = new RegExp(`(?<![\\w.'"\`])(${names})(?:\\.(?:rich|markup|raw|has))?\\(`, 'g')
  for (const match of source.matchAll(calls)) {
    const { keys, isOpen } = keysIn(firstArgument(source, match.index + match[0].length))
    const namespaces = translators.get(match[1] ?? '')
    for (const key of keys) uses.push({ ...key, namespaces: namespaces ? [...namespaces] : null })
    if (isOpen) for (const namespace of namespaces ?? []) open.add(namespace)
  }
  // A translator that is handed on may be asked for anything.
  for (const [name, namespaces] of translators) {
    const isHandedOn = new RegExp(
      `[(,{]\\s*${name}\\s*[,)}]|\\w=\\{${name}\\}|:\\s*${name}\\s*[,}]|return ${name}$`,
      'm',
    )
    if (isHandedOn.test(source)) for (const namespace of namespaces) open.add(namespace)
  }
  return { uses, open, client }
}
