import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Pack, pack } from 'tar-stream'
import { z } from 'zod'
import type { Storage, StorageKey } from '#lib/storage/storage.ts'
import { BackupError, formatVersion, type Manifest, manifestName, secretsName, trailer } from './manifest.ts'
import { copied } from './tables.ts'

/** Most of a table that is in memory at once. */
const partBytes = 4 * 1024 ** 2

export interface Source {
  client: pg.Client
  storage: Pick<Storage, 'read'>
  site: string
  /** What seals the second factors; null to leave it out. */
  authSecret: string | null
  /** The files that the rows of the snapshot name. */
  filesOf: (client: pg.Client) => Promise<StorageKey[]>
  mayMissFiles: boolean
  progress?: (line: string) => void
}

/** Writes a backup of one moment, while people go on writing. The file is there wholly, or not at all. */
export async function writeBackup(source: Source, target: string): Promise<Manifest> {
  const part = `${target}.${process.pid}.part`
  const { client } = source
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    await plainOutput(client)
    const tar = pack()
    const written = pipeline(
      Readable.from(tar),
      createZstdCompress(),
      createWriteStream(part, { mode: 0o600, flags: 'wx' }),
    )
    const filled = fill(tar, source)
    // What breaks one of them ends the other.
    filled.catch(error => tar.destroy(error))
    const [manifest] = await Promise.all([filled, written])
    await seal(part)
    await rename(part, target)
    return manifest
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await client.query('ROLLBACK')
  }
}

/** The same rows are the same bytes, on every server. */
export async function plainOutput(client: pg.Client): Promise<void> {
  await client.query(`SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601';
    SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL synchronize_seqscans = off;
    SET LOCAL statement_timeout = 0; SET LOCAL client_encoding = 'UTF8'`)
}

async function fill(tar: Pack, source: Source): Promise<Manifest> {
  const { client, progress = () => {} } = source
  const manifest: Manifest = {
    format: formatVersion,
    ...(await momentOf(source)),
    tables: [],
    missing: [],
    entries: [],
  }
  for (const name of copied) manifest.tables.push(await addTable(tar, client, name, manifest))
  progress(`${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${manifest.tables.length} tables`)
  const keys = [...new Set(await source.filesOf(client))].sort()
  for (const [index, key] of keys.entries()) {
    const file = await source.storage.read(key)
    if (file) await add(tar, key, await buffer(file), manifest)
    else manifest.missing.push(key)
    if ((index + 1) % 500 === 0) progress(`${index + 1} of ${keys.length} files`)
  }
  if (manifest.missing.length > 0 && !source.mayMissFiles)
    throw new BackupError(
      `${manifest.missing.length} files that the publication names are missing: ${manifest.missing.slice(0, 20).join(', ')}. ` +
        'Put them back, or make the backup without them: --allow-missing-files.',
    )
  const { authSecret } = source
  if (authSecret) await add(tar, secretsName, Buffer.from(JSON.stringify({ authSecret })), manifest)
  await put(tar, manifestName, Buffer.from(JSON.stringify(manifest)))
  tar.finalize()
  return manifest
}

async function momentOf({ client, site }: Source) {
  const read = async <T>(row: z.ZodType<T>, sql: string) => z.array(row).parse((await client.query(sql)).rows)
  const [moment] = await read(z.object({ at: z.date() }), 'SELECT now() AS at')
  return {
    site,
    at: (moment?.at ?? new Date(0)).toISOString(),
    migrations: await read(
      z.object({ name: z.string(), checksum: z.string() }),
      `SELECT migration_name AS name, checksum FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    ),
    sequences: await read(
      z.object({ name: z.string(), last: z.string().nullable() }),
      `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
    ),
  }
}

/** The columns that are stored and not computed, in their order. */
export async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`public.${table}`],
  )
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name)
}

/** Every row of a table as COPY writes it, in pieces. */
export function copyOut(client: pg.Client, table: string, columns: string[]) {
  return client.query(copyTo(`COPY public."${table}" (${columns.map(name => `"${name}"`).join(', ')}) TO STDOUT`))
}

async function addTable(tar: Pack, client: pg.Client, name: string, manifest: Manifest) {
  const columns = await columnsOf(client, name)
  const stream = copyOut(client, name, columns)
  const sha256 = createHash('sha256')
  let held: Buffer[] = []
  let size = 0
  let part = 0
  const flush = async () => {
    await add(tar, `tables/${name}/${String(part++).padStart(6, '0')}`, Buffer.concat(held), manifest)
    held = []
    size = 0
  }
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    sha256.update(bytes)
    held.push(bytes)
    size += bytes.length
    if (size >= partBytes) await flush()
  }
  if (size > 0) await flush()
  return { name, columns, rows: stream.rowCount, sha256: sha256.digest('hex') }
}

async function add(tar: Pack, name: string, bytes: Buffer, manifest: Manifest): Promise<void> {
  await put(tar, name, bytes)
  manifest.entries.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
}

/** Waits until the tar has taken it, so that no more than one entry is in memory. */
function put(tar: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = tar.entry({ name, size: bytes.length, mode: 0o600 }, error => (error ? reject(error) : resolve()))
    entry.end(bytes)
  })
}

async function seal(file: string): Promise<void> {
  const sha256 = createHash('sha256')
  for await (const chunk of createReadStream(file)) sha256.update(chunk)
  const handle = await open(file, 'a')
  try {
    await handle.write(trailer(sha256.digest()))
    await handle.sync()
  } finally {
    await handle.close()
  }
}
