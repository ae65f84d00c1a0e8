// @ts-check
// `npm run check`: everything that can be seen without running Pentad, in parts that run side by side.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { generateClient, hydratePostgres, installPackages, offline } from './lib/prepare.mjs'
import { endWith } from './lib/words.mjs'

process.chdir(path.dirname(import.meta.dirname))

/** @type {Record<string, readonly (readonly string[])[]>} commands of Node.js, one after the other */
const parts = {
  'migrations agree with the schema': [['scripts/verify-migrations.mjs']],
  types: [
    ['node_modules/next/dist/bin/next', 'typegen'],
    ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'],
  ],
  'unused code': [['node_modules/knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors']],
  'format, lint, import table': [
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ],
  messages: [['scripts/messages.mjs']],
  'layout and length': [['scripts/checks/layout.mjs']],
}

/** Runs a command to its end. @returns {Promise<{ isGood: boolean, output: string }>} */
function outcomeOf(/** @type {readonly string[]} */ args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env: offline(), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
      })
    }
    child.once('error', (error) => resolve({ isGood: false, output: error.message }))
    child.once('close', (code) => resolve({ isGood: code === 0, output }))
  })
}

const seconds = (/** @type {number} */ since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

async function runPart(/** @type {string} */ name, /** @type {readonly (readonly string[])[]} */ commands) {
  const start = performance.now()
  for (const command of commands) {
    const { isGood, output } = await outcomeOf(command)
    if (!isGood) {
      process.stdout.write(`✗ ${name} (${seconds(start)})\n`)
      return { name, output }
    }
  }
  process.stdout.write(`✓ ${name} (${seconds(start)})\n`)
  return null
}

try {
  const start = performance.now()
  await installPackages()
  await hydratePostgres()
  await generateClient()
  const results = await Promise.all(Object.entries(parts).map(([name, commands]) => runPart(name, commands)))
  const failures = results.filter((result) => result !== null)
  for (const { name, output } of failures) process.stdout.write(`\n${name}:\n${output.trimEnd()}\n`)
  if (failures.length > 0) {
    process.stdout.write(`\nThe check failed: ${failures.map(({ name }) => name).join('; ')}.\n`)
    process.exit(1)
  }
  process.stdout.write(`Everything agrees (${seconds(start)}).\n`)
} catch (error) {
  endWith(error)
}
