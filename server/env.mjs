// @ts-check
// The one place where the environment is read. Plain JavaScript, so that the set-up scripts share it with the server.
import path from 'node:path'

const project = process.cwd()

/** Folder of everything Pentad keeps: the private database, its log and password. `PENTAD_HOME`, else `.pentad`. */
export function pentadHome() {
  return path.resolve(project, process.env.PENTAD_HOME || '.pentad')
}

/** Whether the person chose the folder; a chosen folder is never replaced by another. */
export function isHomeChosen() {
  return Boolean(process.env.PENTAD_HOME)
}

/** What stands in `PORT`, else 3000. */
export function portText() {
  return process.env.PORT || '3000'
}

/** Port of the web server on the loopback address: `PORT`, else 3000. Null when `PORT` is no port. */
export function webPort() {
  const text = portText()
  const port = Number(text)
  return /^\d+$/.test(text) && port >= 1 && port <= 65_535 ? port : null
}

/** Whether a PostgreSQL of the person's own is used instead of the private one. */
export function isDatabaseChosen() {
  return Boolean(process.env.DATABASE_URL)
}

/** Address of the database. `npm start` sets it for the processes it starts. Throws when there is none. */
export function databaseUrl() {
  const url = process.env.DATABASE_URL
  if (!url)
    throw new Error('DATABASE_URL is not set. Start Pentad with "npm start", which starts its own database.')
  return url
}

/** Path of the browser that the tests use: `PENTAD_CHROMIUM`, else null, and one is looked for. */
export function chosenChromium() {
  return process.env.PENTAD_CHROMIUM || null
}
