// @ts-check
// `node scripts/checks/layout.mjs`: files stand where the house wants them and are no longer than they may be.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { filesIn, rooms } from './files.mjs'

const longest = 400
/** A comment in the first lines of a file that says why it is longer. */
const reason = /^\s*(?:\/\/|\/?\*+)\s*Long because\b/im
const featureFiles =
  /^features\/[a-z-]+\/(?:(?:schema|queries|mutations|actions)\.ts|(?:components|adapters)\/.+|[a-z-]+(?:\.db|\.oracle)?\.test\.tsx?)$/
const otherFolders = ['docs', 'node_modules', 'out', 'playwright-report', 'public', 'test-results']
const mostLibFiles = 10

/**
 * @param {ReadonlyMap<string, string>} files path -> text
 * @param {readonly string[]} folders of the root
 * @returns {string[]} sentences
 */
export function layoutProblems(files, folders) {
  const problems = []
  for (const [file, text] of files) {
    const lines = text.split('\n').length - 1
    if (lines > longest && !reason.test(text.split('\n').slice(0, 5).join('\n'))) {
      problems.push(
        `${file} has ${lines} lines, more than ${longest}: cut it, or say at its top "Long because …"`,
      )
    }
    if (file.startsWith('features/') && !featureFiles.test(file)) {
      problems.push(
        `${file}: a feature holds schema.ts, queries.ts, mutations.ts, actions.ts, components/ and adapters/`,
      )
    }
    if (/(?:^|\/)(?:utils?|helpers?|hooks|types|misc)\//.test(file)) {
      problems.push(`${file}: a folder is named after what it is about, not after a kind of code`)
    }
    // bench/index.ts measures the index.
    if (/(?:^|\/)index\.tsx?$/.test(file) && file !== 'bench/index.ts')
      problems.push(`${file}: no barrels, files are imported by their own name`)
  }
  const inLib = [...files.keys()].filter(
    (file) => /^lib\/[^/]+\.tsx?$/.test(file) && !file.includes('.test.'),
  )
  if (inLib.length > mostLibFiles) problems.push(`lib has ${inLib.length} files, more than ${mostLibFiles}`)
  for (const folder of folders) {
    if (!rooms.includes(folder) && !otherFolders.includes(folder)) {
      problems.push(`${folder}/ is no room of the house: see the map in README.md`)
    }
  }
  return problems
}

function main() {
  const names = filesIn(rooms, /\.(?:tsx?|mjs|css)$/)
  const files = new Map(names.map((file) => [file, readFileSync(file, 'utf8')]))
  const folders = readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
  const problems = layoutProblems(files, folders)
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  if (problems.length > 0) process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
