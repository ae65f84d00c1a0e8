// @ts-check
// `npm start` and `npm run dev`: everything that is missing, then Pentad on the loopback address until Ctrl-C.
import path from 'node:path'
import {
  buildWeb,
  checkNode,
  generateClient,
  hydratePostgres,
  installPackages,
  offline,
} from './lib/prepare.mjs'
import { run } from './lib/run.mjs'
import { claimPort, openDatabase, startWeb, waitUntilAnswers } from './lib/serve.mjs'
import { endWith, SetupError, say } from './lib/words.mjs'

process.chdir(path.dirname(import.meta.dirname))
const isDev = process.argv.includes('--dev')

/** What has to be stopped, in order. @type {(() => Promise<void>)[]} */
const running = []
/** @type {Promise<void> | null} */
let stopping = null
const stopAll = () => {
  stopping ??= (async () => {
    for (const stop of running.toReversed()) await stop()
  })()
  return stopping
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, async () => {
    if (stopping) return
    say('stopping')
    await stopAll()
    say('stopped')
    process.exit(0)
  })
}

try {
  checkNode()
  const port = await claimPort()
  await installPackages()
  await hydratePostgres()
  await generateClient()
  const database = await openDatabase()
  running.push(database.stop)
  const { prepareDatabase } = await import('./lib/database.mjs')
  const { isUntouched } = await prepareDatabase(database.url)
  const env = { ...offline(), DATABASE_URL: database.url }
  if (isUntouched) {
    say('loadingSample')
    await run(process.execPath, ['--import', 'tsx', '--conditions=react-server', 'prisma/sample/load.ts'], {
      env,
      isQuiet: true,
    })
  }
  if (!isDev) await buildWeb()
  const web = startWeb({ port, isDev, env: { ...env, NODE_ENV: isDev ? 'development' : 'production' } })
  running.push(web.stop)
  const address = `http://127.0.0.1:${port}`
  await waitUntilAnswers(address, web.ended)
  say('ready', { address })
  say('stopHint')
  const code = await web.ended
  if (!stopping) throw new SetupError('webFailed', { code: code ?? '–' })
} catch (error) {
  await stopAll()
  endWith(error)
}
