#!/usr/bin/env node
// @ts-check
// `pentad VERB …`: lets Node.js read the project's TypeScript, wherever it is called from, and hands over.
import { register } from 'node:module'
import path from 'node:path'
import { callerFolder, installWhenBare } from '../scripts/lib/command.mjs'
import { endWith, speakOn } from '../scripts/lib/words.mjs'

const from = callerFolder()
const project = path.dirname(import.meta.dirname)
process.chdir(project)
// Standard output is for results; what is being done is said on a terminal only.
speakOn(process.stderr.isTTY ? process.stderr : null)
// Whoever reads the results may have read enough.
process.stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1))
try {
  await installWhenBare()
  const typescript = await import('tsx/esm/api')
  typescript.register({ tsconfig: path.join(project, 'tsconfig.json') })
  // After tsx, so that it is asked first: tsx then finds the file that the alias stands for.
  register('./resolve-alias.mjs', import.meta.url)
  const { main } = await import('./main')
  const code = await main(process.argv.slice(2), from)
  // What is still open, such as connections, waits for nobody; what was written is let out first.
  process.stdout.write('', () => process.exit(code))
} catch (error) {
  endWith(error)
}
