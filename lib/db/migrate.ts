import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { z } from 'zod'

// Why not Prisma's engine here: its driver adapter splits a script at every semicolon, so a function body or a trigger
// breaks, and each statement commits alone. One multi-statement query is one transaction: a migration that fails, or
// whose process is killed, leaves nothing behind. The `_prisma_migrations` table is kept exactly as Prisma keeps it, so
// `prisma migrate deploy` goes on with the same folder elsewhere.

export type Migration = { name: string; sql: string; checksum: string }
export type MigrationStatus = {
  applied: string[]
  pending: string[]
  /** Begun by another tool and never finished. Somebody has to look (docs/runbook.md). */
  failed: string[]
  /** Applied, and the file has been edited since. */
  edited: string[]
  /** Applied by a newer release than this one. */
  unknown: string[]
}
type Progress = (line: string) => void

/** Both sides of two deploys at once use this number; Prisma's own engine takes the same one. */
const ADVISORY_LOCK = 72707369
const folder = join(import.meta.dirname, '../../prisma/migrations')

/**
 * Applies what is pending of prisma/migrations, in order, and returns the names. A second caller waits for the first. The
 * queue's own tables are brought up to date too: a change may add a job before any worker has ever run.
 * Refuses when an earlier migration was left unfinished, was edited after it was applied, or is not known here.
 */
export async function migrate(
  url: string,
  { progress = () => {}, from = folder }: { progress?: Progress; from?: string } = {},
): Promise<string[]> {
  return withClient(url, async client => {
    await lock(client, progress)
    await client.query(TABLE)
    const migrations = readMigrations(from)
    const status = compare(migrations, await readHistory(client))
    refuseBroken(status)
    const pending = migrations.filter(migration => status.pending.includes(migration.name))
    for (const migration of pending) {
      progress(`Applying ${migration.name}`)
      await apply(client, migration)
    }
    await runMigrations({ connectionString: url })
    return status.pending
  })
}

/** Where the database stands beside prisma/migrations. Changes nothing. */
export async function migrationStatus(url: string, { from = folder } = {}): Promise<MigrationStatus> {
  return withClient(url, async client => compare(readMigrations(from), await readHistory(client)))
}

/** The migrations of this release, oldest first. */
export function readMigrations(from = folder): Migration[] {
  if (!existsSync(from)) return []
  return readdirSync(from, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
    .map(name => {
      const sql = readFileSync(join(from, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

// The definition that Prisma's engine creates.
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

const historyRow = z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() })
type HistoryRow = z.infer<typeof historyRow>

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'out-of-five migrate',
  })
  // A connection that breaks also rejects the query under way, which is where it is dealt with.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function lock(client: pg.Client, progress: Progress): Promise<void> {
  const got = await client.query('SELECT pg_try_advisory_lock($1) AS ok', [ADVISORY_LOCK])
  if (z.object({ ok: z.boolean() }).parse(got.rows[0]).ok) return
  progress('Another process is migrating this database; waiting for it')
  await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
}

async function readHistory(client: pg.Client): Promise<HistoryRow[]> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`)
  if (z.object({ name: z.string().nullable() }).parse(table.rows[0]).name === null) return []
  const { rows } = await client.query(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  )
  return z.array(historyRow).parse(rows)
}

function compare(migrations: Migration[], history: HistoryRow[]): MigrationStatus {
  const finished = new Map(history.filter(row => row.finished).map(row => [row.migration_name, row.checksum]))
  const names = new Set(migrations.map(migration => migration.name))
  return {
    applied: [...finished.keys()],
    pending: [...names].filter(name => !finished.has(name)),
    failed: history.filter(row => !row.finished && !finished.has(row.migration_name)).map(row => row.migration_name),
    edited: migrations
      .filter(({ name, checksum }) => (finished.get(name) ?? checksum) !== checksum)
      .map(({ name }) => name),
    unknown: [...finished.keys()].filter(name => !names.has(name)),
  }
}

function refuseBroken({ failed, edited, unknown }: MigrationStatus): void {
  if (failed.length > 0)
    throw new Error(
      `The migration ${failed.join(', ')} was begun and never finished. See "A migration did not finish" in docs/runbook.md before starting again.`,
    )
  if (edited.length > 0)
    throw new Error(
      `The migration ${edited.join(', ')} was changed after it had been applied. Restore the file; a landed migration is never edited.`,
    )
  if (unknown.length > 0)
    throw new Error(
      `This database is newer than this release: it has ${unknown.join(', ')}. Install the release that it belongs to.`,
    )
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { name, sql } = migration
  try {
    // The record is part of the same transaction as the change that it records.
    await client.query('BEGIN')
    await applyIn(client, [migration])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw new Error(`The migration ${name} failed and was undone: ${explain(error, sql)}`)
  }
}

/** Applies and records migrations within the caller's transaction, on a database that may be without any. */
export async function applyIn(client: pg.Client, migrations: Migration[]): Promise<void> {
  await client.query(TABLE)
  for (const { name, sql, checksum } of migrations) {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    // What a commit would check is checked now: a table with checks that wait cannot be altered by the next one.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED')
  }
}

const databaseError = z.object({ message: z.string(), position: z.string().optional(), detail: z.string().optional() })

/** PostgreSQL's message with the line of the script that it points at. */
function explain(error: unknown, sql: string): string {
  const known = databaseError.safeParse(error)
  if (!known.success) return String(error)
  const { message, position, detail } = known.data
  const line = position ? ` (line ${sql.slice(0, Number(position)).split('\n').length})` : ''
  return `${message}${line}${detail ? `. ${detail}` : ''}`
}
