// @ts-check
// Reads ICU messages as far as their placeholders: enough to compare two languages without a library.

/**
 * @typedef {{ text: string, at: number, found: Set<string> }} Reader
 */

/**
 * What an ICU message says with its placeholders, `{name}`, and its tags, `<b>`. A number that only chooses between the
 * branches of a plural is grammar, which languages do not share; one that is printed (`#`) counts.
 *
 * @param {string} text
 * @returns {string[]} sorted, each once
 * @throws {SyntaxError} braces or branches that do not close
 */
export function placeholdersOf(text) {
  const reader = { text, at: 0, found: new Set() }
  readText(reader, null)
  return [...reader.found].sort()
}

/**
 * Text up to its end, or, inside a branch, up to the brace that closes the branch.
 * @param {Reader} reader
 * @param {string | null} chooser name that chose the branch
 */
function readText(reader, chooser) {
  const { text, found } = reader
  while (reader.at < text.length) {
    const char = text[reader.at]
    if (char === "'" && /[{}<>]/.test(text[reader.at + 1] ?? '')) {
      // An apostrophe before a brace quotes everything up to the next apostrophe.
      const end = text.indexOf("'", reader.at + 1)
      if (end < 0) throw new SyntaxError('an apostrophe quotes to the end')
      reader.at = end + 1
    } else if (char === '{') {
      readArgument(reader, chooser)
    } else if (char === '}') {
      if (chooser !== null) return
      throw new SyntaxError('a brace closes that was never opened')
    } else {
      const tag = /^<(\w+)>/.exec(text.slice(reader.at, reader.at + 40))
      if (tag) found.add(tag[0])
      if (char === '#' && chooser) found.add(`{${chooser}}`)
      reader.at += 1
    }
  }
  if (chooser !== null) throw new SyntaxError('a branch does not close')
}

function readArgument(/** @type {Reader} */ reader, /** @type {string | null} */ outer) {
  const { text, found } = reader
  const head = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(text.slice(reader.at))
  if (!head) throw new SyntaxError(`no name after the brace at ${reader.at}`)
  const [whole, name = '', type = ''] = head
  reader.at += whole.length
  if (type === 'select') {
    found.add(`{${name}}`)
    return readBranches(reader, outer ?? '')
  }
  if (/^(?:plural|selectordinal)$/.test(type)) return readBranches(reader, name)
  found.add(`{${name}}`)
  const end = text.indexOf('}', reader.at)
  if (end < 0) throw new SyntaxError(`{${name} does not close`)
  reader.at = end + 1
}

/** `, one {…} other {…}}` */
function readBranches(/** @type {Reader} */ reader, /** @type {string} */ chooser) {
  let hasOther = false
  for (;;) {
    const next = /^[\s,]*(?:(\})|(offset:\d+)|(=?\w+)\s*\{)/.exec(reader.text.slice(reader.at))
    if (!next) throw new SyntaxError(`no branch at ${reader.at}`)
    reader.at += next[0].length
    if (next[1]) break
    if (next[2]) continue
    hasOther ||= next[3] === 'other'
    readText(reader, chooser)
    reader.at += 1
  }
  if (!hasOther) throw new SyntaxError('a choice has no branch "other"')
}
