// @ts-check
// `npm run sample -- load|remove`
import path from 'node:path'
import { generateClient, hydratePostgres, installPackages, offline } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'
import { openDatabase } from './lib/serve.mjs'
import { endWith } from './lib/words.mjs'

process.chdir(path.dirname(import.meta.dirname))
try {
  await installPackages()
  await hydratePostgres()
  await generateClient()
  const database = await openDatabase()
  try {
    const { prepareDatabase } = await import('./lib/database.mjs')
    await prepareDatabase(database.url)
    const env = { ...offline(), DATABASE_URL: database.url }
    const script = ['--import', 'tsx', '--conditions=react-server', 'prisma/sample/load.ts']
    await run(process.execPath, [...script, ...process.argv.slice(2)], { env })
  } finally {
    await database.stop()
  }
} catch (error) {
  endWith(error)
}
