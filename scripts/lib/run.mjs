// @ts-check
import { spawn } from 'node:child_process'
import { SetupError } from './words.mjs'

/**
 * Runs a command to its end with its output shown, or kept quiet until it fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, isQuiet?: boolean }} [options]
 * @throws {SetupError} the command could not be started or did not end with 0
 */
export async function run(command, args, { env = process.env, isQuiet = false } = {}) {
  const child = spawn(command, args, {
    env,
    stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  })
  /** @type {Buffer[]} */
  const kept = []
  child.stdout?.on('data', (chunk) => kept.push(chunk))
  child.stderr?.on('data', (chunk) => kept.push(chunk))
  /** @type {number | null} */
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      kept.push(Buffer.from(`${error.message}\n`))
      resolve(null)
    })
    child.once('close', resolve)
  })
  if (code === 0) return
  process.stderr.write(Buffer.concat(kept))
  throw new SetupError('stepFailed', { command: [command, ...args].join(' ') })
}

/**
 * Runs one of the project's own command line programs with this Node.js.
 * @param {string} file path from the project's root
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, isQuiet?: boolean }} [options]
 */
export function runNode(file, args, options) {
  return run(process.execPath, [file, ...args], options)
}
