import { env } from '#lib/env.ts'
import { connect, type Database } from './connect.ts'

export type { PrismaClient } from './generated/client.ts'

/** The application's Prisma client, made on first use: importing a module, or `next build`, never connects. */
export function db() {
  return database().prisma
}

/** The client with its pool, for LISTEN connections, health checks and a clean shutdown. */
export function database(): Database {
  globalThis.outOfFiveDatabase ??= connect(databaseUrl(), { max: env().DATABASE_POOL_SIZE })
  return globalThis.outOfFiveDatabase
}

/** Ends the pool, if there is one. */
export async function closeDatabase(): Promise<void> {
  const open = globalThis.outOfFiveDatabase
  globalThis.outOfFiveDatabase = undefined
  await open?.close()
}

// On globalThis: Next bundles this module once for every kind of entry, and hot reload evaluates it again.
declare global {
  var outOfFiveDatabase: Database | undefined
}

function databaseUrl(): string {
  const url = env().DATABASE_URL
  if (!url)
    throw new Error('DATABASE_URL is not set. `npm start` and `npm run dev` set it for the PostgreSQL that they bring.')
  return url
}
