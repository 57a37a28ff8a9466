import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { Manifest } from '#lib/backup/manifest.ts'
import { checkBackup } from '#lib/backup/read.ts'
import { restoreBackup } from '#lib/backup/restore.ts'
import { writeBackup } from '#lib/backup/write.ts'
import { readMigrations } from '#lib/db/migrate.ts'
import { env } from '#lib/env.ts'
import { openDisk } from '#lib/storage/disk.ts'
import { storage } from '#lib/storage/open.ts'
import { filesIn, recordRun, withClient } from './backup-run.ts'
import { explain, main, seconds, Trouble } from './console.ts'
import { withDatabase } from './database.ts'
import { brokenInvariants, filesOfRows } from './invariants.ts'

// npm run backup [-- <file>] [--allow-missing-files] [--without-secrets]
// npm run backup -- --prove [<file>]   restores the newest (or this one) into a scratch database, compares, and throws it away

main(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      prove: { type: 'boolean', default: false },
      'allow-missing-files': { type: 'boolean', default: false },
      'without-secrets': { type: 'boolean', default: false },
    },
  })
  const [given] = positionals
  // What npm left of an option that stood in the wrong place is no name of a file.
  if (given?.startsWith('-')) throw new Trouble(`“${given}” is no file. Write: npm run backup -- --prove [file]`)
  return withDatabase('npm run backup', url =>
    values.prove
      ? attempt(url, 'proven', given ? resolve(given) : newest(), file => prove(url, file))
      : attempt(url, 'made', given ? resolve(given) : defaultFile(), file =>
          make(url, file, { mayMissFiles: values['allow-missing-files'], withSecrets: !values['without-secrets'] }),
        ),
  )
})

/** Does it and writes down how it went, also when it did not. */
async function attempt(url: string, kind: 'made' | 'proven', file: string, work: (file: string) => Promise<Manifest>) {
  const started = performance.now()
  try {
    const manifest = await work(file)
    const { size } = statSync(file)
    await withClient(url, client => recordRun(client, { kind, file: basename(file), bytes: size, started, manifest }))
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `${file}\n  ✓ ${kind}: ${rows} rows, ${filesIn(manifest)} files, ${(size / 1024 ** 2).toFixed(1)} MB, ${seconds(performance.now() - started)}`,
    )
    return 0
  } catch (error) {
    const problem = explain(error).slice(0, 2000)
    await withClient(url, client => recordRun(client, { kind, file: basename(file), started, problem })).catch(() => {})
    throw error
  }
}

function make(url: string, file: string, options: { mayMissFiles: boolean; withSecrets: boolean }): Promise<Manifest> {
  if (statSync(file, { throwIfNoEntry: false })) throw new Trouble(`${file} is there already. Choose another name.`)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  return withClient(url, client =>
    writeBackup(
      {
        client,
        storage: storage(),
        site: env().SITE_URL,
        authSecret: options.withSecrets ? (env().AUTH_SECRET ?? null) : null,
        filesOf: filesOfRows,
        mayMissFiles: options.mayMissFiles,
        progress: line => console.error(`  … ${line}`),
      },
      file,
    ),
  )
}

/** Restores it beside, compares every row and file, and throws that away. */
async function prove(url: string, file: string): Promise<Manifest> {
  const name = `proof_${Date.now()}`
  const scratch = mkdtempSync(join(resolve(env().DATA_DIR), 'proof-'))
  await withClient(url, client => client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`))
  try {
    const beside = Object.assign(new URL(url), { pathname: `/${name}` }).href
    const manifest = await withClient(beside, async client => {
      const migrations = readMigrations()
      const checked = await checkBackup(file, migrations)
      await restoreBackup({ client, file, manifest: checked, migrations, storage: openDisk(scratch), scratch })
      return checked
    })
    await refuseBroken(beside, scratch, manifest)
    return manifest
  } finally {
    await withClient(url, client => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function refuseBroken(url: string, scratch: string, { missing }: Manifest): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  // The scratch database may be dropped before the last connection has said goodbye.
  pool.on('error', () => {})
  try {
    const broken = await brokenInvariants(pool, scratch, openDisk(scratch))
    const known = missing.map(key => key.slice(key.indexOf('/') + 1))
    const told = broken.filter(sentence => !known.some(file => sentence.includes(file)))
    if (told.length > 0) throw new Trouble(`What was restored contradicts itself:\n${told.join('\n')}`)
  } finally {
    await pool.end()
  }
}

function defaultFile(): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  return join(resolve(env().DATA_DIR), 'backups', `${new URL(env().SITE_URL).hostname}-${stamp}.oof`)
}

function newest(): string {
  const folder = join(resolve(env().DATA_DIR), 'backups')
  const files = statSync(folder, { throwIfNoEntry: false })
    ? readdirSync(folder).filter(name => name.endsWith('.oof'))
    : []
  const paths = files.map(name => join(folder, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  const [first] = paths
  if (!first) throw new Trouble(`There is no backup in ${folder} yet: npm run backup`)
  return first
}
