import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'
import type { Migration } from '#lib/db/migrate.ts'
import { checkKey, type Storage } from '#lib/storage/storage.ts'
import { loadBackup } from './load.ts'
import { BackupError, type Manifest, secretsName } from './manifest.ts'

/**
 * Restores a backup that was checked. The database turns in one transaction; files are added before it commits and none is
 * taken away, so whoever is stopped in the middle has what was there. Returns the secret that the backup brings.
 */
export async function restoreBackup({
  client,
  file,
  manifest,
  migrations,
  storage,
  scratch,
}: {
  client: pg.Client
  file: string
  manifest: Manifest
  migrations: Migration[]
  storage: Pick<Storage, 'put'>
  /** A folder for one file at a time. */
  scratch: string
}): Promise<string | null> {
  const beside = join(scratch, `restoring.${process.pid}`)
  let secret: string | null = null
  const onward = async (name: string, bytes: Buffer) => {
    if (name === secretsName) secret = z.object({ authSecret: z.string() }).parse(JSON.parse(String(bytes))).authSecret
    const [folder, rest] = name.split('/')
    if (rest === undefined || (folder !== 'media' && folder !== 'originals')) return
    const key = `${folder}/${rest}` as const
    checkKey(key)
    await writeFile(beside, bytes, { mode: 0o600 })
    await storage.put(key, beside)
  }
  await client.query('BEGIN')
  try {
    await loadBackup(client, { file, manifest, migrations, onward })
    await beginAnew(client, manifest)
    await client.query('COMMIT')
    return secret
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    await rm(beside, { force: true })
  }
}

/**
 * Nobody is signed in, no page is kept, and the log says why. Jobs that waited are not in a backup: what was to be sent by them is failed, for
 * somebody to look at, because it may have been sent since.
 */
async function beginAnew(client: pg.Client, { at }: Manifest): Promise<void> {
  await client.query('UPDATE app_user SET version = version + 1')
  const unsent = 'The publication was restored from a backup before it was sent.'
  await client.query(`UPDATE mail SET state = 'failed', problem = $1 WHERE state = 'waiting'`, [unsent])
  await client.query(
    `UPDATE ping SET state = 'failed', answer = $1, finished_at = now(), due_at = NULL WHERE state = 'waiting'`,
    [unsent],
  )
  await client.query(`INSERT INTO content_event (kind, purge) VALUES ('restored', true)`)
  await client.query(`INSERT INTO audit_entry (action, detail) VALUES ('backup.restored', $1)`, [
    { by: 'operator', of: at },
  ])
}

/** Refuses a database in which somebody has begun. */
export async function refuseNotEmpty(client: pg.Client): Promise<void> {
  for (const table of ['app_user', 'review', 'work']) {
    const known = await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [`public.${table}`])
    if (!z.object({ there: z.boolean() }).parse(known.rows[0]).there) continue
    const { rowCount } = await client.query(`SELECT FROM public.${table} LIMIT 1`)
    if (rowCount) throw new BackupError('This database is not empty. To put the backup in its place: --replace.')
  }
}
