// @ts-check
// `npm run bench -- NAME`: one of the measurements of bench/.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { generateClient, hydratePostgres, installPackages, offline } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'
import { endWith } from './lib/words.mjs'

process.chdir(path.dirname(import.meta.dirname))
const names = readdirSync('bench').flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
const [name = '', ...args] = process.argv.slice(2)
if (!names.includes(name)) {
  process.stderr.write(`usage: npm run bench -- ${names.join('|')}\n`)
  process.exit(2)
}
try {
  await installPackages()
  await hydratePostgres()
  await generateClient()
  const script = ['--import', 'tsx', '--conditions=react-server', `bench/${name}.ts`, ...args]
  await run(process.execPath, script, { env: offline() })
} catch (error) {
  endWith(error)
}
