import { rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { checkBackup } from '#lib/backup/read.ts'
import { refuseNotEmpty, restoreBackup } from '#lib/backup/restore.ts'
import { migrate, readMigrations } from '#lib/db/migrate.ts'
import { env } from '#lib/env.ts'
import { storage } from '#lib/storage/open.ts'
import { filesIn, recordRun, withClient } from './backup-run.ts'
import { main, seconds, Trouble } from './console.ts'
import { openDataDirectory, writeAtomically } from './data-directory.ts'
import { withDatabase } from './database.ts'
import { lockDataDirectory, lockHolder } from './lock.ts'

// npm run restore -- <file> [--replace [--yes <name of the site>]]

main(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false }, yes: { type: 'string' } },
  })
  const [given] = positionals
  if (!given) {
    console.error('npm run restore -- <file> [--replace [--yes <name of the site>]]')
    return 2
  }
  const data = openDataDirectory(env().DATA_DIR)
  const holder = lockHolder(data.path)
  if (holder)
    throw new Trouble(`"${holder.command}" uses ${data.path} (process ${holder.pid}). Stop it first, then restore.`)
  const own = env().DATABASE_URL ? lockDataDirectory(data.path, 'npm run restore') : null
  try {
    return await withDatabase('npm run restore', url => restore(url, resolve(given), values), { migrated: false })
  } finally {
    own?.release()
  }
})

async function restore(url: string, file: string, { replace, yes }: { replace: boolean; yes?: string | undefined }) {
  const started = performance.now()
  const data = openDataDirectory(env().DATA_DIR)
  await withClient(url, async client => {
    const migrations = readMigrations()
    console.log('  … checking every byte of the backup')
    const manifest = await checkBackup(file, migrations)
    if (replace) await confirm(yes)
    else await refuseNotEmpty(client)
    console.log(`  … restoring ${manifest.site} as it was at ${manifest.at}`)
    const secret = await restoreBackup({ client, file, manifest, migrations, storage: storage(), scratch: data.path })
    if (secret) writeAtomically(join(data.path, 'secrets.json'), { ...data.secrets, authSecret: secret })
    rmSync(join(data.path, 'page-cache'), { recursive: true, force: true })
    await migrate(url)
    await recordRun(client, { kind: 'restored', file: basename(file), bytes: statSync(file).size, started, manifest })
    console.log(
      `  ✓ ${filesIn(manifest)} files and ${manifest.tables.length} tables restored, ${seconds(performance.now() - started)}`,
    )
    if (!secret)
      console.log('The backup brings no secret: second factors cannot be read unless AUTH_SECRET is the old one.')
  })
  return 0
}

async function confirm(yes: string | undefined): Promise<void> {
  const name = new URL(env().SITE_URL).hostname
  const typed = yes ?? (await ask(`Everything of ${name} is replaced. Type ${name} to go on: `))
  if (typed.trim() !== name) throw new Trouble(`“${typed}” is not ${name}. Nothing was changed.`)
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Trouble('Nobody is there to ask: give the name of the site with --yes.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}
