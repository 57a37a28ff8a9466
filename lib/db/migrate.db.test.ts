import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { diffToSchema } from '../../scripts/schema-diff.ts'
import { migrate, migrationStatus } from './migrate.ts'
import { testDatabase } from './testing.ts'

const { pool, url } = await testDatabase()

describe('the migrations of this release', () => {
  test('a new database has every one, and says so', async () => {
    const status = await migrationStatus(url)
    expect(status).toMatchObject({ pending: [], failed: [], edited: [], unknown: [] })
    expect(status.applied.length).toBeGreaterThan(0)
    expect(await migrate(url)).toEqual([])
  })

  test('make what the schema describes', async () => {
    expect(await diffToSchema(url, 'prisma/schema')).toBe('')
  })
})

describe('a migration', () => {
  // As if the database had none, so that each test brings its own.
  beforeEach(() => pool.query('DELETE FROM _prisma_migrations'))

  test('that fails leaves nothing behind, and says where', async () => {
    const from = migrationsFolder({ '1_bad': 'CREATE TABLE half (id int);\nSELECT nonsense;' })
    await expect(migrate(url, { from })).rejects.toThrow(/1_bad failed and was undone: column "nonsense".*line 2/)
    expect((await pool.query(`SELECT to_regclass('half') AS name`)).rows).toEqual([{ name: null }])
    expect((await migrationStatus(url, { from })).pending).toEqual(['1_bad'])
  })

  test('holds functions and triggers, which contain semicolons', async () => {
    const body = `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;`
    await migrate(url, { from: migrationsFolder({ '2_function': body }) })
    expect((await pool.query('SELECT two()')).rows).toEqual([{ two: 2 }])
  })

  test('is applied once by two deploys at once: one waits', async () => {
    const from = migrationsFolder({ '3_slow': 'CREATE TABLE slow (id int); SELECT pg_sleep(0.3);' })
    const lines: string[] = []
    const both = await Promise.all([1, 2].map(() => migrate(url, { from, progress: line => lines.push(line) })))
    expect(both.flat()).toEqual(['3_slow'])
    expect(lines).toContain('Another process is migrating this database; waiting for it')
  })

  test('that another tool left unfinished is refused', async () => {
    const from = migrationsFolder({ '4_half': 'SELECT 1' })
    await pool.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '4_half')`)
    await expect(migrate(url, { from })).rejects.toThrow(/4_half was begun and never finished/)
  })

  test('that was edited after it was applied is refused', async () => {
    await migrate(url, { from: migrationsFolder({ '5_edited': 'SELECT 1' }) })
    const from = migrationsFolder({ '5_edited': 'SELECT 2' })
    await expect(migrate(url, { from })).rejects.toThrow(/5_edited was changed/)
  })
})

function migrationsFolder(migrations: Record<string, string>): string {
  const from = mkdtempSync(join(tmpdir(), 'migrations-'))
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(from, name))
    writeFileSync(join(from, name, 'migration.sql'), sql)
  }
  return from
}
