import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { databaseUrl } from './env.mjs'

export { Prisma }
export type Tx = Prisma.TransactionClient

function connect(): PrismaClient {
  return new PrismaClient({
    // The adapter writes times as those of UTC without saying so: in a session of another zone they would be stored hours off.
    adapter: new PrismaPg({ connectionString: databaseUrl(), max: 10, options: '-c TimeZone=UTC' }),
    transactionOptions: { maxWait: 10_000, timeout: 120_000 },
  })
}

// Reloading a module in development must not open another pool.
const held = globalThis as { pentadDb?: PrismaClient }

/** The one database client of this process, opened on first use: a build never needs a database. */
export function db(): PrismaClient {
  held.pentadDb ??= connect()
  return held.pentadDb
}
