import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { applyIn, type Migration } from '#lib/db/migrate.ts'
import { BackupError, type Manifest } from './manifest.ts'
import { entriesOf } from './read.ts'
import { copyOut, plainOutput } from './write.ts'

type Onward = (name: string, bytes: Buffer) => Promise<void>

/**
 * Puts the database of a backup in the place of what is there, within the caller's transaction: until that commits, what was
 * there is there. Entries that are no rows go to `onward`. Every table is read back and compared with the manifest.
 */
export async function loadBackup(
  client: pg.Client,
  { file, manifest, migrations, onward }: { file: string; manifest: Manifest; migrations: Migration[]; onward: Onward },
): Promise<void> {
  const then = new Set(manifest.migrations.map(({ name }) => name))
  await client.query('DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await applyIn(
    client,
    migrations.filter(({ name }) => then.has(name)),
  )
  await plainOutput(client)
  const foreign = await takeForeignKeys(client)
  await forTables(client, manifest, name => `ALTER TABLE public."${name}" DISABLE TRIGGER USER`)
  // What the migrations themselves wrote is in the backup, as it is now.
  await client.query(`TRUNCATE ${manifest.tables.map(({ name }) => `public."${name}"`).join(', ')}`)
  await loadEntries(client, file, manifest, onward)
  for (const { name, last } of manifest.sequences)
    if (last !== null) await client.query('SELECT setval($1::regclass, $2)', [`public."${name}"`, last])
  for (const { table, name, definition } of foreign)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`)
  await forTables(client, manifest, name => `ALTER TABLE public."${name}" ENABLE TRIGGER USER`)
  await compareTables(client, manifest)
  await applyIn(
    client,
    migrations.filter(({ name }) => !then.has(name)),
  )
}

async function forTables(client: pg.Client, { tables }: Manifest, sql: (name: string) => string): Promise<void> {
  for (const { name } of tables) await client.query(sql(name))
}

const foreignKey = z.object({ table: z.string(), name: z.string(), definition: z.string() })

/** Without them rows come in any order; no right is needed that the owner of the tables has not. */
async function takeForeignKeys(client: pg.Client) {
  const { rows } = await client.query(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  )
  const keys = z.array(foreignKey).parse(rows)
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`)
  return keys
}

async function loadEntries(client: pg.Client, file: string, manifest: Manifest, onward: Onward): Promise<void> {
  const columns = new Map(manifest.tables.map(table => [table.name, table.columns]))
  let open: Open | null = null
  for await (const { name, bytes } of entriesOf(file)) {
    const table = /^tables\/(\w+)\/\d+$/.exec(name)?.[1]
    if (open && open.table !== table) {
      await finish(open)
      open = null
    }
    if (!table) {
      await onward(name, bytes)
      continue
    }
    const current: Open = open ?? { table, stream: client.query(copyInto(table, columns.get(table) ?? [])) }
    open = current
    const { stream } = current
    await new Promise<void>((resolve, reject) => {
      stream.once('error', reject)
      stream.write(bytes, error => (error ? reject(error) : resolve()))
    })
  }
  if (open) await finish(open)
}

interface Open {
  table: string
  stream: ReturnType<typeof copyFrom>
}

async function finish({ stream }: Open): Promise<void> {
  const done = once(stream, 'finish')
  stream.end()
  await done
}

function copyInto(table: string, columns: string[]) {
  return copyFrom(`COPY public."${table}" (${columns.map(name => `"${name}"`).join(', ')}) FROM STDIN`)
}

async function compareTables(client: pg.Client, { tables }: Manifest): Promise<void> {
  for (const { name, columns, rows, sha256 } of tables) {
    const hash = createHash('sha256')
    const stream = copyOut(client, name, columns)
    for await (const chunk of stream) hash.update(chunk)
    if (stream.rowCount !== rows || hash.digest('hex') !== sha256)
      throw new BackupError(`The table ${name} came back otherwise than it was: ${stream.rowCount} rows of ${rows}.`)
  }
}
