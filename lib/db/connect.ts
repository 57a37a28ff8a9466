import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'

export type Database = { prisma: PrismaClient; pool: pg.Pool; close: () => Promise<void> }

/**
 * A Prisma client on its own pool. Free of `server-only`, so that scripts, seeds and tests can use it.
 *
 * A connection that cannot be had within 5 s and a statement that runs longer than 15 s fail, instead of making readers
 * wait; after PostgreSQL comes back the pool opens new connections by itself, because broken ones are dropped on error.
 */
export function connect(url: string, { max = 10 }: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    // The server's own limit does not help when the server hangs or the network is gone.
    query_timeout: 20_000,
    keepAlive: true,
    application_name: 'out-of-five',
  })
  // Without a listener, an idle connection that PostgreSQL closes would end the process.
  pool.on('error', () => {})
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const close = async () => {
    await prisma.$disconnect()
    await pool.end()
  }
  return { prisma, pool, close }
}

// Prisma 7.10 loads the relations of a query inside a transaction side by side on its one connection. pg queues them, which is
// right, and says once per process that pg 9 will not. Nobody who runs a publication can do anything about that line.
const emitWarning = process.emitWarning.bind(process)
process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
  if (!String(warning).startsWith('Calling client.query() when the client is already executing'))
    Reflect.apply(emitWarning, process, [warning, ...rest])
}
