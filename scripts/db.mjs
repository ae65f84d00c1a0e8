// @ts-check
// `npm run db -- migrate NAME`: writes the migration that leads from the last one to prisma/schema.prisma.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generateClient, hydratePostgres, installPackages } from './lib/prepare.mjs'
import { endWith } from './lib/words.mjs'

process.chdir(path.dirname(import.meta.dirname))
const [verb, name = ''] = process.argv.slice(2)
if (verb !== 'migrate' || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('usage: npm run db -- migrate NAME   (NAME: small letters, digits and _)\n')
  process.exit(2)
}
try {
  await installPackages()
  await hydratePostgres()
  const { applyMigrations, missingSql } = await import('./lib/schema-engine.mjs')
  const { withScratchPostgres } = await import('./lib/scratch.mjs')
  const sql = await withScratchPostgres(async (url) => {
    await applyMigrations(url)
    return missingSql(url)
  })
  if (sql) {
    const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
    const folder = `prisma/migrations/${stamp}_${name}`
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'migration.sql'), sql)
    process.stdout.write(
      `Wrote ${folder}/migration.sql: read it, add what the schema cannot say, and commit it.\n`,
    )
  } else {
    process.stdout.write('The migrations already give what the schema says: nothing was written.\n')
  }
  await generateClient()
} catch (error) {
  endWith(error)
}
