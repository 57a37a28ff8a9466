import pg from 'pg'
import { z } from 'zod'
import type { Logger } from '#lib/log.ts'

export type WatchOptions = {
  connectionString: string
  /** The name under which this process takes jobs. */
  name: string
  log: Logger
  /** Called when the connection that proves us alive is lost. */
  leave: () => void
}

export type Watch = { close: () => Promise<void> }

const EVERY = 20_000
/** Only ours: the first half of the advisory locks by which workers show that they live. */
const LOCKS = 1_715_205

/**
 * Gives the jobs of dead workers back. graphile-worker by itself waits four hours for a worker that was killed. Here each
 * one holds an advisory lock on its name for as long as its process lives, so whose lock can be had is dead.
 */
export async function openWatch({ connectionString, name, log, leave }: WatchOptions): Promise<Watch> {
  const client = new pg.Client({
    connectionString,
    application_name: 'out-of-five worker watch',
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    keepAlive: true,
  })
  client.on('error', () => leave())
  await client.connect()
  await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCKS, name])
  const look = async (): Promise<void> => {
    try {
      const freed = await rescue(client, name)
      if (freed.length > 0) log.warn({ workers: freed }, 'jobs of workers that died are done again')
    } catch {
      leave()
    }
  }
  await look()
  const timer = setInterval(() => void look(), EVERY)
  return {
    close: async () => {
      clearInterval(timer)
      // Our own jobs are finished or were cut off by now; either way nobody works on what still bears our name.
      await client.query(UNLOCK, [[name]]).catch(() => {})
      await client.end().catch(() => {})
    },
  }
}

// A job that was only just handed out may belong to a worker that has not taken its lock yet.
const DEAD = `
  SELECT locked_by AS name FROM (
    SELECT DISTINCT locked_by FROM graphile_worker.jobs
    WHERE locked_by <> $2 AND locked_at < now() - interval '15 seconds'
  ) AS workers
  WHERE pg_try_advisory_xact_lock($1, hashtext(locked_by))`

const UNLOCK = 'SELECT graphile_worker.force_unlock_workers($1::text[])'

async function rescue(client: pg.Client, name: string): Promise<string[]> {
  const { rows } = await client.query(DEAD, [LOCKS, name])
  const names = z.array(z.object({ name: z.string() })).parse(rows)
  const dead = names.map(row => row.name)
  if (dead.length > 0) await client.query(UNLOCK, [dead])
  return dead
}
