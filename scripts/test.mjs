// @ts-check
// `npm test`: on a fresh clone, everything that is missing, then every test. The last line counts.
// `--oracle` adds the comparison with reference results, which are not part of the project.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  buildWeb,
  checkNode,
  generateClient,
  hydratePostgres,
  installPackages,
  offline,
} from './lib/prepare.mjs'
import { endWith, SetupError } from './lib/words.mjs'
import { playwrightFailures, vitestFailures } from './testing/failures.mjs'

process.chdir(path.dirname(import.meta.dirname))

/** @typedef {{ passed: number, failed: number, failures: readonly import('./testing/failures.mjs').Failure[] }} Count */

const oracleFolder = '../shared/oracle'
const isOracleWanted = process.argv.includes('--oracle')
const reports = mkdtempSync(path.join(tmpdir(), 'pentad-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
const say = (/** @type {string} */ sentence) => process.stdout.write(`${sentence}\n`)

/** Runs one of the project's programs with its output shown. @returns {Promise<boolean>} whether it ended with 0 */
function isGood(/** @type {readonly string[]} */ args, /** @type {Record<string, string>} */ more = {}) {
  const env = { ...offline(), FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...more }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
}

/** What a JSON report holds, or null when the run ended before it could write one. */
function readReport(/** @type {string} */ file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** A run that failed without a failed test, such as a file that could not be read, counts as one failure. */
function counted(
  /** @type {boolean} */ good,
  /** @type {number} */ passed,
  /** @type {number} */ failed,
  /** @type {Count['failures']} */ failures,
) {
  return { passed, failed: good ? failed : Math.max(failed, 1), failures }
}

/** @returns {Promise<Count>} the check counts as one test */
async function check() {
  const good = await isGood(['scripts/check.mjs'])
  return counted(good, good ? 1 : 0, 0, good ? [] : [{ name: 'npm run check', message: '' }])
}

/** @returns {Promise<Count>} */
async function vitest(/** @type {readonly string[]} */ projects) {
  const file = path.join(reports, 'vitest.json')
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const good = await isGood(['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters])
  const report = readReport(file)
  return counted(good, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, vitestFailures(report))
}

/** @returns {Promise<Count>} */
async function endToEnd() {
  const file = path.join(reports, 'playwright.json')
  const good = await isGood(['node_modules/@playwright/test/cli.js', 'test'], { PENTAD_E2E_JSON: file })
  const report = readReport(file)
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  return counted(good, expected, unexpected + flaky, playwrightFailures(report))
}

try {
  checkNode()
  if (isOracleWanted && !existsSync(oracleFolder)) {
    throw new SetupError('oracleMissing', { folder: path.resolve(oracleFolder) })
  }
  await installPackages()
  await hydratePostgres()
  await generateClient()
  const { ensureChromium } = await import('./testing/chromium.mjs')
  await ensureChromium()
  await buildWeb()
  const projects = ['unit', 'database', ...(isOracleWanted ? ['oracle'] : [])]
  say('\nCheck: format, lint, import table, types, unused code, messages, migrations')
  const counts = [await check()]
  say(`\nVitest: ${projects.join(', ')}`)
  counts.push(await vitest(projects))
  if (!isOracleWanted)
    say('Skipped: the comparison with reference results (npm test -- --oracle), which needs their files.')
  say('\nEnd to end: the production build in a browser')
  counts.push(await endToEnd())
  for (const { name, message } of counts.flatMap((count) => count.failures)) {
    say(`\nFailed: ${name}\n${message}`)
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    counts.reduce((total, count) => total + count[key], 0)
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
} catch (error) {
  endWith(error)
}
