import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, startPostgres } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { diffToSchema } from './schema-diff.ts'

// npm run new-migration -- name
// Compares prisma/schema with what prisma/migrations makes of an empty scratch database.

const root = join(import.meta.dirname, '..')
const name = (process.argv[2] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '_')
if (!name) {
  console.error('Say what it changes: npm run new-migration -- add_reading_time')
  process.exit(2)
}

mkdirSync(join(root, '.test'), { recursive: true })
const directory = mkdtempSync(join(root, '.test/new-migration-'))
try {
  const postgres = await startPostgres({ directory, password: 'scratch', port: await freePort(), disposable: true })
  try {
    const url = postgres.url('postgres')
    await migrate(url)
    const sql = await diffToSchema(url, join(root, 'prisma/schema'))
    if (sql) write(sql)
    else console.log('prisma/schema and prisma/migrations agree; nothing to write.')
  } finally {
    await postgres.stop()
  }
} finally {
  rmSync(directory, { recursive: true, force: true })
}

function write(sql: string): void {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(root, 'prisma/migrations', `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), `${sql}\n`)
  writeFileSync(join(root, 'prisma/migrations/migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(
    `Wrote ${folder}/migration.sql. Read it, add what Prisma cannot say (checks, partial indexes, triggers), then: npm run migrate`,
  )
}
