// @ts-check
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import {
  databaseUrl,
  isDatabaseChosen,
  isHomeChosen,
  pentadHome,
  portText,
  webPort,
} from '../../server/env.mjs'
import { SetupError, say } from './words.mjs'

/** The port to serve on, found free. @throws {SetupError} PORT is no port, is in use, or may not be opened */
export async function claimPort() {
  const port = webPort()
  if (port === null) throw new SetupError('portInvalid', { port: portText() })
  // A web server whose start was killed a moment ago may need that moment to see it.
  for (let tries = 5; ; tries--) {
    const code = await listenOnce(port)
    if (code === null) return port
    if (code === 'EACCES') throw new SetupError('portForbidden', { port })
    if (tries === 0) throw new SetupError('portInUse', { port, next: port < 65_535 ? port + 1 : 3000 })
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/**
 * Opens the port and closes it again: null when that went well, else why the port cannot be had.
 * @returns {Promise<'EADDRINUSE' | 'EACCES' | null>}
 */
async function listenOnce(/** @type {number} */ port) {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = 'code' in error ? error.code : ''
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(code)
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(null)))
  })
}

/**
 * The database to work with: the person's own, or the private one, started.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function openDatabase() {
  if (isDatabaseChosen()) return { url: databaseUrl(), stop: async () => undefined }
  const { startPostgres, usableHome } = await import('./postgres.mjs')
  const wanted = pentadHome()
  const home = usableHome(wanted, isHomeChosen())
  if (home !== wanted) say('movedHome', { folder: home })
  return startPostgres({ home })
}

/**
 * Starts Next.js in a process group of its own, so that Ctrl-C reaches this process alone and things stop in order. It
 * ends by itself when this process is killed (see web.mjs).
 *
 * @param {{ port: number, isDev: boolean, env: NodeJS.ProcessEnv }} options
 */
export function startWeb({ port, isDev, env }) {
  // By name: Next.js takes a rewrite for one to another host when the address is a number. ipv4first makes it 127.0.0.1.
  const args = [
    '--dns-result-order=ipv4first',
    'scripts/lib/web.mjs',
    isDev ? 'dev' : 'start',
    '-H',
    'localhost',
    '-p',
    String(port),
  ]
  const child = spawn(process.execPath, args, {
    env,
    detached: true,
    stdio: ['pipe', isDev ? 'inherit' : 'ignore', 'inherit'],
  })
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    if (child.pid === undefined || child.exitCode !== null) return
    if (process.platform === 'win32') child.kill(name)
    else process.kill(-child.pid, name)
  }
  return {
    ended,
    stop: async () => {
      const timer = setTimeout(() => signal('SIGKILL'), 5000)
      signal('SIGTERM')
      await ended
      clearTimeout(timer)
    },
  }
}

/** Waits until the address answers, or until the server has ended. */
export async function waitUntilAnswers(/** @type {string} */ address, /** @type {Promise<unknown>} */ ended) {
  let hasEnded = false
  ended.then(() => {
    hasEnded = true
  })
  while (!hasEnded) {
    const answer = await fetch(`${address}/api/health`).catch(() => null)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
