// @ts-check
// Whether the migrations, run on an empty PostgreSQL, give what prisma/schema.prisma says.
import { applyMigrations, missingSql } from './lib/schema-engine.mjs'
import { withScratchPostgres } from './lib/scratch.mjs'
import { endWith } from './lib/words.mjs'

try {
  const missing = await withScratchPostgres(async (url) => {
    await applyMigrations(url)
    return missingSql(url)
  })
  if (missing) {
    process.stderr.write(`prisma/schema.prisma and prisma/migrations disagree. Missing:\n${missing}\n`)
    process.exit(1)
  }
} catch (error) {
  endWith(error)
}
